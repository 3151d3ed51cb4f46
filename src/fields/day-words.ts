import { dayMeant, dayOf, monthOf, shifted } from './days.ts';

/** What words for a day are understood by. Days are YYYY-MM-DD. */
export interface Occasion {
  today: string;
  /** When the deployment is, where the review says so. */
  deployment?: string | undefined;
  /** The day has been already: "Friday" is the last one, not the next one. */
  past?: boolean | undefined;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The day that words mean, as YYYY-MM-DD: all that `dayMeant` knows, and "today", "fri", "+2w", "in 3 days",
 * "27 Nov", and "deploy-3d" where the day of the deployment is known. Null where there is doubt.
 */
export function dayInWords(text: string, occasion: Occasion): string | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return (
    near(said, occasion) ??
    counted(said, occasion) ??
    weekday(said, occasion) ??
    dayOfYear(said, occasion) ??
    dayMeant(text)
  );
}

function near(said: string, { today }: Occasion): string | null {
  const at = ['yesterday', 'today', 'tomorrow'].indexOf(said);
  return at < 0 ? null : shifted(today, at - 1);
}

const units = '(d|w|m)(?:ays?|eeks?|onths?)?';
const amount = new RegExp(`^(deploy)? ?(?:([+-]) ?(\\d{1,4}) ?${units})?$`);
const ahead = new RegExp(`^in (an?|\\d{1,4}) ?${units}$`);

/** "+2w" and "in 2 weeks" from today, "deploy-3d" from the deployment. */
function counted(said: string, { today, deployment }: Occasion): string | null {
  if (said === '') return null;
  const [, from, sign, count, unit] = amount.exec(said) ?? [];
  const start = from ? deployment : today;
  if (from && !sign) return deployment ?? null;
  if (sign) return start === undefined ? null : shifted(start, Number(`${sign}${count}`), unit as 'd');
  const [, many, within] = ahead.exec(said) ?? [];
  if (many === undefined) return null;
  return shifted(today, many.startsWith('a') ? 1 : Number(many), within as 'd');
}

/** The next or the last day of that name, never today: "fri", "friday". */
function weekday(said: string, { today, past }: Occasion): string | null {
  const at = said.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(said));
  if (at < 0) return null;
  const days = (at - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
  return shifted(today, past ? days - 7 : days || 7);
}

/** "27 Nov" and "Nov 27": today, or the next or last time it is that day. */
function dayOfYear(said: string, { today, past }: Occasion): string | null {
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ .-]*(?<month>\p{L}{3,9})\.?$/u.exec(said) ??
    /^(?<month>\p{L}{3,9})[ .-]*(?<day>\d{1,2})(?:st|nd|rd|th)?$/u.exec(said);
  const { month = '', day } = named?.groups ?? {};
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap(
    (one) => dayOf(String(one), String(monthOf(month)), day) ?? [],
  );
  return (past ? days.findLast((one) => one <= today) : days.find((one) => one >= today)) ?? null;
}
