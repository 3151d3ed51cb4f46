import type { Field } from '../../fields/field.ts';
import { type IssueField, issueFields, type Severity } from '../../fields/issue.ts';
import { takesLinks } from '../../report/links.ts';
import { deltaOf, outcomeAt } from '../../review/delta.ts';
import { answerAt, type Item, issuesOf, type Place, placeKey, type Review } from '../../review/review.ts';
import type { Derived, ListBlock, Page } from '../../template/template.ts';
import { againHint, firstHint, isFresh } from './fresh.ts';
import { listed } from './listed.ts';
import { fieldAt, fieldName, itemsOf, rowsOf } from './lookup.ts';
import type { State } from './state.ts';

/** Whose note it is: lines of a read report that fit no field. */
type NoteOf = { section: string } | { issue: string };

/** A piece of the page: some lines of the screen, and often a place where the focus can be. */
export type Piece = {
  /** Unique on the page; for a field its place's key, with `#index` for the rows of one. */
  key: string;
  /** The focus can be here. */
  stop: boolean;
  /** Empty rows above. */
  gap: number;
} & (
  | { type: 'title'; title: string; count: string }
  | { type: 'heading'; level: 'section' | 'group'; id: string; title: string; fields: string[] }
  | { type: 'quote'; text: string }
  | { type: 'counts' }
  | { type: 'derived'; label: string; part: Derived }
  | { type: 'words'; text: string }
  | { type: 'field'; place: Place; field: Field }
  | { type: 'label'; place: Place; field: Field }
  | { type: 'row'; place: Place; field: Field; index: number; empty: boolean }
  | { type: 'item'; place: Place; field: Field; index: number; empty: boolean }
  | { type: 'issue'; issue: string; number: string }
  | { type: 'entry'; list: string; item: string; number: number }
  /** The issues that an item is about. */
  | { type: 'about'; list: string; item: string }
  | { type: 'add-issue'; severity: Severity }
  | { type: 'add-entry'; list: string }
  | { type: 'severity'; issue: string }
  | { type: 'more'; issue: string }
  | { type: 'note'; of: NoteOf }
  | { type: 'finish' }
);

/** What decides which pieces there are. */
export type Given = Pick<State, 'template' | 'page' | 'open' | 'gap' | 'more' | 'filter' | 'sort'> & {
  review: Review;
  /** An earlier report that the review could follow. */
  offered: string | null;
};

/** The pieces of what is open, in order. */
export function build(given: Given): Piece[] {
  return spaced(whatIsOpen(given));
}

function whatIsOpen(given: Given): Piece[] {
  const { template, open, review } = given;
  if (open && 'issue' in open) {
    const pieces = issueForm(given, open.issue);
    if (pieces) return pieces;
  }
  if (open && 'list' in open) {
    const list = template.lists[open.list];
    const items = review.items[open.list] ?? [];
    const index = items.findIndex((item) => item.id === open.item);
    if (list && index >= 0) {
      return [
        { key: '@title', type: 'title', title: `${list.title} ${index + 1}`, count: '', stop: false, gap: 0 },
        ...fieldsOf(given, list, items[index] as Item).flatMap((field, at) =>
          fieldPieces(given, { list: list.id, item: open.item, field }, at === 0 ? 1 : 0),
        ),
        ...(takesLinks(list) && review.issues.length > 0 ? [aboutPiece(list.id, open.item)] : []),
      ];
    }
  }
  const page = template.pages.find((one) => one.id === given.page);
  return page ? pagePieces(given, page) : [];
}

const aboutPiece = (list: string, item: string): Piece => ({
  key: `about/${list}/${item}`,
  type: 'about',
  list,
  item,
  stop: true,
  gap: 1,
});

/** What an item of the delta keeps of its issue is shown where it keeps something, and where it is a risk. */
function fieldsOf({ template }: Given, list: ListBlock, item: Item): string[] {
  const all = Object.keys(list.fields);
  const delta = deltaOf(template);
  if (delta?.list !== list || outcomeAt(delta, item) === 'accepted') return all;
  const kept = new Set([...delta.kept.values()].map(({ id }) => id));
  return all.filter((field) => !kept.has(field) || item.answers[field] !== undefined);
}

function pagePieces(given: Given, page: Page): Piece[] {
  const { review, template } = given;
  const pieces: Piece[] = [
    { key: '@title', type: 'title', title: page.title, count: '', stop: false, gap: 0 },
  ];
  page.blocks.forEach((block, index) => {
    const before = pieces.at(-1);
    switch (block.type) {
      case 'section':
      case 'group':
        pieces.push({
          key: `@${block.type}/${block.id}`,
          type: 'heading',
          level: block.type,
          id: block.id,
          title: block.title,
          fields: block.fields,
          stop: false,
          gap: 1,
        });
        break;
      case 'field':
        pieces.push(...fieldPieces(given, { field: block.field }, before?.type === 'title' ? 1 : 0));
        break;
      case 'quote':
        pieces.push({ key: `@quote/${index}`, type: 'quote', text: block.text, stop: false, gap: 1 });
        break;
      case 'counts':
        pieces.push({ key: '@counts', type: 'counts', stop: false, gap: 1 });
        break;
      case 'derived': {
        const { label, part } = block;
        const gap = before?.type === 'derived' ? 0 : 1;
        pieces.push({
          key: `@derived/${part.what}/${index}`,
          type: 'derived',
          label,
          part,
          stop: false,
          gap,
        });
        break;
      }
      case 'issues':
        pieces.push(...issueRows(given, block.severity));
        break;
      case 'items': {
        const items = review.items[block.list] ?? [];
        items.forEach((item, at) => {
          pieces.push({
            key: `entry/${block.list}/${item.id}`,
            type: 'entry',
            list: block.list,
            item: item.id,
            number: at + 1,
            stop: true,
            gap: at === 0 ? 1 : 0,
          });
        });
        const list = template.lists[block.list];
        if (items.length === 0 && list) {
          const names = list.asks.flatMap((id) => list.fields[id] ?? []).map(fieldName);
          const text = `None yet; a adds one: ${names.join(', ')}.`;
          pieces.push({ key: `@none/${block.list}`, type: 'words', text, stop: false, gap: 1 });
        }
        pieces.push({
          key: `add/${block.list}`,
          type: 'add-entry',
          list: block.list,
          stop: true,
          gap: 0,
        });
        break;
      }
    }
  });
  for (const section of page.sections) {
    if (review.notes[section] === undefined && given.gap?.list !== `note/${section}`) continue;
    pieces.push({ key: `note/${section}`, type: 'note', of: { section }, stop: true, gap: 1 });
  }
  if (template.pages[0]?.id === page.id && isFresh(template, review)) {
    pieces.push({ key: '@first', type: 'words', text: firstHint, stop: false, gap: 2 });
    if (given.offered !== null)
      pieces.push({ key: '@again', type: 'words', text: againHint(given.offered), stop: false, gap: 1 });
  }
  if (template.pages.at(-1)?.id === page.id) {
    pieces.push({ key: '@finish', type: 'finish', stop: true, gap: 1 });
  }
  return pieces;
}

function issueRows(given: Given, severity: Severity): Piece[] {
  const word = given.template.issues[severity]?.word ?? severity.toUpperCase();
  const all = issuesOf(given.review, severity).length;
  const issues = listed(given, severity);
  const pieces: Piece[] = issues.map(([issue, index], at) => ({
    key: `issue/${issue.id}`,
    type: 'issue',
    issue: issue.id,
    number: `${word}-${index + 1}`,
    stop: true,
    gap: at === 0 ? 1 : 0,
  }));
  if (given.filter !== '') {
    const text = `${issues.length} of ${all} have “${given.filter}”; Esc lists all.`;
    pieces.unshift({ key: '@filter', type: 'words', text, stop: false, gap: 1 });
  }
  if (all === 0) {
    const none = given.template.issues[severity]?.none ?? '';
    const text = `${none} That is what the report says; a adds one.`;
    pieces.push({ key: '@none', type: 'words', text, stop: false, gap: 1 });
  }
  pieces.push({ key: 'add-issue', type: 'add-issue', severity, stop: true, gap: 1 });
  return pieces;
}

function issueForm(given: Given, id: string): Piece[] | null {
  const { template, review } = given;
  const issue = review.issues.find((one) => one.id === id);
  if (!issue) return null;
  const block = template.issues[issue.severity];
  const number = issuesOf(review, issue.severity).indexOf(issue) + 1;
  const asked: IssueField[] = block?.asks ?? issueFields;
  const rest = issueFields.filter((field) => !asked.includes(field));
  // A field that has an answer is printed, asked for or not: it must not be hidden.
  const answered = rest.filter((field) => issue.answers[field] !== undefined);
  const hidden = rest.filter((field) => issue.answers[field] === undefined);
  const pieces: Piece[] = [
    {
      key: '@title',
      type: 'title',
      title: `${block?.word ?? issue.severity.toUpperCase()}-${number}`,
      count: '',
      stop: false,
      gap: 0,
    },
    { key: `severity/${id}`, type: 'severity', issue: id, stop: true, gap: 1 },
    ...[...asked, ...(given.more ? [] : answered)].flatMap((field) =>
      fieldPieces(given, { issue: id, field }, 0),
    ),
  ];
  if (given.more || hidden.length > 0) {
    pieces.push({ key: `more/${id}`, type: 'more', issue: id, stop: true, gap: 1 });
  }
  if (given.more) pieces.push(...rest.flatMap((field) => fieldPieces(given, { issue: id, field }, 0)));
  if (issue.note !== undefined || given.gap?.list === `issue-note/${id}`) {
    pieces.push({ key: `issue-note/${id}`, type: 'note', of: { issue: id }, stop: true, gap: 1 });
  }
  return pieces;
}

const tall: ReadonlySet<Field['kind']> = new Set(['prose', 'code', 'one-of']);

/** One piece for a field; for lists and checklists a label and a piece for each row. */
function fieldPieces(given: Given, place: Place, gap: number): Piece[] {
  const { review } = given;
  const field = fieldAt(given.template, review, place);
  if (!field) return [];
  const key = placeKey(place);
  const answer = answerAt(review, place);
  const rows = field.kind === 'list' || field.kind === 'location';
  if ((answer && 'notApplicable' in answer) || !(rows || field.kind === 'checklist')) {
    return [{ key, type: 'field', place, field, stop: true, gap: tall.has(field.kind) ? 1 : gap }];
  }
  const alone = given.gap?.list === key && given.gap.alone === true;
  const held = rows ? rowsOf(review, place, field).length : itemsOf(review, place, field).length;
  const count = alone ? 0 : held;
  const empty = given.gap?.list === key ? given.gap.index : count === 0 ? 0 : -1;
  const pieces: Piece[] = [{ key: `@label/${key}`, type: 'label', place, field, stop: false, gap: 1 }];
  const total = count + (empty >= 0 ? 1 : 0);
  for (let at = 0; at < total; at++) {
    const index = empty >= 0 && at > empty ? at - 1 : at;
    pieces.push({
      key: `${key}#${at}`,
      type: rows ? 'row' : 'item',
      place,
      field,
      index,
      empty: at === empty,
      stop: true,
      gap: 0,
    });
  }
  return pieces;
}

/** An empty row after what takes several rows, none between a heading and what it is of. */
function spaced(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    if (before?.type === 'heading' && piece.type !== 'heading' && piece.gap > 0) return { ...piece, gap: 0 };
    const long = before?.type === 'row' || before?.type === 'item' || isTall(before);
    return long && piece.type === 'field' && piece.gap === 0 ? { ...piece, gap: 1 } : piece;
  });
}

const isTall = (piece: Piece | undefined): boolean => piece?.type === 'field' && tall.has(piece.field.kind);
