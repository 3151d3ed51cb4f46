import type { Kind } from '../kind.ts';
import { doubtAboutDuration } from '../quantity.ts';
import { words } from '../words.ts';

/** One line in the reviewer's words. `bare`: the template's own words stand there without brackets. */
export const text: Kind<string> = {
  ...words,
  doubt: (value, { suggest }) => (suggest === 'duration' ? doubtAboutDuration(value) : null),
  describe: (marked) => ({ ...words.describe(marked), attributes: ['bare'] }),
};
