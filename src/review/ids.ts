import { randomInt } from 'node:crypto';

const letters = 'abcdefghijkmnpqrstuvwxyz';
const signs = `${letters}23456789`;

/** A new id for a draft, an issue or an item: eight signs that are not mistaken for one another, a letter first. */
export function newId(): string {
  const rest = Array.from({ length: 7 }, () => signs[randomInt(signs.length)]);
  return `${letters[randomInt(letters.length)]}${rest.join('')}`;
}
