import type { IssueField } from '../fields/issue.ts';
import { missingOf } from '../review/progress.ts';
import type { Issue } from '../review/review.ts';
import { type Spot, spotsOf } from '../review/spots.ts';
import type { Check, Found, Subject } from './check.ts';
import { titleOf } from './mention.ts';

/** Without these nobody can act on a critical issue. */
const vital: IssueField[] = ['location', 'impact', 'fix'];

export const issueIncomplete: Check = {
  id: 'issue-incomplete',
  level: 'warning',
  find({ template, review, facts, names }) {
    const fieldOf = (issue: Issue, name: IssueField) => template.issues[issue.severity]?.fields[name];
    const lacks = (issue: Issue, name: IssueField): string =>
      `${names.get(issue.id) ?? ''} has no ${fieldOf(issue, name)?.label || name}`;
    const unsaid = Map.groupBy(facts.unsaid ?? [], ({ issue }) => issue);
    return review.issues.flatMap((issue): Found[] => {
      const missing = missingOf(template, issue).map((name): Found => {
        const level = issue.severity === 'critical' && vital.includes(name) ? 'error' : 'warning';
        const remedy = 'answer it, or say that it does not apply, and why';
        return { level, place: { issue: issue.id, field: name }, message: lacks(issue, name), remedy };
      });
      const left = (unsaid.get(issue.id) ?? []).map(({ field }): Found => {
        const usual = fieldOf(issue, field)?.default;
        const remedy = typeof usual === 'string' ? `say it: the template has "${usual}"` : 'say it';
        return { place: { issue: issue.id, field }, message: lacks(issue, field), remedy };
      });
      return [...missing, ...left];
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
    const found: Found[] = [];
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
    for (const spot of spotsOf(issue)) {
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
