import { hash, randomInt } from 'node:crypto';

const letters = 'abcdefghijkmnpqrstuvwxyz';
const signs = `${letters}23456789`;
const made = new RegExp(`^[${letters}][${signs}]{6}[${letters}]$`);

/**
 * A new id for a draft, an issue or an item: eight signs that are not mistaken for one another. The first and the
 * last are letters, so that none reads like a number that somebody gave (`finding2`).
 */
export function newId(): string {
  const inner = Array.from({ length: 6 }, () => anyOf(signs));
  return `${anyOf(letters)}${inner.join('')}${anyOf(letters)}`;
}

const anyOf = (set: string): string => set.charAt(randomInt(set.length));

/** Whether an id could be one of `newId`, which nothing else has: `i1` of a report that was read is not. */
export const isUnique = (id: string): boolean => made.test(id);

/** An id that is the same whenever it is made for the same text: letters at its ends, as those that are made new. */
export function idFor(text: string): string {
  const bytes = hash('sha256', text, 'buffer');
  return Array.from({ length: 8 }, (_, index) => {
    const set = index === 0 || index === 7 ? letters : signs;
    return set.charAt((bytes[index] ?? 0) % set.length);
  }).join('');
}
