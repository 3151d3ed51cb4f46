import { memo } from '../../memo.ts';
import type { Issue, Item } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { type CheckInput, words } from '../check.ts';
import { issuesNamedIn, itemWords, sectionNote } from '../issue-mentions.ts';
import type { ActionList } from '../roles.ts';

/** The actions of a list. */
export const actionsIn = ({ review }: CheckInput, { list }: ActionList) => review.items[list.id] ?? [];

/** What a list of actions says, in its items and in what was kept as notes of its section. */
export const actionTexts = (subject: CheckInput, one: ActionList): string[] => [
  ...actionsIn(subject, one).map(itemWords),
  sectionNote(subject.review, one.list.section),
];

/** All that the action plan says, in its actions and in what was kept as notes of its pages. */
export function planTexts(input: CheckInput): string[] {
  const { template, review, roles } = input;
  const pages = template.pages.filter((page) => roles.plan.some(({ list }) => page.lists.includes(list.id)));
  const notes = pages.flatMap((page) => page.sections.map((section) => sectionNote(review, section)));
  return [...roles.plan.flatMap((one) => actionTexts(input, one)), ...notes];
}

/** The ids of those of some issues that an action is linked to, or that the action plan mentions. */
export function plannedIn(input: CheckInput, issues: Issue[]): ReadonlySet<string> {
  const mentioned = issuesNamedIn(input, issues)(planTexts(input));
  const linked = input.roles.plan.flatMap((one) => actionsIn(input, one).flatMap(linkedIssues));
  return new Set([...mentioned, ...linked]);
}

/** The issues that an action is linked to. */
export const linkedIssues = (item: Item): string[] => item.issues ?? [];

/** Whether an issue's fix priority, as given or as the template has it, is before the deployment and not after. */
export const isBeforeDeployment = (template: Template, issue: Issue): boolean => isUrgent(issue, template);

const isUrgent = memo((issue: Issue, template: Template): boolean => {
  const field = template.issues[issue.severity]?.fields.priority;
  const given = issue.answers.priority;
  const priority = words(given) || (given === undefined ? String(field?.default ?? '') : '');
  // The template's own words for it begin with "IMMEDIATE", and so does its plan.
  const before = /\b(?:before|prior to|pre)\b.*\b(?:deploy|production|release|launch|go-?live|going live)/i;
  return (before.test(priority) || /^\W*immediate/i.test(priority)) && !/\bafter\b/i.test(priority);
});
