import { textsAt } from '../../review/texts.ts';
import { type Check, type CheckInput, type ProblemAt, wordsAt } from '../check.ts';
import type { Lookup, LostTarget } from '../facts.ts';
import { isSaidOfSource, sourceProblems } from '../source-problems.ts';

/** When so many files are looked for and none is there, the repository is another one. */
const several = 3;

export const locationMissing: Check = {
  id: 'location-missing',
  level: 'warning',
  find(subject) {
    const { lookup } = subject.facts;
    if (!lookup) return [];
    const lost = lookup.lost.filter(
      ({ place, text }) =>
        textsAt(subject.review, place).some((one) => one.includes(text)) &&
        !isSaidOfSource(subject, place, text),
    );
    const gone = new Set(lost.filter(({ lines }) => lines === null).map(({ path }) => path));
    const none = gone.size === lookup.files && gone.size >= several;
    const missing = lost.map((one) =>
      none && one.lines === null ? inNone(subject, lookup, one) : foundOf(subject, lookup, one),
    );
    return [...missing, ...sourceProblems(subject)];
  },
};

function foundOf(subject: CheckInput, lookup: Lookup, one: LostTarget): ProblemAt {
  const { place, text, path, lines, likely } = one;
  const { where } = lookup;
  const who = 'issue' in place ? (subject.names.get(place.issue) ?? 'The issue') : 'The location';
  if (lines === null) {
    return {
      place,
      message: `${who} points at ${text}, but there is no such file ${where}`,
      advice: `${likely ? `write ${likely}, if you mean that file` : 'correct the path'}${elsewhere(subject, lookup)}`,
    };
  }
  const has = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return {
    place,
    message: `${who} points at ${text}, but ${path} has ${has} ${where}`,
    advice: `correct the lines${elsewhere(subject, lookup)}`,
  };
}

/** The same is true of every location: it is told in one line, and at each of them. */
function inNone(subject: CheckInput, lookup: Lookup, one: LostTarget): ProblemAt {
  const { repository, where } = lookup;
  const before = `None of the files named by locations exists ${where} in ${repository}: `;
  return {
    ...foundOf(subject, lookup, one),
    advice: `check in the repository that was reviewed${elsewhere(subject, lookup)}`,
    alike: { key: 'no file', name: one.path, around: [before, ''] },
  };
}

function elsewhere({ review, roles }: CheckInput, { known }: Lookup): string {
  const version = wordsAt(review, roles.version);
  return known || version === '' ? '' : `; or give the version as git knows it: it has no ${version}`;
}
