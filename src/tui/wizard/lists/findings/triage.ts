import { type Severity, severities } from '../../../../fields/issue.ts';
import { isNotApplicable } from '../../../../fields/value.ts';
import type { Candidate } from '../../../../findings/candidates.ts';
import { eachPlace, issueFrom, sourceOf } from '../../../../findings/issue-from.ts';
import { plainAsMarkdown } from '../../../../markdown/plain-text.ts';
import type { Action } from '../../../../review/actions.ts';
import type { Decision, DismissReason } from '../../../../review/evidence/findings.ts';
import { newId } from '../../../../review/ids.ts';
import { issueName } from '../../../../review/issue-names.ts';
import { answerAt, type FieldRef, valueAt } from '../../../../review/review.ts';
import { visible } from '../../../../text/clean.ts';
import { counted } from '../../../../text/counted.ts';
import { openIssue } from '../../navigation/navigate.ts';
import { commit, commitTogether } from '../../state/commit.ts';
import { chosenRow, type TriageRow } from '../../state/findings/triage-rows.ts';
import { type State, say } from '../../state/state.ts';
import { openGroup } from '../../state/undo-group.ts';

/** What decides on all that a candidate is made of. */
const decide = ({ findings }: Candidate, decision: Decision | null): Action => ({
  do: 'decide',
  entries: findings.map(({ fingerprint }) => ({ fingerprint, decision })),
});

/** Changes of the review as one undo group; the triage stays. */
function changed(state: State, actions: Action[], words: string): State {
  const done = openGroup(commitTogether(openGroup(state), actions));
  return say(done, `${words} Ctrl+Z undoes it.`);
}

/** The template's severity that is nearest. */
function offeredFor({ template }: State, severity: Severity): Severity {
  const all = severities.filter((one) => template.issues[one]);
  const rank = severities.indexOf(severity);
  return all.find((one) => severities.indexOf(one) >= rank) ?? all.at(-1) ?? severity;
}

/** Makes an issue of the finding, of the severity that is shown. */
export const accept = (state: State): State =>
  withOpen(state, (row) => accepted(state, row, [row.candidate]));

/** Makes an issue of each of its places. */
export const acceptEach = (state: State): State =>
  withOpen(state, (row) => accepted(state, row, eachPlace(row.candidate)));

function accepted(state: State, { candidate, severity }: TriageRow, parts: Candidate[]): State {
  const of = offeredFor(state, severity);
  const issues = parts.map((part) => issueFrom(part, newId(), of));
  const decision: Decision = { is: 'accepted', issues: issues.map(({ id }) => id) };
  const actions: Action[] = issues.map((issue) => ({ do: 'add-issue', issue }));
  const after = changed(state, [...actions, decide(candidate, decision)], '');
  const [first] = issues;
  const name = first ? issueName(state.template, after.history.present, first.id) : '';
  const words =
    issues.length > 1 ? `${counted(issues.length, 'issue')} added, from ${name} on.` : `Added as ${name}.`;
  return say(after, `${words} Ctrl+Z undoes it.`);
}

/** Adds what the finding says, and its places, to an issue that is there. */
export function mergeInto(state: State, candidate: Candidate, issue: string): State {
  const review = state.history.present;
  const location: FieldRef = { issue, field: 'location' };
  const description: FieldRef = { issue, field: 'description' };
  const places = valueAt(review, location);
  const known = Array.isArray(places) ? places.filter((one) => typeof one === 'string') : [];
  const more = candidate.locations.filter((one) => !known.includes(one)).slice(0, 50);
  const said = valueAt(review, description);
  const words = `${sourceOf(candidate)}\n\n${plainAsMarkdown(candidate.message)}`;
  const text = typeof said === 'string' && said !== '' ? `${said}\n\n${words}` : words;
  const answers: Extract<Action, { do: 'answers' }>['entries'] = [
    { at: location, answer: { value: [...known, ...more] } },
    { at: description, answer: { value: text } },
  ];
  // What is marked as not applicable stays so.
  const entries = answers.filter(({ at }) => !isNotApplicable(answerAt(review, at)));
  const actions: Action[] = [
    { do: 'answers', entries },
    decide(candidate, { is: 'merged', issues: [issue] }),
  ];
  return changed(state, actions, `Merged into ${issueName(state.template, review, issue)}.`);
}

export const dismiss = (state: State, candidate: Candidate, reason: DismissReason): State =>
  changed(state, [decide(candidate, { is: 'dismissed', reason })], `Dismissed: ${reason}.`);

/** Takes a decision back; issues that it led to stay. */
export function reopen(state: State): State {
  const row = chosenRow(state);
  if (!row?.decision) return state;
  return changed(state, [decide(row.candidate, null)], 'Open again; its issues, if any, stay.');
}

/** Gives the finding the next severity; behind the last one comes the first. */
export const rate = (state: State): State =>
  withOpen(state, ({ candidate, severity }) => {
    const all = severities.filter((one) => state.template.issues[one]);
    const next = all[(all.indexOf(severity) + 1) % all.length];
    if (!next) return state;
    return commit(
      openGroup(state),
      decide(candidate, { is: 'rated', severity: next }),
      `rate/${candidate.fingerprint}`,
    );
  });

/** Enter: goes to the issue that a finding became, or was merged into. */
export function goToIssueOf(state: State): State {
  const row = chosenRow(state);
  const ids = row?.decision && 'issues' in row.decision ? row.decision.issues : [];
  const issue = state.history.present.issues.find(({ id }) => ids.includes(id));
  if (issue) return openIssue({ ...state, overlay: null }, issue.id);
  return row
    ? say(state, `${visible(row.title)}: a accepts it as an issue, g merges it, x dismisses it.`)
    : state;
}

function withOpen(state: State, work: (row: TriageRow) => State): State {
  const row = chosenRow(state);
  return row && !row.decision ? work(row) : state;
}
