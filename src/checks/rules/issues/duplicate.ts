import { type LineRange, lineRangesOf } from '../../../review/evidence/line-ranges.ts';
import type { Issue } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import type { Check, CheckInput, ProblemAt } from '../../check.ts';
import { titleOf } from '../../issue-mentions.ts';

/** A stretch of lines, with the issue that points at it. */
interface Pointed extends LineRange {
  issue: Issue;
}

export const duplicate: Check = {
  id: 'duplicate',
  level: 'hint',
  find(subject) {
    const { template, review } = subject;
    const hit = alike.get(review.issues);
    if (hit?.template === template) return hit.found;
    const found: ProblemAt[] = [];
    alike.set(review.issues, { template, found });
    const order = new Map(subject.review.issues.map((issue, index) => [issue, index]));
    const seen = new Set<string>();
    const see = (one: Issue, other: Issue, why: string) => {
      const { names } = subject;
      const [first, second] = (order.get(one) ?? 0) < (order.get(other) ?? 0) ? [one, other] : [other, one];
      const pair = `${first.id} ${second.id}`;
      if (first === second || seen.has(pair)) return;
      seen.add(pair);
      found.push({
        place: { issue: second.id },
        message: `${names.get(first.id) ?? ''} and ${names.get(second.id) ?? ''} ${why}`,
        advice: 'merge them, or describe how they differ',
      });
    };
    for (const [one, other] of sameTitles(subject)) see(one, other, 'have the same title');
    for (const [one, other] of sameSpots(subject)) {
      const lower = one.to - one.from < other.to - other.from ? one : other;
      see(one.issue, other.issue, `point at the same place, ${lower.at}`);
    }
    return found;
  },
};

/** Reviews share their issues while something else changes. */
const alike = new WeakMap<Issue[], { template: Template; found: ProblemAt[] }>();

/** A title that only counts, such as "Finding 1", says nothing of what is wrong. */
const isNumberOnly =
  /^(?:(?:finding|issue|problem|bug|item|vulnerability|observation|risk|concern|note|new issue|untitled)s? ?)?(?:no )?\d*$/;

function sameTitles({ review }: CheckInput): [Issue, Issue][] {
  const first = new Map<string, Issue>();
  return review.issues.flatMap((issue): [Issue, Issue][] => {
    const title = titleOf(issue);
    if (isNumberOnly.test(title)) return [];
    const known = first.get(title);
    if (title !== '' && !known) first.set(title, issue);
    return known ? [[known, issue]] : [];
  });
}

/** Two issues at a time whose lines in one file overlap, or that both mean the same file as a whole. */
function sameSpots({ review }: CheckInput): [Pointed, Pointed][] {
  const files = new Map<string, Pointed[]>();
  for (const issue of review.issues) {
    for (const spot of lineRangesOf(issue)) {
      const key = `${spot.from === 0} ${spot.file}`;
      const spots = files.get(key) ?? [];
      spots.push({ ...spot, issue });
      files.set(key, spots);
    }
  }
  return [...files.values()].flatMap((spots) => {
    const pairs: [Pointed, Pointed][] = [];
    let last: Pointed | undefined;
    for (const spot of spots.toSorted((a, b) => a.from - b.from)) {
      if (last && spot.from <= last.to && spot.issue !== last.issue) pairs.push([last, spot]);
      if (!last || spot.to > last.to) last = spot;
    }
    return pairs;
  });
}
