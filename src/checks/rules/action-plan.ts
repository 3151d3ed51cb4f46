import { memo } from '../../memo.ts';
import { type Issue, issuesOf, valueAt } from '../../review/review.ts';
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
import { issuesNamedIn, itemWords, sectionNote, titleOf } from '../issue-mentions.ts';
import { issuesKey } from '../issues-key.ts';
import { moveBefore } from '../planning/move-action.ts';
import { type NewAction, newActionFor } from '../planning/new-actions.ts';
import {
  actionsIn,
  actionTexts,
  isBeforeDeployment,
  linkedIssues,
  plannedIn,
  planTexts,
} from '../planning/planned-issues.ts';

export const issueNotPlanned: Check = {
  id: 'issue-not-planned',
  level: 'warning',
  find(subject) {
    const { review, roles, names, facts } = subject;
    if (roles.plan.length === 0) return [];
    // The form of an issue offers the action, so it says that there is none: but not before it has a title.
    const serious = [...issuesOf(review, 'critical'), ...issuesOf(review, 'high')].filter(
      (issue) => titleOf(issue) !== '',
    );
    if (serious.length === 0) return [];
    const hasPlan = planTexts(subject).some((text) => text.trim() !== '');
    // A report of another kind without a plan has no place for one.
    if (!hasPlan && facts.report?.otherKind) return [];
    const planned = plannedIn(subject, serious);
    const ticking = issuesNamedIn(subject, serious)(checklistTexts(subject));
    const horizon = roles.plan[0]?.list.title ?? '';
    // An action that blocks the deployment would contradict it at once: the verdict comes first.
    const goes = wordsAt(review, roles.verdict) === 'GO';
    return serious
      .filter((issue) => !planned.has(issue.id))
      .map((issue) => {
        const name = names.get(issue.id) ?? '';
        const action = goes ? null : newActionFor(subject, issue);
        return notPlanned(issue, name, horizon, hasPlan, ticking.has(issue.id), action);
      });
  },
};

const notPlanned = memo(
  (
    issue: Issue,
    name: string,
    horizon: string,
    hasPlan: boolean,
    isTicked: boolean,
    action: NewAction | null,
  ): ProblemAt => {
    const before = hasPlan
      ? 'No action of the plan mentions '
      : 'There is no action plan: nothing is planned for ';
    return {
      place: { issue: issue.id },
      message: `${before}${name}${hasPlan && isTicked ? ' (a checklist does)' : ''}`,
      advice: hasPlan
        ? `add an action that names ${name}, e.g. under "${horizon}"`
        : `add one action for each, e.g. under "${horizon}"`,
      alike: { key: '', name, around: [before, ''] },
      ...(action && {
        fix: { label: `add an action for ${name}`, actions: [{ do: 'add-item', ...action }] },
      }),
    };
  },
);

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
    return subject.roles.plan.flatMap((one) => {
      const asked = [one.owner, one.deadline]
        .filter((id) => id !== undefined)
        .filter((id) => hasPlace(subject, id));
      return actionsIn(subject, one).flatMap((item) => {
        const action = actionWords(item.answers[one.name]);
        return asked
          .filter((id) => !isGiven(one.list.fields[id], item.answers[id]))
          .map((id): ProblemAt => {
            const label = one.list.fields[id]?.label || id;
            return {
              place: { list: one.list.id, item: item.id, field: id },
              message: `${action} has no ${label}`,
              advice: id === one.owner ? 'name who does it' : 'give the day by which it is done',
              alike: {
                key: `${one.list.id}/${id}`,
                name: `"${shortened(words(item.answers[one.name]) || 'an action', 32)}"`,
                around: [`${one.list.title}: `, ` have no ${label}`],
              },
            };
          });
      });
    });
  },
};

/** The deadlines or owners that a report of another kind gives: without any, it has no place for them. */
const hasPlace = (input: CheckInput, id: string): boolean =>
  !input.facts.report?.otherKind ||
  input.roles.plan.some((one) =>
    actionsIn(input, one).some((item) => isGiven(one.list.fields[id], item.answers[id])),
  );

export const actionTooLate: Check = {
  id: 'action-too-late',
  level: 'error',
  find(subject) {
    const { review, roles } = subject;
    const urgent = review.issues.filter((issue) => isBeforeDeployment(subject.template, issue));
    if (urgent.length === 0) return [];
    const before = roles.plan.filter(({ horizon }) => horizon === 'before');
    const early = new Set([
      ...issuesNamedIn(subject, urgent)(before.flatMap((one) => actionTexts(subject, one))),
      ...before.flatMap((one) => actionsIn(subject, one).flatMap(linkedIssues)),
    ]);
    const late = urgent.filter((issue) => !early.has(issue.id));
    if (late.length === 0) return [];
    const mentionedIn = issuesNamedIn(subject, late);
    return roles.plan
      .filter(({ horizon }) => horizon === 'after')
      .flatMap((one) =>
        actionsIn(subject, one).flatMap((item): ProblemAt[] => {
          // One that is linked says by that what it is about: another issue may have the same title.
          const links = linkedIssues(item);
          const mentioned = links.length > 0 ? new Set(links) : mentionedIn([itemWords(item)]);
          const about = late.filter((issue) => mentioned.has(issue.id));
          if (about.length === 0) return [];
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
