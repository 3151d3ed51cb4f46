import { targetsIn } from '../fields/path.ts';
import type { Code, Value } from '../fields/value.ts';
import type { Action } from '../review/actions.ts';
import { isSameStretch, locationOf } from '../review/evidence/sources.ts';
import { reduce } from '../review/reduce.ts';
import { type Issue, issueById, type Review } from '../review/review.ts';
import type { CheckInput, ProblemAt } from './check.ts';
import type { ChangedSource } from './facts.ts';
import type { Fix } from './problem.ts';

/** What is said of evidence that is not any more where it was taken; silent once nothing names that place. */
export function sourceProblems({ review, facts, names }: CheckInput): ProblemAt[] {
  return (facts.lookup?.changed ?? []).flatMap((one): ProblemAt[] => {
    const issue = citing(review, one);
    if (!issue) return [];
    const location = locationOf(one.source);
    const name = names.get(issue.id) ?? 'The issue';
    const fix = one.reviewed && follow(issue, one);
    return [
      {
        place: { issue: issue.id, field: 'location' },
        level: one.reviewed ? 'warning' : 'hint',
        message: `${name} has evidence from ${location}, but ${changeWords(one)} at ${one.commit.name}`,
        advice: adviceFor(one),
        ...(fix ? { fix } : {}),
      },
    ];
  });
}

/** The issue that lines were taken for, while it still names their place; null afterwards. */
function citing(review: Review, { issue: id, source }: ChangedSource): Issue | null {
  const issue = issueById(review, id);
  const known = issue?.sources?.some((one) => isSameStretch(one, source));
  return issue && known && namesPlace(issue, locationOf(source)) ? issue : null;
}

/** The evidence that is somewhere else at the reviewed commit, while its issues still name the old place. */
export const movedSources = (review: Review, changed: readonly ChangedSource[]): ChangedSource[] =>
  changed.filter((one) => one.reviewed && one.now.is === 'moved' && citing(review, one) !== null);

/** What makes all evidence that moved say where it is now: an issue may have several such. */
export function followMoved(review: Review, changed: readonly ChangedSource[]): Action[] {
  const all: Action[] = [];
  let now = review;
  for (const one of movedSources(review, changed)) {
    const issue = citing(now, one);
    const actions = (issue && follow(issue, one)?.actions) ?? [];
    now = actions.reduce(reduce, now);
    all.push(...actions);
  }
  return all;
}

/** Whether what became of these lines is said already, so that "no such file" would only repeat it. */
export const isSaidOfSource = ({ facts }: CheckInput, place: object, text: string): boolean =>
  (facts.lookup?.changed ?? []).some(
    ({ issue, source, reviewed }) =>
      reviewed && 'issue' in place && place.issue === issue && locationOf(source) === text,
  );

function changeWords({ now }: ChangedSource): string {
  switch (now.is) {
    case 'moved':
      return `the lines are ${locationOf(now)}`;
    case 'gone':
      return 'the file is gone';
    default:
      return 'the lines have changed';
  }
}

function adviceFor({ now, reviewed }: ChangedSource): string {
  if (!reviewed) return 'leave it, or change the version to review that commit';
  return now.is === 'moved'
    ? `write ${locationOf(now)}`
    : 'look whether the issue is still there, and take its lines again';
}

const rowsOf = ({ answers: { location } }: Issue): string[] =>
  location && 'value' in location ? location.value : [];

const evidenceOf = ({ answers: { evidence } }: Issue): Code | null =>
  evidence && 'value' in evidence ? evidence.value : null;

const points = (row: string, location: string): boolean =>
  targetsIn(row).some(({ text }) => text === location);

const namesPlace = (issue: Issue, location: string): boolean =>
  rowsOf(issue).some((row) => points(row, location)) ||
  (evidenceOf(issue)?.text.includes(`\`${location}\` at `) ?? false);

/** What makes an issue say where the lines are now: its locations, the words above the lines, what is remembered. */
function follow(issue: Issue, { source, now, commit }: ChangedSource): Fix | null {
  if (now.is !== 'moved') return null;
  const { is: _, ...there } = now;
  const [before, after] = [locationOf(source), locationOf(there)];
  const rows = rowsOf(issue).map((row) => (points(row, before) ? row.replaceAll(before, after) : row));
  const evidence = evidenceOf(issue);
  const text = evidence?.text
    .split('\n')
    .map((line) => (line.startsWith(`\`${before}\` at `) ? `\`${after}\` at ${commit.name}:` : line))
    .join('\n');
  const at = (field: 'location' | 'evidence', value: Value | null): Action[] =>
    value ? [{ do: 'answer', at: { issue: issue.id, field }, answer: { value } }] : [];
  const sources = (issue.sources ?? []).map((one) =>
    isSameStretch(one, source) ? { ...one, ...there, commit: commit.id } : one,
  );
  return {
    label: `follow to ${after}`,
    actions: [
      ...at('location', rows.length > 0 ? rows : null),
      ...at('evidence', evidence && text !== undefined ? { ...evidence, text } : null),
      { do: 'sources', id: issue.id, sources },
    ],
  };
}
