import { clean, cleanLine } from '../../text/clean.ts';
import type { Hint } from '../frame.ts';
import { scrolledHelp } from '../help.ts';
import { isTyped } from '../keys/key-name.ts';
import { helpRowsOf, hintsOf, type KeyRow, rowFor } from '../keys/key-rows.ts';
import { lineEdit } from '../keys/line-editing.ts';
import type { ListKey } from '../picker/scroll.ts';
import { menuEntries } from './menu.ts';
import {
  chosenDraft,
  chosenEntry,
  editHome,
  type HomeNext,
  type HomeState,
  homeText,
  moveInDrafts,
  show,
} from './state.ts';

type Row = KeyRow<HomeState, HomeNext>;

const on =
  (...parts: HomeState['part'][]) =>
  ({ part }: HomeState): boolean =>
    parts.includes(part);

const onDraft =
  (...parts: HomeState['part'][]) =>
  (state: HomeState): boolean =>
    parts.includes(state.part) && chosenDraft(state) !== undefined;

const withDraft =
  (does: 'resume' | 'delete' | 'restore') =>
  (state: HomeState): HomeNext => {
    const draft = chosenDraft(state);
    const view = { ...state, asked: false };
    return draft ? { view, effect: { do: does, id: draft.id } } : { view };
  };

const group = 'Reviews';
const trash = 'Trash';
const open = 'Opening a report';
const help = 'Help';

/** Every key of the home screen. The first row that fits acts; the hint line and Help are made of the same rows. */
const homeKeys: readonly Row[] = [
  {
    keys: ['enter'],
    group,
    does: 'resume the review where it was left',
    hint: 'resume',
    when: onDraft('drafts'),
    run: withDraft('resume'),
  },
  {
    keys: ['enter'],
    group,
    does: 'in the menu: do what the entry says',
    hint: 'start',
    when: (state) => chosenEntry(state) >= 0,
    run: (state) => pressedHome(state, menuEntries[chosenEntry(state)]?.key ?? '', ''),
  },
  {
    keys: ['n'],
    group,
    does: 'start a review of this repository',
    hint: 'new',
    when: on('drafts'),
    run: (state) => ({ view: { ...state, asked: false }, effect: { do: 'new' } }),
  },
  {
    keys: ['f'],
    group,
    does: 'start a review that follows up on the newest report in docs/reports',
    hint: 'follow up',
    when: on('drafts'),
    run: (state) => ({ view: { ...state, asked: false }, effect: { do: 'follow' } }),
  },
  {
    keys: ['o'],
    group,
    does: 'read a report into a new review',
    hint: 'open a report',
    when: on('drafts'),
    run: (state) => show(state, 'open'),
  },
  {
    keys: ['i'],
    group,
    does: 'import what scanners found into the selected review, or else the newest',
    when: on('drafts'),
    run: (state) => {
      const draft = chosenDraft(state) ?? state.drafts.find(({ unread }) => unread === undefined);
      return { view: { ...state, asked: false }, effect: { do: 'import', id: draft?.id ?? null } };
    },
  },
  {
    keys: ['e'],
    group,
    does: 'open an example review to look around in; nothing of it is saved',
    when: on('drafts'),
    run: (state) => ({ view: { ...state, asked: false }, effect: { do: 'example' } }),
  },
  {
    keys: ['d'],
    group,
    does: 'move the review to the trash',
    hint: 'delete',
    when: onDraft('drafts'),
    run: withDraft('delete'),
  },
  {
    keys: ['t'],
    group,
    does: 'show what was deleted in the last 30 days',
    hint: 'trash',
    when: (state) => state.part === 'drafts' && state.trashed.length > 0,
    run: (state) => show(state, 'trash'),
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown', 'home', 'end'],
    shown: '↑ ↓ PgUp PgDn Home End',
    group,
    does: 'select another review, or an entry of the menu',
    when: on('drafts', 'trash'),
    run: (state, key) => moveInDrafts(state, key as ListKey),
  },
  {
    keys: ['enter'],
    group: trash,
    does: 'restore the review from the trash',
    hint: 'restore',
    when: onDraft('trash'),
    run: withDraft('restore'),
  },
  {
    keys: ['t'],
    group: trash,
    does: 'back to the reviews',
    when: on('trash'),
    run: (state) => show(state, 'drafts'),
  },
  {
    keys: ['enter'],
    group: open,
    does: 'open the report whose path is typed',
    hint: 'open',
    when: on('open'),
    run: (state) => {
      const path = state.path.text.trim();
      return path === '' ? { view: state } : { view: state, effect: { do: 'open', path } };
    },
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group: help,
    does: 'scroll by a row',
    hint: 'scroll',
    when: on('help'),
    run: scroll,
  },
  {
    keys: ['pageup', 'pagedown'],
    shown: 'PgUp PgDn',
    group: help,
    does: 'scroll by a screen',
    hint: 'page',
    when: on('help'),
    run: scroll,
  },
  {
    keys: ['q'],
    group,
    does: 'leave',
    when: on('drafts'),
    run: (state) => ({ view: state, effect: { do: 'quit' } }),
  },
  {
    keys: ['ctrl+c'],
    group,
    does: 'leave',
    hint: 'leave',
    hinted: on('drafts'),
    run: (state) => ({ view: state, effect: { do: 'quit' } }),
  },
  {
    keys: ['?', 'f1'],
    shown: 'F1',
    group,
    does: 'this help; so does ?',
    hint: 'help',
    when: on('drafts', 'trash'),
    run: (state) => show(state, 'help'),
  },
  {
    keys: ['escape'],
    group,
    does: 'back to the reviews',
    hint: 'back',
    hinted: on('trash', 'open', 'help'),
    run: (state) => show(state, 'drafts'),
  },
];

function scroll(state: HomeState, key: string): HomeNext {
  const { helpRows, columns, rows } = state;
  return { view: { ...state, scroll: scrolledHelp(state, key as ListKey, helpRows, columns, rows) } };
}

export const homeHelp = helpRowsOf(homeKeys);

/** The hints; how to get help and how to leave are among them at any width. */
export const homeHints = (state: HomeState): Hint[] =>
  hintsOf(homeKeys, state).map(({ keys, does, row }) => ({
    keys,
    does,
    always: row.keys.includes('f1') || row.keys.includes('ctrl+c'),
  }));

/** What a key does, with the text that it types. */
export function pressedHome(state: HomeState, name: string, input: string): HomeNext {
  const row = rowFor(homeKeys, state, name);
  if (row) return row.run(state, name);
  const edit = isTyped(name, input) ? { edit: 'insert' as const, text: clean(input).text } : lineEdit(name);
  return edit && homeText(state) ? editHome(state, edit) : { view: { ...state, asked: false } };
}

export const pastedHome = (state: HomeState, text: string): HomeNext =>
  homeText(state)
    ? editHome(state, { edit: 'insert', text: cleanLine(text).replaceAll('\t', ' ') })
    : { view: state };
