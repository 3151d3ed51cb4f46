import { visible } from './clean.ts';

/**
 * Words as a command line for a POSIX shell, which takes each of them as it is, whatever it holds. Null where one holds
 * what cannot be seen: nobody should paste into a shell what they cannot read.
 */
export function shellLine(words: readonly string[]): string | null {
  return words.every((word) => word !== '' && visible(word) === word && !/[\n\t\r]/.test(word))
    ? words.map(quoted).join(' ')
    : null;
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
