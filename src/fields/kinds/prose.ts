import * as z from 'zod/mini';
import { containBlock, releaseBlock } from '../../markdown/contain.ts';
import type { Kind } from '../kind.ts';
import { enclosed, words } from '../words.ts';

/** Long text: Markdown of the reviewer's, over as many lines as it takes. */
export const prose: Kind<string> = {
  ...words,
  form: 'lines',
  schema: z.string(),
  write: (value, field, isLandmark) =>
    field.place === 'line' && !value.includes('\n')
      ? words.write(value, field, isLandmark)
      : (field.place === 'line' ? '\n\n' : '') + containBlock(value, { isLandmark }),
  read(source) {
    const value = releaseBlock(source.replace(/^(?:[ \t]*\n)+/, ''));
    return { value: value.trim() === '' ? null : value, rest: '' };
  },
  describe: (marked) => ({ field: enclosed(marked), attributes: [] }),
};
