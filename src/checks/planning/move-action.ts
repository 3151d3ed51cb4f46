import type { Field } from '../../fields/field.ts';
import type { Answer } from '../../fields/value.ts';
import type { Action } from '../../review/actions.ts';
import type { Item } from '../../review/review.ts';
import type { CheckInput } from '../check.ts';
import { sectionNote } from '../issue-mentions.ts';
import type { Fix } from '../problem.ts';
import type { ActionList } from '../roles.ts';

/**
 * Moves an action to the first list of what is done before the deployment. Its links stay, its answers go to the
 * fields that correspond; what that list does not ask is kept as a note of its section.
 */
export function moveBefore({ review, roles }: CheckInput, from: ActionList, item: Item): Fix | undefined {
  const to = roles.plan.find(({ horizon }) => horizon === 'before');
  if (!to) return undefined;
  const answers: Record<string, Answer> = {};
  const left: string[] = [];
  for (const [id, answer] of Object.entries(item.answers)) {
    const field = from.list.fields[id];
    const target = id === from.name ? to.name : id;
    const corresponds = field !== undefined && to.list.fields[target]?.kind === field.kind;
    if (corresponds && !(target in answers)) answers[target] = answer;
    else left.push(...inWords(field, id, answer));
  }
  const taken = new Set((review.items[to.list.id] ?? []).map(({ id }) => id));
  let { id } = item;
  for (let count = 2; taken.has(id); count += 1) id = `${item.id}-${count}`;
  const { section } = to.list;
  const text = [sectionNote(review, section), left.join('\n')].filter((one) => one !== '').join('\n\n');
  const note: Action[] = left.length === 0 ? [] : [{ do: 'note', section, text }];
  return {
    label: 'plan it before the deployment',
    actions: [
      { do: 'remove-item', list: from.list.id, id: item.id },
      { do: 'add-item', list: to.list.id, item: { ...item, id, answers } },
      ...note,
    ],
  };
}

function inWords(field: Field | undefined, id: string, answer: Answer): string[] {
  const label = field?.label || id;
  if ('notApplicable' in answer)
    return answer.notApplicable === '' ? [] : [`- ${label}: N/A: ${answer.notApplicable}`];
  const { value } = answer;
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(textOf) : [value.text];
  const words = texts.join(', ').trim();
  return words === '' ? [] : [`- ${label}: ${words}`];
}

const textOf = (one: string | { text: string }): string => (typeof one === 'string' ? one : one.text);
