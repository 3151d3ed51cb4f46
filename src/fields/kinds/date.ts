import { dayInWords } from '../day-words.ts';
import { isDay, weekdayOf } from '../days.ts';
import type { Kind } from '../kind.ts';
import { words } from '../words.ts';

/** A day as YYYY-MM-DD. Words for a day become one when they are left; others are kept and told. */
export const date: Kind<string> = {
  ...words,
  problem: (value) => (isDay(value.trim()) ? null : 'not a date: write it as YYYY-MM-DD'),
  meant(value, field, occasion) {
    if (isDay(value.trim())) return null;
    // The day of the review itself is not ahead.
    const day = dayInWords(value, { ...occasion, past: field.suggest === 'today' });
    return day === null ? null : { value: day, words: `${day}, ${weekdayOf(day)}` };
  },
};
