import { memo } from '../../memo.ts';
import { memoEach, steady } from '../../memo-each.ts';
import type { Issue, Item } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { type CheckInput, words } from '../check.ts';
import { type Callings, callingsOf, issuesNamedIn, itemWords, sectionNote } from '../issue-mentions.ts';
import type { ActionList } from '../roles.ts';

/** The actions of a list. */
export const actionsIn = ({ review }: CheckInput, { list }: ActionList) => review.items[list.id] ?? [];

/** What a list of actions says, in its items and in what was kept as notes of its section. */
const actionTexts = (subject: CheckInput, one: ActionList): string[] => [
  ...actionsIn(subject, one).map(itemWords),
  sectionNote(subject.review, one.list.section),
];

/** All that the action plan says, in its actions and in what was kept as notes of its pages. */
export const planTexts = (input: CheckInput): string[] => [
  ...input.roles.plan.flatMap((one) => actionTexts(input, one)),
  ...planNotes(input),
];

function planNotes({ template, review, roles }: CheckInput): string[] {
  const pages = template.pages.filter((page) => roles.plan.some(({ list }) => page.lists.includes(list.id)));
  return pages.flatMap((page) => page.sections.map((section) => sectionNote(review, section)));
}

/** The ids of the issues that an action is linked to, or that the action plan mentions; the same set while it is equal. */
export const plannedIn = (input: CheckInput): ReadonlySet<string> =>
  plannedBy(steadyIds([...inActions(input, input.roles.plan), ...inNotes(input, planNotes(input))]));

/** The same for the actions of some lists, and the notes of their sections. */
export const plannedInLists = (input: CheckInput, lists: ActionList[]): ReadonlySet<string> => {
  const notes = lists.map(({ list }) => sectionNote(input.review, list.section));
  return new Set([...inActions(input, lists), ...inNotes(input, notes)]);
};

const steadyIds = steady<string>();
const plannedBy = memo((ids: readonly string[]): ReadonlySet<string> => new Set(ids));

const inActions = (input: CheckInput, lists: ActionList[]): string[] =>
  lists.flatMap((one) => {
    const actions = actionsIn(input, one);
    return actions.length === 0 ? [] : aboutIn(one.list)(actions, callingsOf(input));
  });

const inNotes = (input: CheckInput, notes: string[]) =>
  notes.every((note) => note === '') ? [] : issuesNamedIn(callingsOf(input), notes);

const aboutIn = memo((_: ActionList['list']) => memoEach(issuesOfAction));

/** The ids of the issues that an action is about: it is linked to them, or mentions them. */
export const issuesOfAction = (item: Item, callings: Callings): string[] => [
  ...linkedIssues(item),
  ...mentionedBy(item, callings),
];

/** The ids of the issues that an action mentions. */
export const mentionedBy = memo(
  (item: Item, callings: Callings): ReadonlySet<string> => issuesNamedIn(callings, [itemWords(item)]),
);

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
