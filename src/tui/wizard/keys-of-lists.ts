import type { Outcome } from '../../review/delta.ts';
import { answerAt, issuesOf } from '../../review/review.ts';
import { clearChoice, moveOption, namesOption, toggleOption, typeOwn } from './choosing.ts';
import { controls } from './controls/controls.ts';
import { inDelta, mark } from './delta.ts';
import type { KeyRow } from './key-row.ts';
import { add, askSeverity, move, open, remove } from './lists.ts';
import { menuOpen } from './looks/field.ts';
import { step } from './navigate.ts';
import { isPlan, plan } from './planning.ts';
import { askFilter, copyIssue, nextSort } from './sifting.ts';
import { type State, severityOf } from './state.ts';
import { askItemReason, editItem, isChangeable, tick, tickAndGoOn } from './ticking.ts';
import { typing } from './typing.ts';
import { focusedPiece, type Piece } from './view.ts';

const at =
  (...types: Piece['type'][]) =>
  (state: State): boolean => {
    const piece = focusedPiece(state);
    return piece !== undefined && types.includes(piece.type) && typing(state) === null;
  };

const several = (state: State): boolean => {
  const piece = focusedPiece(state);
  return (
    piece?.type === 'field' && controls[piece.field.kind].picks === 'several' && openToPick(state, piece)
  );
};

const openToPick = (state: State, piece: Extract<Piece, { type: 'field' }>): boolean => {
  if (state.own) return false;
  const given = answerAt(state.history.present, piece.place);
  return !(given && 'notApplicable' in given);
};

/** The menu of a choice takes the keys that are its own by itself (arrows, digits, Enter). */
const inMenu = (state: State): boolean => {
  const piece = focusedPiece(state);
  return piece !== undefined && menuOpen(state, piece);
};

const hasIssues = (state: State): boolean => {
  const severity = severityOf(state);
  return severity !== undefined && issuesOf(state.history.present, severity).length > 0;
};

const group = 'In a choice';

export const choiceKeys: KeyRow[] = [
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'move over the options; a letter begins your own words',
    hint: 'move',
    when: inMenu,
    run: (state) => state,
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1–9',
    group,
    does: 'picks an option',
    hint: 'pick',
    when: inMenu,
    run: (state, key) => (namesOption(state, key) ? state : typeOwn(state, key)),
  },
  {
    keys: ['enter'],
    group,
    does: 'picks the option and goes on',
    hint: 'take',
    when: inMenu,
    run: (state) => state,
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'move over the options, where several can be ticked',
    hint: 'move',
    when: several,
    run: (state, key) => moveOption(state, key === 'up' ? -1 : 1),
  },
  {
    keys: ['space'],
    group,
    does: 'ticks the option, where several can be',
    hint: 'tick',
    when: several,
    run: (state) => toggleOption(state, state.option),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1–9',
    group,
    does: 'ticks an option',
    hint: 'tick',
    when: several,
    run: (state, key) => toggleOption(state, Number(key) - 1),
  },
  {
    keys: ['backspace', 'delete'],
    shown: 'Backspace',
    group,
    does: 'takes the answer away; so does Delete',
    hint: 'clear',
    when: (state) => inMenu(state) || several(state),
    run: clearChoice,
  },
];

export const checklistKeys: KeyRow[] = [
  {
    keys: ['space'],
    group: 'In a checklist',
    does: 'ticks or unticks the item',
    hint: 'tick',
    when: at('item'),
    run: tick,
  },
  {
    keys: ['enter'],
    group: 'In a checklist',
    does: 'ticks the item and goes on',
    hint: 'tick + next',
    when: at('item'),
    run: tickAndGoOn,
  },
  {
    keys: ['n'],
    group: 'In a checklist',
    does: 'the item does not apply: asks why; again: it applies',
    hint: 'n/a',
    when: at('item'),
    run: askItemReason,
  },
  {
    keys: ['a'],
    group: 'In a checklist',
    does: 'adds an item of your own',
    hint: 'own item',
    when: at('item'),
    run: add,
  },
  {
    keys: ['e'],
    group: 'In a checklist',
    does: 'changes the text of an item that is yours, or that the template leaves to you; typing replaces its [words]',
    hint: 'edit',
    hinted: isChangeable,
    when: at('item'),
    run: editItem,
  },
  {
    keys: ['d'],
    group: 'In a checklist',
    does: 'deletes an item that is yours, or that the template leaves to you',
    hint: 'delete',
    hinted: isChangeable,
    when: at('item'),
    run: remove,
  },
];

const earlier = 'Issues of an earlier review';
const markKey = (key: string, outcome: Outcome, hint: string, does: string): KeyRow => ({
  keys: [key],
  group: earlier,
  does,
  hint,
  when: inDelta,
  run: (state) => mark(state, outcome),
});

/** The digits are those of the outcomes in the template's order, as in any choice. */
export const deltaKeys: KeyRow[] = [
  markKey('1', 'resolved', 'resolved', 'it is resolved'),
  markKey(
    '2',
    'open',
    'still open',
    'it is still open: one of the issues of this review, with all its answers',
  ),
  markKey('3', 'changed', 'changed', 'the same, and opens it: its severity or anything else changed'),
  markKey('4', 'accepted', 'accepted', 'it is accepted as a risk: asks by whom, why and until when'),
  {
    keys: ['backspace', 'delete'],
    shown: 'Backspace',
    group: earlier,
    does: 'it is not decided; so does Delete',
    when: inDelta,
    run: (state) => mark(state, null),
  },
];

const listed = 'In a list of issues or items';

export const listKeys: KeyRow[] = [
  { keys: ['enter'], group: listed, does: 'opens it', hint: 'open', when: at('issue', 'entry'), run: open },
  {
    keys: ['enter'],
    group: listed,
    does: 'on its last row: adds one',
    hint: 'add',
    when: at('add-issue', 'add-entry'),
    run: open,
  },
  {
    keys: ['enter'],
    group: listed,
    does: 'on More fields: shows the others, or folds them',
    hint: 'show or fold',
    when: at('more'),
    run: open,
  },
  {
    keys: ['enter'],
    group: listed,
    does: 'on Severity, and on the issues that an action is about: changes them',
    hint: 'change',
    when: at('severity', 'about'),
    run: open,
  },
  {
    keys: ['enter'],
    group: 'Everywhere',
    does: 'on the last line of the last page: finishes the review',
    hint: 'finish',
    when: at('finish'),
    run: (state) => ({ ...state, overlay: { type: 'finish' } }),
  },
  {
    keys: ['a'],
    group: listed,
    does: 'adds one',
    hint: 'add',
    hinted: at('issue', 'entry'),
    when: at('issue', 'entry', 'add-issue', 'add-entry'),
    run: add,
  },
  {
    keys: ['d'],
    group: listed,
    does: 'deletes it; Ctrl+Z brings it back',
    hint: 'delete',
    when: at('issue', 'entry'),
    run: remove,
  },
  {
    keys: ['K'],
    group: listed,
    does: 'moves it up',
    when: at('issue', 'entry'),
    run: (state) => move(state, -1),
  },
  {
    keys: ['J'],
    shown: 'K J',
    group: listed,
    does: 'move it up and down',
    hint: 'move',
    when: at('issue', 'entry'),
    run: (state) => move(state, 1),
  },
  {
    keys: ['m'],
    group: listed,
    does: 'changes its severity',
    hint: 'severity',
    when: at('issue', 'severity'),
    run: askSeverity,
  },
  {
    keys: ['c'],
    group: listed,
    does: 'copies the issue, to be changed',
    when: at('issue'),
    run: copyIssue,
  },
  {
    keys: ['p'],
    group: listed,
    does: 'in the action plan: plans an action for each critical and high issue that has none',
    hint: 'plan',
    when: (state) => at('entry', 'add-entry')(state) && isPlan(state),
    run: (state) => plan(state, ['critical', 'high']),
  },
  {
    keys: ['/'],
    group: listed,
    does: 'lists only issues with some words',
    hint: 'filter',
    hinted: hasIssues,
    when: at('issue', 'add-issue'),
    run: askFilter,
  },
  {
    keys: ['s'],
    group: listed,
    does: 'lists the issues by title, category, effort, what is missing, number',
    hint: 'sort',
    when: at('issue'),
    run: nextSort,
  },
  {
    keys: ['up'],
    group: 'Everywhere',
    does: 'the stop above, where no text is typed; the wheel too',
    when: (state) => typing(state) === null && !inMenu(state),
    run: (state) => step(state, -1),
  },
  {
    keys: ['down'],
    group: 'Everywhere',
    does: 'the stop below, where no text is typed; the wheel too',
    when: (state) => typing(state) === null && !inMenu(state),
    run: (state) => step(state, 1),
  },
];
