import type { Answer } from '../fields/value.ts';
import { type Bullet, bullet, bullets } from '../markdown/bullets.ts';
import type { Item } from '../review/review.ts';
import { folded } from '../template/layout.ts';
import type { ListBlock } from '../template/template.ts';
import { isBracketed } from './read-issue.ts';
import { readLine, type TakeIssues } from './read-line.ts';
import { bulletOf } from './read-section.ts';

/** The items of a list; in a `blank` template its samples are none. `none`: the list is marked as not applicable. */
export function readItems(
  list: ListBlock,
  source: string,
  newId: () => string,
  blank: boolean,
  takeIssues: TakeIssues,
): { items: Item[]; none?: Answer; rest: string } {
  const reason = /^N\/A(?::[ \t]*(.*))?$/s.exec(source.trim());
  if (reason) return { items: [], none: { notApplicable: reason[1] ?? '' }, rest: '' };
  const items: Item[] = [];
  const rest: string[] = [];
  for (const found of bullets(source)) {
    if (!found.marked) rest.push(found.text);
    else readItem(list, found, newId, items, rest, blank, takeIssues);
  }
  return { items, rest: rest.join('\n\n') };
}

function readItem(
  list: ListBlock,
  found: Bullet,
  newId: () => string,
  items: Item[],
  rest: string[],
  blank: boolean,
  takeIssues: TakeIssues,
): void {
  const [first = '', ...below] = found.text.split('\n');
  const { answers, issues, rest: foreign } = readLine(list.first, first, '', list.fields, takeIssues);
  const lines = [foreign];
  for (const one of bullets(below.join('\n'))) {
    const label = one.marked ? bulletOf(`- ${one.text.split('\n', 1)[0]}`) : null;
    const known = label && list.bullets.find((each) => folded(each.label) === folded(label.label));
    if (!label || !known) {
      lines.push(one.marked ? bullet('- ', one.text) : one.text);
      continue;
    }
    const read = readLine(known.line, label.rest, one.text.split('\n').slice(1).join('\n'), list.fields);
    Object.assign(answers, read.answers);
    lines.push(read.rest);
  }
  const kept = lines.filter((line) => line.trim() !== '' && !(blank && isBracketed(line.trim())));
  const named = answers[list.asks[0] ?? ''];
  const sample = blank && Object.keys(answers).length === 1 && named !== undefined && isSampleText(named);
  if ((Object.keys(answers).length > 0 || issues.length > 0) && !sample)
    items.push({ id: newId(), answers, ...(issues.length > 0 ? { issues } : {}) });
  rest.push(...kept);
}

/** In a blank template, a text in brackets is one of its samples. */
const isSampleText = (answer: Answer): boolean =>
  'value' in answer && typeof answer.value === 'string' && isBracketed(answer.value);
