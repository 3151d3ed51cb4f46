import type { Answer } from '../fields/value.ts';
import { type Bullet, bullet, bullets } from '../markdown/bullets.ts';
import { stripped, trimmed } from '../markdown/line.ts';
import type { Item } from '../review/review.ts';
import { folded } from '../template/layout.ts';
import type { ListBlock } from '../template/template.ts';
import { bulletOf } from './bullet-label.ts';
import { isBracketed } from './read-issue.ts';
import { readLine, type TakeIssues } from './read-line.ts';
import type { Kept } from './read-section.ts';
import { remarkBehind } from './remark.ts';
import { saidLabel } from './said-label.ts';
import { loosely, meansLabel } from './synonyms.ts';
import { exemptionIn } from './words.ts';

/** The items of a list; in a `blank` template its samples are none. `none`: the list is marked as not applicable. */
export function readItems(
  list: ListBlock,
  { text: source, at: from }: Kept,
  newId: () => string,
  blank: boolean,
  takeIssues: TakeIssues,
): { items: Item[]; places: Map<string, number>; none?: Answer; rest: string } {
  const places = new Map<string, number>();
  const [first = '', ...below] = stripped(source).split('\n');
  const none = exemptionIn(stripped(first));
  if (none) return { items: [], places, none, rest: trimmed(below.join('\n')) };
  const items: Item[] = [];
  const rest: string[] = [];
  for (const found of bullets(source)) {
    if (!found.marked) rest.push(found.text);
    else {
      const { item, kept } = readItem(list, found, newId, blank, takeIssues);
      if (item) {
        items.push(item);
        places.set(item.id, from + found.at);
      }
      rest.push(...kept);
    }
  }
  return { items, places, rest: rest.join('\n\n') };
}

function readItem(
  list: ListBlock,
  found: Bullet,
  newId: () => string,
  blank: boolean,
  takeIssues: TakeIssues,
): { item: Item | null; kept: string[] } {
  const [first = '', ...below] = found.text.split('\n');
  const { answers, issues, rest: foreign } = readLine(list.first, first, '', list.fields, takeIssues);
  const lines = [foreign];
  for (const one of bullets(separated(below).join('\n'))) {
    const [head = '', ...more] = one.text.split('\n');
    const label = labelIn(head);
    const known = label && bulletNamed(list, label.label, answers);
    if (!label || !known) {
      lines.push(one.marked ? bullet('- ', one.text) : one.text);
      continue;
    }
    const read = readLine(known.line, label.rest, more.join('\n'), list.fields);
    Object.assign(answers, read.answers);
    lines.push(folded(known.label) === folded(label.label) ? '' : remarkBehind(label.label), read.rest);
  }
  const kept = lines.filter((line) => line.trim() !== '' && !(blank && isBracketed(line.trim())));
  const named = answers[list.asks[0] ?? ''];
  const sample = blank && Object.keys(answers).length === 1 && named !== undefined && isSampleText(named);
  const about = issues.length > 0 ? { issues } : {};
  const isItem = (Object.keys(answers).length > 0 || issues.length > 0) && !sample;
  return { item: isItem ? { id: newId(), answers, ...about } : null, kept };
}

/** A label at the start of a line of an item, however it is written. */
function labelIn(text: string): { label: string; rest: string } | null {
  const bare = text.replace(/^[-*+] +/, '');
  return (
    bulletOf(`- ${bare}`) ??
    (/^\*\*/.test(bare) ? saidLabel({ text: bare, kind: 'text', at: 0, depth: 0 }) : null)
  );
}

/** The line of an item that a label means and that has not been read yet. */
function bulletNamed(list: ListBlock, said: string, answers: Record<string, Answer>) {
  const own = list.bullets.find((one) => folded(one.label) === folded(said));
  const open = (one: ListBlock['bullets'][number]) =>
    !one.line.some((part) => part.type === 'field' && part.field in answers);
  if (own) return open(own) ? own : undefined;
  return list.bullets.find((one) => open(one) && meansLabel(loosely(said), folded(one.label)));
}

/** Lines of words with a label, each an item of its own. */
const separated = (lines: string[]): string[] =>
  lines.map((line) => (labelled.test(line) ? `- ${line}` : line));

const labelled = /^(?:\*\*)?\p{Lu}[\p{L} -]{0,30}(?::\*\*|\*\*:|:)(?=\s|$)/u;

/** In a blank template, a text in brackets is one of its samples. */
const isSampleText = (answer: Answer): boolean =>
  'value' in answer && typeof answer.value === 'string' && isBracketed(answer.value);
