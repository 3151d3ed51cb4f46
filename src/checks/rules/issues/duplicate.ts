import { memo } from '../../../memo.ts';
import { memoEach } from '../../../memo-each.ts';
import { endsPart, memoParts, type Parts } from '../../../memo-parts.ts';
import { type LineRange, lineRangesOf } from '../../../review/evidence/line-ranges.ts';
import type { Issue } from '../../../review/review.ts';
import type { Check, CheckInput, ProblemAt } from '../../check.ts';
import { titlesOf } from '../../issue-mentions.ts';

/** A stretch of lines, with the issue that points at it. */
interface Pointed extends LineRange {
  issue: string;
}

export const duplicate: Check = {
  id: 'duplicate',
  level: 'hint',
  ahead: (most, { review: { issues } }) =>
    titlesOf.ahead(most, issues) &&
    sameTitles.ahead(titlesOf(issues)) &&
    spotsOf.ahead(most, issues) &&
    sameSpots.ahead(spotsOf(issues)),
  find: ({ review, names }) =>
    alike(sameTitles(titlesOf(review.issues)), sameSpots(spotsOf(review.issues)), names),
};

const spotsOf = memoEach((issue: Issue): Pointed[] =>
  lineRangesOf(issue).map((range) => ({ ...range, issue: issue.id })),
);

const alike = memo((titles: Pair[], spots: [Pointed, Pointed][], names: CheckInput['names']): ProblemAt[] => {
  if (titles.length === 0 && spots.length === 0) return [];
  const order = new Map([...names.keys()].map((id, index) => [id, index]));
  const seen = new Set<string>();
  const see = (one: string, other: string, why: string): ProblemAt[] => {
    const [first, second] = (order.get(one) ?? 0) < (order.get(other) ?? 0) ? [one, other] : [other, one];
    const pair = `${first} ${second}`;
    if (first === second || seen.has(pair)) return [];
    seen.add(pair);
    return [
      {
        place: { issue: second },
        message: `${names.get(first) ?? ''} and ${names.get(second) ?? ''} ${why}`,
        advice: 'merge them, or describe how they differ',
      },
    ];
  };
  return [
    ...titles.flatMap(([one, other]) => see(one, other, 'have the same title')),
    ...spots.flatMap(([one, other]) => {
      const lower = one.to - one.from < other.to - other.from ? one : other;
      return see(one.issue, other.issue, `point at the same place, ${lower.at}`);
    }),
  ];
});

/** Ids of two issues. */
type Pair = [string, string];

/** A title that only counts, such as "Finding 1", says nothing of what is wrong. */
const isNumberOnly =
  /^(?:(?:finding|issue|problem|bug|item|vulnerability|observation|risk|concern|note|new issue|untitled)s? ?)?(?:no )?\d*$/;

const sameTitles = memoParts(function* (titles: ReturnType<typeof titlesOf>): Parts<Pair[]> {
  const first = new Map<string, string>();
  const pairs: Pair[] = [];
  for (const [at, { id, title }] of titles.entries()) {
    const known = first.get(title);
    if (known === undefined) first.set(title, id);
    else if (!isNumberOnly.test(title)) pairs.push([known, id]);
    if (endsPart(at)) yield;
  }
  return pairs;
});

/** Two issues at a time whose lines in one file overlap, or that both mean the same file as a whole. */
const sameSpots = memoParts(function* (all: readonly Pointed[]): Parts<[Pointed, Pointed][]> {
  return (yield* shared(all)).flatMap((spots) => {
    const pairs: [Pointed, Pointed][] = [];
    let last: Pointed | undefined;
    for (const spot of spots.toSorted((a, b) => a.from - b.from)) {
      if (last && spot.from <= last.to && spot.issue !== last.issue) pairs.push([last, spot]);
      if (!last || spot.to > last.to) last = spot;
    }
    return pairs;
  });
});

/** The spots in each file that several point at: hardly any of a hundred thousand. */
function* shared(all: readonly Pointed[]): Parts<Pointed[][]> {
  const files = new Map<string, Pointed | Pointed[]>();
  for (const [at, spot] of all.entries()) {
    const file = spot.from === 0 ? `${spot.file}/` : spot.file;
    const known = files.get(file);
    if (known === undefined) files.set(file, spot);
    else if (Array.isArray(known)) known.push(spot);
    else files.set(file, [known, spot]);
    if (endsPart(at)) yield;
  }
  return [...files.values()].filter(Array.isArray);
}
