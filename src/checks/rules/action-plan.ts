import { memo } from '../../memo.ts';
import { memoEach, steady } from '../../memo-each.ts';
import type { NamedIssue } from '../../review/issue-names.ts';
import { type Issue, type Item, valueAt } from '../../review/review.ts';
import type { ListBlock, Template } from '../../template/template.ts';
import {
  actionWords,
  type Check,
  type CheckInput,
  isGiven,
  issuesAre,
  type ProblemAt,
  shortened,
  words,
  wordsAt,
} from '../check.ts';
import {
  type Callings,
  callingsAhead,
  callingsOf,
  issuesNamedIn,
  sectionNote,
  titleOf,
} from '../issue-mentions.ts';
import { issuesKey } from '../issues-key.ts';
import { moveBefore } from '../planning/move-action.ts';
import { actionFor, itemIds, type NewAction } from '../planning/new-actions.ts';
import {
  actionsIn,
  isBeforeDeployment,
  linkedIssues,
  mentionedBy,
  plannedIn,
  plannedInLists,
  planTexts,
} from '../planning/planned-issues.ts';
import type { Alike } from '../problem.ts';
import { type ActionList, rolesOf } from '../roles.ts';
import { unjudged } from '../unjudged.ts';

export const issueNotPlanned: Check = {
  id: 'issue-not-planned',
  level: 'warning',
  ahead(most, subject) {
    const [hasPlan, ...around] = aroundPlan(subject);
    const isLooked = unplannedIn(subject.template).ahead(most, subject.issues, hasPlan, ...around);
    return isLooked && (!hasPlan || callingsAhead(most, subject));
  },
  find(subject) {
    const { roles, facts, template, issues } = subject;
    if (roles.plan.length === 0) return [];
    const [hasPlan, ...around] = aroundPlan(subject);
    // A report of another kind without a plan has no place for one.
    if (!hasPlan && facts.report?.otherKind) return [];
    const all = unplannedIn(template)(issues, hasPlan, ...around);
    if (all.length === 0) return [];
    return leftUnplanned(all, plannedIn(subject), hasPlan ? tickedIn(subject) : noIssues);
  },
};

type AroundPlan = [hasPlan: boolean, goes: boolean, ...taken: (readonly string[])[]];

/** Whether there is a plan, whether GO is recommended, and which ids the lists of actions have. */
function aroundPlan(subject: CheckInput): AroundPlan {
  const { review, roles } = subject;
  const hasPlan = planTexts(subject).some((text) => text.trim() !== '');
  const goes = wordsAt(review, roles.verdict) === 'GO';
  return [hasPlan, goes, ...roles.plan.map(({ list }) => itemIds(subject, list))];
}

const noIssues: ReadonlySet<string> = new Set();

/** What is said of each critical or high issue, unless it is planned. */
const unplannedIn = memo((template: Template) =>
  memoEach(({ issue, name }: NamedIssue, ...[hasPlan, goes, ...taken]: AroundPlan) => {
    // The form of an issue offers the action, so it says that there is none: but not before it has a title.
    const isSerious = issue.severity === 'critical' || issue.severity === 'high';
    if (!isSerious || titleOf(issue) === '') return noProblems;
    const { plan } = rolesOf(template);
    // An action that blocks the deployment would contradict it at once: the verdict comes first.
    const idsIn = (list: ListBlock) => taken[plan.findIndex((one) => one.list === list)] ?? [];
    return [notPlanned(issue, name, hasPlan, plan, goes ? null : actionFor(template, issue, idsIn))];
  }),
);

const noProblems: readonly ProblemAt[] = [];

function notPlanned(
  { id }: Issue,
  name: string,
  hasPlan: boolean,
  [first]: ActionList[],
  action: NewAction | null,
): ProblemAt & { place: { issue: string } } {
  const horizon = first?.list.title ?? '';
  const around = hasPlan ? withPlan : withoutPlan;
  return {
    place: { issue: id },
    message: `${around[0]}${name}`,
    advice: hasPlan
      ? `add an action that names ${name}, e.g. under "${horizon}"`
      : `add an action for each critical and high issue, e.g. under "${horizon}"`,
    alike: { key: '', name, around },
    ...(action && {
      fix: { label: `add an action for ${name}`, actions: [{ do: 'add-item', ...action }] },
    }),
  };
}

const withPlan: Alike['around'] = ['No action of the plan mentions ', ''];
const withoutPlan: Alike['around'] = ['There is no action plan: nothing is planned for ', ''];

/** @param ticked the issues that a checklist names */
const leftUnplanned = memo(
  (
    all: readonly ProblemAt[],
    planned: ReadonlySet<string>,
    ticked: ReadonlySet<string>,
  ): readonly ProblemAt[] => {
    if (planned.size === 0 && ticked.size === 0) return all;
    return all.flatMap((one) => {
      const { issue = '' } = 'issue' in one.place ? one.place : {};
      if (planned.has(issue)) return [];
      return ticked.has(issue) ? { ...one, message: `${one.message} (a checklist does)` } : one;
    });
  },
);

const steadyTexts = steady<string>();
const tickedBy = memo((texts: readonly string[], callings: Callings) => issuesNamedIn(callings, texts));

/** The issues that stand in checklists. */
const tickedIn = (subject: CheckInput): ReadonlySet<string> =>
  tickedBy(steadyTexts(checklistTexts(subject)), callingsOf(subject));

/** What stands in checklists, and in the notes of their pages. */
function checklistTexts({ template, review }: CheckInput): string[] {
  return template.pages.flatMap((page) => {
    const fields = page.fields.filter((id) => template.fields[id]?.kind === 'checklist');
    if (fields.length === 0) return [];
    const items = fields.flatMap((field) => {
      const value = valueAt(review, { field });
      return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : item.text)) : [];
    });
    return [...items, ...page.sections.map((section) => sectionNote(review, section))];
  });
}

export const actionIncomplete: Check = {
  id: 'action-incomplete',
  level: 'warning',
  find(subject) {
    const missing = subject.roles.plan.flatMap((one) => {
      const [owner, deadline] = [one.owner, one.deadline].map((id) =>
        id !== undefined && hasPlace(subject, id) ? id : null,
      );
      return incompleteIn(one)(actionsIn(subject, one), owner ?? null, deadline ?? null);
    });
    return unjudged(missing, subject.facts.editing);
  },
};

const incompleteIn = memo(({ list, name, owner }: ActionList) =>
  memoEach((item: Item, ...asked: (string | null)[]) =>
    asked
      .filter((id) => id !== null)
      .filter((id) => !isGiven(list.fields[id], item.answers[id]))
      .map((id): ProblemAt => {
        const label = list.fields[id]?.label || id;
        return {
          place: { list: list.id, item: item.id, field: id },
          message: `${actionWords(item.answers[name])} has no ${label}`,
          advice: id === owner ? 'name who does it' : 'give the day by which it is done',
          alike: {
            key: `${list.id}/${id}`,
            name: `"${shortened(words(item.answers[name]) || 'an action', 32)}"`,
            around: [`${list.title}: `, ` have no ${label}`],
          },
        };
      }),
  ),
);

/** The deadlines or owners that a report of another kind gives: without any, it has no place for them. */
const hasPlace = (input: CheckInput, id: string): boolean =>
  !input.facts.report?.otherKind ||
  input.roles.plan.some((one) =>
    actionsIn(input, one).some((item) => isGiven(one.list.fields[id], item.answers[id])),
  );

export const actionTooLate: Check = {
  id: 'action-too-late',
  level: 'error',
  ahead: (most, { template, review }) => urgentIn(template).ahead(most, review.issues),
  find(subject) {
    const { review, roles } = subject;
    const after = roles.plan.filter(({ horizon }) => horizon === 'after');
    if (after.every((one) => actionsIn(subject, one).length === 0)) return [];
    const early = plannedInLists(
      subject,
      roles.plan.filter(({ horizon }) => horizon === 'before'),
    );
    const late = new Set(urgentIn(subject.template)(review.issues).filter((id) => !early.has(id)));
    if (late.size === 0) return [];
    return after.flatMap((one) =>
      actionsIn(subject, one).flatMap((item): ProblemAt[] => {
        // One that is linked says by that what it is about: another issue may have the same title.
        const links = linkedIssues(item);
        const mentioned = links.length > 0 ? new Set(links) : mentionedBy(item, callingsOf(subject));
        if (![...mentioned].some((id) => late.has(id))) return [];
        const about = review.issues.filter(({ id }) => late.has(id) && mentioned.has(id));
        const message = `${issuesAre(subject, about)} to be fixed before the deployment, but planned after it`;
        const fix = moveBefore(subject, one, item);
        return [
          {
            place: { list: one.list.id, item: item.id, field: one.name },
            message,
            key: issuesKey(message, about),
            advice: 'plan it among the actions before the deployment, or change its fix priority',
            ...(fix ? { fix } : {}),
          },
        ];
      }),
    );
  },
};

/** The ids of the issues that are to be fixed before the deployment. */
const urgentIn = memo((template: Template) =>
  memoEach((issue: Issue) => (isBeforeDeployment(template, issue) ? [issue.id] : [])),
);
