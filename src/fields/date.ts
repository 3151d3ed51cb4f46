import type { Kind } from './kind.ts';
import { words } from './words.ts';

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
