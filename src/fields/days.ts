/** Days of the calendar, as YYYY-MM-DD, and how people write them. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether a text is a day of the calendar, as ISO 8601 writes it. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** "Friday" for a day. */
export const weekdayOf = (day: string): string =>
  inEnglish(new Date(`${day}T00:00:00Z`), { weekday: 'long' });

const inEnglish = (date: Date, form: Intl.DateTimeFormatOptions): string =>
  date.toLocaleString('en', { ...form, timeZone: 'UTC' });

/**
 * The day that another spelling means beyond doubt, as YYYY-MM-DD: "2026/2/13", "13.02.2026" (points stand behind a
 * day that comes first), "13/02/2026", "Feb 13th, 2026". Null for "02/03/2026", which is read one way here and
 * another there, and for what is no day.
 */
export function dayMeant(text: string): string | null {
  const said = text.trim();
  const yearFirst = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*)?$/.exec(said);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const points = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(said);
  if (points) return dayOf(points[3], points[2], points[1]);
  const numbers = daysOfNumbers(said);
  if (numbers.length > 0) return numbers.length === 1 ? (numbers[0] ?? null) : null;
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?<month>\p{L}{3,9})[ .,-]+(?<year>\d{4})$/u.exec(said) ??
    /^(?<month>\p{L}{3,9})[ .-]+(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})$/u.exec(said);
  const { year, month = '', day } = named?.groups ?? {};
  return dayOf(year, String(monthOf(month)), day);
}

/** The two days that a text such as "03/04/2026" can mean; null where it does not leave that open. */
export function eitherDay(text: string): [string, string] | null {
  const [first, second] = daysOfNumbers(text.trim());
  return first !== undefined && second !== undefined ? [first, second] : null;
}

/** The days that "03/04/2026" or "13-02-2026" can mean: the day before the month, or the month before the day. */
function daysOfNumbers(said: string): string[] {
  const [, first, , second, year] = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(said) ?? [];
  const days = [dayOf(year, second, first), dayOf(year, first, second)];
  return [...new Set(days)].filter((day) => day !== null);
}

/** 1 to 12 for a month's English name or the beginning of one; 0 for other words. */
export function monthOf(name: string): number {
  const said = name.toLowerCase();
  const at = months.indexOf(said.slice(0, 3));
  return at >= 0 &&
    inEnglish(new Date(Date.UTC(2000, at, 1)), { month: 'long' })
      .toLowerCase()
      .startsWith(said)
    ? at + 1
    : 0;
}

/** A day of the calendar by its numbers, as they were written; null where there is none. */
export function dayOf(year = '', month = '', day = ''): string | null {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : null;
}

/** A day so many days, weeks or months later, or earlier; in a shorter month its last day. Null beyond the year 9999. */
export function shifted(day: string, by: number, unit: 'd' | 'w' | 'm' = 'd'): string | null {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'm') {
    const wanted = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + by + 1, 0);
    date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  } else date.setUTCDate(date.getUTCDate() + by * (unit === 'w' ? 7 : 1));
  const value = date.toISOString().slice(0, 10);
  return isDay(value) ? value : null;
}
