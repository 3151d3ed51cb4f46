import type { Kind } from '../kind.ts';
import { words } from '../words.ts';

/** A day as YYYY-MM-DD. Other words are kept and told. */
export const date: Kind<string> = {
  ...words,
  problem: (value) => (isDay(value.trim()) ? null : 'not a date: write it as YYYY-MM-DD'),
};

/** Whether a text is a day of the calendar, as ISO 8601 writes it. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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
  const either = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/.exec(said);
  if (either) {
    const [, first, , second, year] = either;
    const days = new Set([dayOf(year, second, first), dayOf(year, first, second)]);
    days.delete(null);
    return days.size === 1 ? ([...days][0] ?? null) : null;
  }
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?<month>\p{L}{3,9})[ .,-]+(?<year>\d{4})$/u.exec(said) ??
    /^(?<month>\p{L}{3,9})[ .-]+(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})$/u.exec(said);
  const { year, month = '', day } = named?.groups ?? {};
  return dayOf(year, String(monthOf(month.toLowerCase())), day);
}

/** 1 to 12 for a month's English name or the beginning of one; 0 for other words. */
function monthOf(name: string): number {
  const at = months.indexOf(name.slice(0, 3));
  const whole = new Date(Date.UTC(2000, at, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return at >= 0 && whole.toLowerCase().startsWith(name) ? at + 1 : 0;
}

function dayOf(year = '', month = '', day = ''): string | null {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : null;
}
