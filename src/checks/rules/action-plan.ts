import { issuesOf, valueAt } from '../../review/review.ts';
import { actionWords, type Check, type Found, isGiven, issuesAre, type Subject, wordsAt } from '../check.ts';
import { mentions, noteOf, textOf } from '../issue-mentions.ts';
import { markOf } from '../issues-key.ts';
import { moveBefore } from '../planning/move-action.ts';
import { newActionFor } from '../planning/new-actions.ts';
import { aboutOf, isBeforeDeployment, itemsOf, plannedIn, textsOf } from '../planning/planned-issues.ts';

export const issueNotPlanned: Check = {
  id: 'issue-not-planned',
  level: 'warning',
  find(subject) {
    const { review, roles, names } = subject;
    if (roles.plan.length === 0) return [];
    const serious = [...issuesOf(review, 'critical'), ...issuesOf(review, 'high')];
    if (serious.length === 0) return [];
    const planned = plannedIn(subject, serious);
    const ticking = mentions(subject, serious)(checklistTexts(subject));
    const horizon = roles.plan[0]?.list.title ?? '';
    // An action that blocks the deployment would contradict it at once: the verdict comes first.
    const goes = wordsAt(review, roles.verdict) === 'GO';
    return serious
      .filter((issue) => !planned.has(issue.id))
      .map((issue): Found => {
        const name = names.get(issue.id) ?? '';
        const but = ticking.has(issue.id) ? ' (a checklist does)' : '';
        const action = goes ? null : newActionFor(subject, issue);
        return {
          place: { issue: issue.id },
          message: `No action of the plan mentions ${name}${but}`,
          remedy: `add an action that names ${name}, e.g. under "${horizon}"`,
          ...(action && {
            fix: { label: `add an action for ${name}`, actions: [{ do: 'add-item', ...action }] },
          }),
        };
      });
  },
};

/** What stands in checklists, and in the notes of their pages. */
function checklistTexts({ template, review }: Subject): string[] {
  return template.pages.flatMap((page) => {
    const fields = page.fields.filter((id) => template.fields[id]?.kind === 'checklist');
    if (fields.length === 0) return [];
    const items = fields.flatMap((field) => {
      const value = valueAt(review, { field });
      return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : item.text)) : [];
    });
    return [...items, ...page.sections.map((section) => noteOf(review, section))];
  });
}

export const actionIncomplete: Check = {
  id: 'action-incomplete',
  level: 'warning',
  find(subject) {
    return subject.roles.plan.flatMap((one) => {
      const asked = [one.owner, one.deadline].filter((id) => id !== undefined);
      return itemsOf(subject, one).flatMap((item) => {
        const action = actionWords(item.answers[one.name]);
        return asked
          .filter((id) => !isGiven(one.list.fields[id], item.answers[id]))
          .map((id): Found => {
            const label = one.list.fields[id]?.label || id;
            return {
              place: { list: one.list.id, item: item.id, field: id },
              message: `${action} has no ${label}`,
              remedy: id === one.owner ? 'say who does it' : 'say by which day it is done',
            };
          });
      });
    });
  },
};

export const actionTooLate: Check = {
  id: 'action-too-late',
  level: 'error',
  find(subject) {
    const { review, roles } = subject;
    const urgent = review.issues.filter((issue) => isBeforeDeployment(subject, issue));
    if (urgent.length === 0) return [];
    const before = roles.plan.filter(({ horizon }) => horizon === 'before');
    const early = new Set([
      ...mentions(subject, urgent)(before.flatMap((one) => textsOf(subject, one))),
      ...before.flatMap((one) => itemsOf(subject, one).flatMap(aboutOf)),
    ]);
    const late = urgent.filter((issue) => !early.has(issue.id));
    if (late.length === 0) return [];
    const mentionedIn = mentions(subject, late);
    return roles.plan
      .filter(({ horizon }) => horizon === 'after')
      .flatMap((one) =>
        itemsOf(subject, one).flatMap((item): Found[] => {
          // One that is linked says by that what it is about: another issue may have the same title.
          const links = aboutOf(item);
          const mentioned = links.length > 0 ? new Set(links) : mentionedIn([textOf(item)]);
          const about = late.filter((issue) => mentioned.has(issue.id));
          if (about.length === 0) return [];
          const message = `${issuesAre(subject, about)} to be fixed before the deployment, and planned after it`;
          const fix = moveBefore(subject, one, item);
          return [
            {
              place: { list: one.list.id, item: item.id, field: one.name },
              message,
              mark: markOf(message, about),
              remedy: 'plan it among the actions before the deployment, or change its fix priority',
              ...(fix ? { fix } : {}),
            },
          ];
        }),
      );
  },
};
