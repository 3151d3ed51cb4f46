import type { Check } from '../check.ts';
import { coverageOf } from '../coverage/coverage.ts';
import { isUntracked, referencedPaths } from '../coverage/references.ts';

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

export const referenceMissing: Check = {
  id: 'reference-missing',
  level: 'hint',
  find({ template, review, facts, roles: { references } }) {
    const { tracked, report } = facts;
    // A report of another kind does not have the template's own references.
    if (!tracked || !references || (report?.otherKind && !review.answers[references.id])) return [];
    const missing = referencedPaths(template, review).filter((path) => isUntracked(tracked, path));
    return missing.map((path) => ({
      place: { field: references.id },
      message: `${references.label} names “${path}”, but there is no such tracked file`,
      advice: 'correct it, or take it out',
      alike: {
        key: '',
        name: `“${path}”`,
        around: [`${references.label} names `, ', but there are no such tracked files'],
      },
    }));
  },
};
