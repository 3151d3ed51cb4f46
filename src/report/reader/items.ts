import type { Answer } from '../../fields/value.ts';
import { type Bullet, bullet, bullets } from '../../markdown/bullets.ts';
import { stripped, trimmed } from '../../markdown/line.ts';
import type { Item } from '../../review/review.ts';
import { folded } from '../../template/parts/layout.ts';
import type { ListBlock } from '../../template/template.ts';
import { notApplicableIn } from '../answer-text.ts';
import { bulletOf } from './bullet-label.ts';
import { isBracketed } from './issue.ts';
import type { Leniency } from './leniency.ts';
import { readLine, type TakeIssues } from './line.ts';
import type { Passage } from './passage.ts';

/** What reading the items of a list takes. */
export interface ItemReading {
  newId: () => string;
  /** In a blank template its samples are no items. */
  blank: boolean;
  takeIssues: TakeIssues;
  leniency: Leniency;
}

/** The items of a list. `none`: the list is marked as not applicable. */
export function readItems(
  list: ListBlock,
  { text: source, at: from }: Passage,
  reading: ItemReading,
): { items: Item[]; places: Map<string, number>; none?: Answer; rest: string } {
  const places = new Map<string, number>();
  const [first = '', ...below] = stripped(source).split('\n');
  const none = notApplicableIn(stripped(first));
  if (none) return { items: [], places, none, rest: trimmed(below.join('\n')) };
  const items: Item[] = [];
  const rest: string[] = [];
  for (const found of bullets(source)) {
    if (!found.marked) rest.push(found.text);
    else {
      const { item, passages } = readItem(list, found, reading);
      if (item) {
        items.push(item);
        places.set(item.id, from + found.at);
      }
      for (const passage of passages) rest.push(passage);
    }
  }
  return { items, places, rest: rest.join('\n\n') };
}

function readItem(
  list: ListBlock,
  found: Bullet,
  { newId, blank, takeIssues, leniency }: ItemReading,
): { item: Item | null; passages: string[] } {
  const [first = '', ...below] = found.text.split('\n');
  const { answers, issues, rest: foreign } = readLine(list.first, first, '', list.fields, { takeIssues });
  const lines = [foreign];
  for (const one of bullets(separated(below).join('\n'))) {
    const [head = '', ...more] = one.text.split('\n');
    const labelled = ownLabel(list, head) ?? lenientLabel(list, head, answers, leniency);
    if (!labelled || !isOpen(labelled.bullet, answers)) {
      lines.push(one.marked ? bullet('- ', one.text) : one.text);
      continue;
    }
    const read = readLine(labelled.bullet.line, labelled.rest, more.join('\n'), list.fields);
    Object.assign(answers, read.answers);
    lines.push(labelled.remark, read.rest);
  }
  const passages = lines.filter((line) => line.trim() !== '' && !(blank && isBracketed(line.trim())));
  const named = answers[list.asks[0] ?? ''];
  const sample = blank && Object.keys(answers).length === 1 && named !== undefined && isSampleText(named);
  const about = issues.length > 0 ? { issues } : {};
  const isItem = (Object.keys(answers).length > 0 || issues.length > 0) && !sample;
  return { item: isItem ? { id: newId(), answers, ...about } : null, passages };
}

type ItemBullet = ListBlock['bullets'][number];
interface Labelled {
  bullet: ItemBullet;
  rest: string;
  /** What the label says besides. */
  remark: string;
}

/** The line of an item by the template's own label for it. */
function ownLabel({ bullets: all }: ListBlock, text: string): Labelled | null {
  const found = bulletOf(`- ${text.replace(/^[-*+] +/, '')}`);
  const own = found && all.find(({ label }) => folded(label) === folded(found.label));
  return own ? { bullet: own, rest: found.rest, remark: '' } : null;
}

/** The line of an item that has no answer yet, by another name for it. */
function lenientLabel(
  { bullets: all }: ListBlock,
  text: string,
  answers: Record<string, Answer>,
  leniency: Leniency,
): Labelled | null {
  const open = all.filter((one) => isOpen(one, answers));
  const found = leniency.itemLabel(
    open.map(({ label }) => label),
    text.replace(/^[-*+] +/, ''),
  );
  const meant = found && open.find(({ label }) => label === found.label);
  return meant ? { bullet: meant, rest: found.rest, remark: found.remark } : null;
}

const isOpen = ({ line }: ItemBullet, answers: Record<string, Answer>): boolean =>
  !line.some((part) => part.type === 'field' && part.field in answers);

/** Lines of words with a label, each an item of its own. */
const separated = (lines: string[]): string[] =>
  lines.map((line) => (beginsLabelled.test(line) ? `- ${line}` : line));

const beginsLabelled = /^(?:\*\*)?\p{Lu}[\p{L} -]{0,30}(?::\*\*|\*\*:|:)(?=\s|$)/u;

/** In a blank template, a text in brackets is one of its samples. */
const isSampleText = (answer: Answer): boolean =>
  'value' in answer && typeof answer.value === 'string' && isBracketed(answer.value);
