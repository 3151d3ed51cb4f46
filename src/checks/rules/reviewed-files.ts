import type { Check } from '../check.ts';
import { coverageOf } from '../coverage/coverage.ts';

/** When so many entries are counted and none stands for a file, the repository is another one. */
const several = 3;

export const reviewedFiles: Check = {
  id: 'reviewed-files',
  level: 'hint',
  find({ template, review, facts }) {
    if (!facts.tracked) return [];
    const ticked = coverageOf(template, review, facts.tracked).entries.filter(
      ({ done, files }) => done && files !== null,
    );
    const empty = ticked.filter(({ files }) => files === 0);
    if (empty.length === ticked.length && empty.length >= several) return [];
    return empty.map(({ field, text }) => ({
      place: { field },
      message: `“${text}” is ticked as reviewed, but matches no tracked file`,
      advice: 'correct the path or the pattern',
    }));
  },
};
