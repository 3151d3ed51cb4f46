import type { Severity } from '../../fields/issue.ts';
import type { Answer } from '../../fields/value.ts';
import { memo } from '../../memo.ts';
import { memoEach } from '../../memo-each.ts';
import { type Issue, type Item, issuesOf } from '../../review/review.ts';
import type { ListBlock, Template } from '../../template/template.ts';
import type { CheckInput } from '../check.ts';
import { titleOf } from '../issue-mentions.ts';
import { rolesOf } from '../roles.ts';
import { isBeforeDeployment, plannedIn } from './planned-issues.ts';

/** An action that is to be added to a list of the plan. */
export interface NewAction {
  list: string;
  item: Item;
}

/**
 * An action for each issue of these severities that no action of the plan is about or mentions, in the order of the
 * issues: linked to its issue, with what follows from that. Owner and deadline are left to the reviewer. None for one
 * that has no title yet.
 */
export function missingActions(subject: CheckInput, severities: Severity[]): NewAction[] {
  const issues = severities.flatMap((severity) => issuesOf(subject.review, severity));
  const planned = plannedIn(subject);
  return issues
    .filter((issue) => titleOf(issue) !== '' && !planned.has(issue.id))
    .flatMap((issue) => newActionFor(subject, issue) ?? []);
}

/** An action for an issue; null where the template has no list for it. */
const newActionFor = (subject: CheckInput, issue: Issue): NewAction | null =>
  actionFor(subject.template, issue, (list) => itemIds(subject, list));

/** The ids of a list's items; the same array while they are the same. */
export const itemIds = ({ review }: CheckInput, list: ListBlock): readonly string[] =>
  idsIn(list)(review.items[list.id] ?? none);

const idsIn = memo((_: ListBlock) => memoEach(({ id }: Item) => [id]));

/** @param takenIn the ids of a list's items */
export function actionFor(
  template: Template,
  issue: Issue,
  takenIn: (list: ListBlock) => readonly string[],
): NewAction | null {
  const list = listFor(template, issue);
  if (!list) return null;
  const [name = ''] = list.asks;
  const { title, impact, priority, effort } = issue.answers;
  const serious = issue.severity === 'critical' || issue.severity === 'high';
  const rank = serious ? 'High' : issue.severity === 'medium' ? 'Medium' : 'Low';
  const offered: Record<string, Answer | undefined> = {
    [name]: title,
    effort,
    impact: joined(impact),
    timeline: list.fields.timeline && (priority ?? usual(template, issue)),
    priority: { value: rank },
    blocks: { value: isUrgent(template, issue) ? 'Yes' : 'No' },
  };
  const answers = Object.fromEntries(
    list.asks.flatMap((field) => {
      const answer = offered[field];
      return answer && fits(list, field, answer) ? [[field, answer] as const] : [];
    }),
  );
  const id = idFor(takenIn(list), issue);
  return { list: list.id, item: { id, answers, issues: [issue.id] } };
}

const none: readonly Item[] = [];

/** The same for the same review, so that advice is the same each time that it is offered. */
function idFor(ids: readonly string[], issue: Issue): string {
  const taken = takenBy(ids);
  const id = `plan-${issue.id.slice(0, 48)}`;
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  return free;
}

const takenBy = memo((ids: readonly string[]) => new Set(ids));

/** Before the deployment what has to be, and every critical issue; the lesser ones where there is time for them. */
function listFor(template: Template, issue: Issue): ListBlock | undefined {
  const { plan } = rolesOf(template);
  const lists = plan.map(({ list }) => list);
  const named = (id: string) => lists.find((list) => list.id === id);
  const before = plan.find(({ horizon }) => horizon === 'before')?.list;
  const after = plan.find(({ horizon }) => horizon === 'after')?.list;
  if (isUrgent(template, issue)) return before ?? after;
  if (issue.severity === 'medium') return named('medium-term') ?? after;
  return (issue.severity === 'low' ? named('debt') : undefined) ?? after ?? before;
}

const isUrgent = (template: Template, issue: Issue): boolean =>
  issue.severity === 'critical' || isBeforeDeployment(template, issue);

/** The answer that a template gives for an issue's fix priority. */
function usual(template: Template, issue: Issue): Answer | undefined {
  const value = template.issues[issue.severity]?.fields.priority?.default;
  return value === undefined ? undefined : { value };
}

function joined(answer: Issue['answers']['impact']): Answer | undefined {
  if (!answer || 'notApplicable' in answer) return undefined;
  return { value: answer.value.map((one) => one.replace(/\s+/g, ' ').trim()).join('; ') };
}

/** Only what is said goes on to the plan, and a choice only among the template's own. */
function fits({ fields }: ListBlock, id: string, answer: Answer): boolean {
  const field = fields[id];
  if (!field || !('value' in answer) || typeof answer.value !== 'string' || answer.value === '') return false;
  return field.kind === 'text' || (field.kind === 'choice' && field.options?.includes(answer.value) === true);
}
