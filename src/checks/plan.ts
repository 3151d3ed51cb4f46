import { type Issue, type Item, issuesOf, valueAt } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { actionWords, type Check, type Found, isGiven, named, type Subject, words } from './check.ts';
import { mentions, noteOf, textOf } from './mention.ts';
import { moveBefore } from './move-action.ts';
import type { ActionList } from './roles.ts';

const itemsOf = ({ review }: Subject, { list }: ActionList) => review.items[list.id] ?? [];

/** What a list of actions says, in its items and in what was kept as notes of its section. */
const textsOf = (subject: Subject, one: ActionList): string[] => [
  ...itemsOf(subject, one).map(textOf),
  noteOf(subject.review, one.list.section),
];

/** The ids of those of some issues that an action is linked to, or that the action plan mentions. */
export function plannedIn(subject: Subject, issues: Issue[]): ReadonlySet<string> {
  const { template, review, roles } = subject;
  const pages = template.pages.filter((page) => roles.plan.some(({ list }) => page.lists.includes(list.id)));
  const notes = pages.flatMap((page) => page.sections.map((section) => noteOf(review, section)));
  const mentioned = mentions(
    subject,
    issues,
  )([...roles.plan.flatMap((one) => textsOf(subject, one)), ...notes]);
  const linked = roles.plan.flatMap((one) => itemsOf(subject, one).flatMap(aboutOf));
  return new Set([...mentioned, ...linked]);
}

const aboutOf = (item: Item): string[] => item.issues ?? [];

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
    return serious
      .filter((issue) => !planned.has(issue.id))
      .map((issue): Found => {
        const name = names.get(issue.id) ?? '';
        const but = ticking.has(issue.id) ? ' (a checklist does)' : '';
        return {
          place: { issue: issue.id },
          message: `No action of the plan mentions ${name}${but}`,
          remedy: `add an action that names ${name}, e.g. under "${horizon}"`,
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
    const { review, roles, names } = subject;
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
          const mentioned = new Set([...mentionedIn([textOf(item)]), ...aboutOf(item)]);
          const issues = late.filter((issue) => mentioned.has(issue.id)).map(({ id }) => names.get(id) ?? '');
          if (issues.length === 0) return [];
          const fix = moveBefore(subject, one, item);
          return [
            {
              place: { list: one.list.id, item: item.id, field: one.name },
              message: `${named(issues)} ${issues.length === 1 ? 'is' : 'are'} to be fixed before the deployment, and planned after it`,
              remedy: 'plan it among the actions before the deployment, or change its fix priority',
              ...(fix ? { fix } : {}),
            },
          ];
        }),
      );
  },
};

const urgency = new WeakMap<Issue, { template: Template; urgent: boolean }>();

/** Whether an issue's fix priority, as given or as the template has it, is before the deployment and not after. */
export function isBeforeDeployment({ template }: Subject, issue: Issue): boolean {
  const known = urgency.get(issue);
  if (known?.template === template) return known.urgent;
  const field = template.issues[issue.severity]?.fields.priority;
  const given = issue.answers.priority;
  const priority = words(given) || (given === undefined ? String(field?.default ?? '') : '');
  const urgent =
    /\b(?:before|prior to)\b.*\b(?:deploy|production|release|launch)/i.test(priority) &&
    !/\bafter\b/i.test(priority);
  urgency.set(issue, { template, urgent });
  return urgent;
}
