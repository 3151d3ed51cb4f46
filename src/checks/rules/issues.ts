import type { IssueField } from '../../fields/issue.ts';
import { lineRangesOf, type Spot } from '../../review/line-ranges.ts';
import { missingOf } from '../../review/progress.ts';
import type { Issue } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Check, Found, Subject } from '../check.ts';
import { titleOf } from '../issue-mentions.ts';

/** Without these nobody can act on a critical issue. */
const vital: IssueField[] = ['location', 'impact', 'fix'];
export const isVital = (issue: Issue, field: IssueField): boolean =>
  issue.severity === 'critical' && vital.includes(field);

/** What issues lack, by what they are called. */
const known = new WeakMap<Issue, { template: Template; name: string; found: Found[] }>();

export const issueIncomplete: Check = {
  id: 'issue-incomplete',
  level: 'warning',
  find({ template, review, facts, names }) {
    const fieldOf = (issue: Issue, name: IssueField) => template.issues[issue.severity]?.fields[name];
    const lacks = (issue: Issue, name: IssueField): string =>
      `${names.get(issue.id) ?? ''} has no ${fieldOf(issue, name)?.label || name}`;
    const unsaid = Map.groupBy(facts.unsaid ?? [], ({ issue }) => issue);
    const missingIn = (issue: Issue): Found[] => {
      const name = names.get(issue.id) ?? '';
      const hit = known.get(issue);
      if (hit?.template === template && hit.name === name) return hit.found;
      const found = missingOf(template, issue).map((field): Found => {
        const level = isVital(issue, field) ? 'error' : 'warning';
        const remedy = 'answer it, or say that it does not apply, and why';
        return { level, place: { issue: issue.id, field }, message: lacks(issue, field), remedy };
      });
      known.set(issue, { template, name, found });
      return found;
    };
    if (unsaid.size === 0) return review.issues.flatMap(missingIn);
    return review.issues.flatMap((issue): Found[] => {
      const left = (unsaid.get(issue.id) ?? []).map(({ field }): Found => {
        const usual = fieldOf(issue, field)?.default;
        const remedy = typeof usual === 'string' ? `say it: the template has "${usual}"` : 'say it';
        return { place: { issue: issue.id, field }, message: lacks(issue, field), remedy };
      });
      return [...missingIn(issue), ...left];
    });
  },
};

/** A stretch of lines, with the issue that points at it. */
interface Pointed extends Spot {
  issue: Issue;
}

export const duplicate: Check = {
  id: 'duplicate',
  level: 'hint',
  find(subject) {
    const { template, review } = subject;
    const hit = alike.get(review.issues);
    if (hit?.template === template) return hit.found;
    const found: Found[] = [];
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
        remedy: 'make them one, or say what tells them apart',
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
const alike = new WeakMap<Issue[], { template: Template; found: Found[] }>();

function sameTitles({ review }: Subject): [Issue, Issue][] {
  const first = new Map<string, Issue>();
  return review.issues.flatMap((issue): [Issue, Issue][] => {
    const title = titleOf(issue);
    const known = first.get(title);
    if (title !== '' && !known) first.set(title, issue);
    return known ? [[known, issue]] : [];
  });
}

/** Two issues at a time whose lines in one file overlap, or that both mean the same file as a whole. */
function sameSpots({ review }: Subject): [Pointed, Pointed][] {
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
