import { issueNames } from '../../../../review/issue-names.ts';
import {
  acceptedUntil,
  type DeltaSection,
  deltaSectionOf,
  outcomeAt,
} from '../../../../review/previous/delta-section.ts';
import { derivedWords, itemText, previousIssueName } from '../../../../review/previous/derived-words.ts';
import type { Issue, Item } from '../../../../review/review.ts';
import { widestOf } from '../../../../text/widest.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Row, type Segment, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { type Block, isFocused } from '../../page/view.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, label, shortened, shown, textRows } from '../text.ts';
import { severityTone } from './issues.ts';

type Entry = Extract<Block, { type: 'entry' }>;

/** An issue of the previous review in its list: its name and title there, what it is now, what became of it. */
export function previousIssueRows(state: State, block: Entry): Row[] | null {
  const delta = deltaSectionOf(state.template);
  const items = delta?.list.id === block.list ? (state.history.present.items[block.list] ?? []) : [];
  const item = items.find(({ id }) => id === block.item);
  if (!delta || !item) return null;
  const focused = isFocused(state, block);
  const { names, link, links } = columnsOf(state, delta, items);
  const { name, severity, title } = previousIssueName(state.template, itemText(delta.list, item));
  const { width } = geometryOf(state.size);
  const outcome = Math.max(...Object.values(delta.words).map(displayWidth), undecided.length) + 1;
  const beside = width >= 70;
  const right = beside ? link + outcome + 2 : 0;
  const room = Math.max(8, width - 2 - names - right - 2);
  const [first = '', ...more] = textRows(title || 'not named yet', room);
  const tone = !title ? 'dim' : focused ? 'bold' : 'answer';
  const indent: Row = [bar(focused), seg(' '.repeat(names))];
  const below = remarks(delta, item).flatMap((text) =>
    textRows(text, Math.max(8, width - names - 4)).map((row): Row => [...indent, seg(row, 'dim')]),
  );
  const { words, said, sign } = standing(delta, item);
  const now = links.get(item.id) ?? '';
  const head: Row = [
    bar(focused),
    seg(padEnd(name, names), severity ? severityTone[severity] : 'plain'),
    seg(padEnd(first, room + 2), tone),
  ];
  if (beside) {
    head.push(seg(padEnd(shortened(now, link - 1), link)));
    head.push(seg(padEnd(shortened(words, outcome - 1), outcome), said ? 'answer' : 'dim'), sign);
  }
  const rows = beside
    ? []
    : textRows([now, words].filter(Boolean).join('  '), Math.max(8, width - names - 6));
  return [
    head,
    ...more.map((row): Row => [...indent, seg(row, tone)]),
    ...rows.map((row, index): Row => {
      const line = [...indent, seg(row, said ? 'answer' : 'dim')];
      return index === rows.length - 1 ? [...line, seg(' '), sign] : line;
    }),
    ...below,
  ];
}

const undecided = 'not decided yet';

interface Columns {
  /** How wide the earlier names are, and what the issues are now. */
  names: number;
  link: number;
  /** "→ HIGH-1" by the items' ids: what the previous issue is in this review; empty when it is none. */
  links: Map<string, string>;
}

const columns = new WeakMap<Item[], { issues: Issue[]; columns: Columns }>();

/** The columns of all rows together, worked out once for a list and its issues. */
function columnsOf({ template, history }: State, delta: DeltaSection, items: Item[]): Columns {
  const { issues } = history.present;
  const hit = columns.get(items);
  if (hit?.issues === issues) return hit.columns;
  const numbers = issueNames(template, history.present);
  const links = new Map(
    items.map((item) => {
      const now = (item.issues ?? []).flatMap((id) => numbers.get(id) ?? []);
      return [item.id, now.length > 0 ? `→ ${now.join(', ')}` : ''];
    }),
  );
  const names = items.map((item) => previousIssueName(template, itemText(delta.list, item)).name);
  const made: Columns = {
    names: widestOf(names) + 2,
    link: Math.min(24, widestOf(links.values()) + 2),
    links,
  };
  columns.set(items, { issues, columns: made });
  return made;
}

/** What became of it, and whether that is all that is to be said. */
function standing(delta: DeltaSection, item: Item): { words: string; said: boolean; sign: Segment } {
  const words = shown(itemText(delta.list, item, delta.outcome.id));
  if (words === '') return { words: undecided, said: false, sign: seg(signs.untouched, 'high') };
  const whole = lacks(delta, item) === '';
  return { words, said: true, sign: whole ? seg(signs.complete, 'done') : seg(signs.attention, 'high') };
}

/** What is not said of an accepted risk; empty when all is, or it is none. */
function lacks(delta: DeltaSection, item: Item): string {
  if (outcomeAt(delta, item) !== 'accepted') return '';
  const missing = [delta.by, delta.reason, delta.until].filter(
    (field) => field && itemText(delta.list, item, field.id) === '',
  );
  return missing.map((field) => `no ${field?.label.toLowerCase()}`).join(', ');
}

function remarks(delta: DeltaSection, item: Item): string[] {
  const said = (field: DeltaSection['by']) => (field ? shown(itemText(delta.list, item, field.id)) : '');
  const until = acceptedUntil(delta, item) || said(delta.until);
  const isAccepted = outcomeAt(delta, item) === 'accepted';
  const by = said(delta.by);
  const accepted = [by && `by ${by}`, until && `until ${until}`].filter(Boolean).join(', ');
  return [
    isAccepted ? [accepted, said(delta.reason)].filter(Boolean).join(': ') : '',
    said(delta.note),
    lacks(delta, item),
  ].filter((text) => text !== '');
}

/** Words that follow from the list, behind their label. */
export function derivedRows(state: State, { label: name, part }: Extract<Block, { type: 'derived' }>): Row[] {
  const { width, labels } = geometryOf(state.size);
  const { template, history } = state;
  const review = history.present;
  const items = review.items[part.list] ?? [];
  const words = derivedWords(template, part, items, review.issues, issueNames(template, review));
  const indent = Math.max(labels, displayWidth(name) + 2);
  return textRows(words, Math.max(8, width - indent - 4)).map(
    (row, index): Row => [
      seg('  '),
      label(padEnd(index === 0 ? name : '', indent), false),
      seg(row, 'answer'),
    ],
  );
}

/** What decides how they look. */
export const derivedDependencies = (
  state: State,
  { part }: Extract<Block, { type: 'derived' }>,
): unknown[] => [state.size, state.history.present.items[part.list], state.history.present.issues];
