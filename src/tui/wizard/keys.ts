import { nextProblem, nextUnanswered } from './ahead.ts';
import { askGroupNotApplicable, askNotApplicable, focusedPlace, isMarked } from './applicable.ts';
import { closeOwn } from './choosing.ts';
import { askEditor, takesEditor } from './editing.ts';
import { scrolledBy } from './exists.ts';
import type { KeyRow } from './key-row.ts';
import { keyWords } from './keyname.ts';
import { checklistKeys, choiceKeys, deltaKeys, listKeys } from './keys-of-lists.ts';
import { textKeys } from './keys-of-text.ts';
import { close, step, stepField, turnPage } from './navigate.ts';
import { overHints } from './over-hints.ts';
import { offersRemedy, redoUnder, remedyHere, undoUnder } from './remedies.ts';
import { filtered } from './sifting.ts';
import { type Outcome, type Overlay, type State, say } from './state.ts';
import { endItem } from './ticking.ts';
import { typing } from './typing.ts';
import { redoStep, undoStep } from './undo.ts';
import { focusedPiece } from './view.ts';

const show = (overlay: Overlay) => (state: State) => ({ ...state, overlay });

/** One level up: out of the own words, out of an overlay, out of an open issue. Never discards, never quits. */
function upOneLevel(state: State): State {
  if (state.overlay) return { ...state, overlay: null };
  if (state.own) return focusedPiece(state)?.type === 'item' ? endItem(state, false) : closeOwn(state);
  if (state.open) return close(state);
  if (state.filter !== '') return filtered(state, '');
  return say(state, 'Ctrl+C leaves; everything is saved.');
}

/** Overlays that do not close themselves on Escape. */
const closedHere: ReadonlySet<Overlay['type']> = new Set([
  'prompt',
  'severity',
  'problems',
  'reading',
  'finish',
  'exists',
]);

const everywhere: KeyRow[] = [
  {
    keys: ['tab'],
    group: 'Everywhere',
    does: 'next field, past the entries of a list and the end of a page too',
    hint: 'next',
    run: (state) => stepField(state, 1),
  },
  {
    keys: ['shift+tab'],
    group: 'Everywhere',
    does: 'previous field',
    hint: 'back',
    run: (state) => stepField(state, -1),
  },
  { keys: ['enter'], group: 'Everywhere', does: 'accepts and goes on', run: (state) => step(state, 1) },
  {
    keys: ['escape'],
    group: 'Everywhere',
    does: 'one level up; never discards anything',
    hint: 'back',
    hinted: (state) => state.own || state.open !== null || state.filter !== '',
    first: (state) => state.own,
    over: true,
    when: (state) => !state.overlay || closedHere.has(state.overlay.type),
    run: upOneLevel,
  },
  {
    keys: ['pagedown'],
    group: 'Everywhere',
    does: 'next page',
    hint: 'next page',
    run: (state) => turnPage(state, 1),
  },
  { keys: ['pageup'], group: 'Everywhere', does: 'previous page', run: (state) => turnPage(state, -1) },
  {
    keys: ['?', 'f1'],
    shown: '?',
    group: 'Everywhere',
    does: 'help, where no text is typed',
    hint: 'help',
    when: (state) => !typing(state),
    run: show({ type: 'help' }),
  },
  {
    keys: ['f1'],
    group: 'Everywhere',
    does: 'help, everywhere',
    hint: 'help',
    when: (state) => typing(state) !== null,
    run: show({ type: 'help' }),
  },
  {
    keys: ['ctrl+p'],
    group: 'Everywhere',
    does: 'preview of the report',
    hint: 'preview',
    run: show({ type: 'preview' }),
  },
  {
    keys: ['ctrl+r'],
    group: 'Everywhere',
    does: 'problems: what is missing or wrong',
    hint: 'problems',
    run: show({ type: 'problems' }),
  },
  {
    keys: ['ctrl+o'],
    group: 'Everywhere',
    does: 'the field, or the whole list, in $VISUAL or $EDITOR',
    hint: 'editor',
    first: (state) => typing(state) === 'lines',
    hinted: takesEditor,
    run: askEditor,
  },
  {
    keys: ['ctrl+n'],
    group: 'Everywhere',
    does: 'the next field without an answer, on any page',
    hint: 'next unanswered',
    run: nextUnanswered,
  },
  {
    keys: ['ctrl+t'],
    group: 'Everywhere',
    does: 'the next problem: what a check found, what an issue or action lacks',
    run: nextProblem,
  },
  {
    keys: ['alt+r'],
    group: 'Everywhere',
    does: 'does what a check offers for the field, issue or action',
    hint: 'remedy',
    first: () => true,
    hinted: offersRemedy,
    run: remedyHere,
  },
  { keys: ['ctrl+z'], group: 'Everywhere', does: 'undo', hint: 'undo', run: undoStep },
  {
    keys: ['ctrl+y', 'ctrl+shift+z'],
    shown: 'Ctrl+Y',
    group: 'Everywhere',
    does: 'redo; so does Ctrl+Shift+Z in a terminal that tells it from Ctrl+Z',
    run: redoStep,
  },
  {
    keys: ['alt+n'],
    group: 'Everywhere',
    does: 'the field does not apply: asks why',
    hint: 'n/a',
    first: () => true,
    when: (state) => focusedPlace(state) !== null && !isMarked(state),
    run: askNotApplicable,
  },
  {
    keys: ['alt+n'],
    group: 'Everywhere',
    does: 'the field applies again, with its answer from before',
    hint: 'takes it back',
    first: () => true,
    when: isMarked,
    run: askNotApplicable,
  },
  {
    keys: ['alt+N'],
    group: 'Everywhere',
    does: 'the same for the whole group',
    when: (state) => focusedPlace(state) !== null,
    run: askGroupNotApplicable,
  },
  {
    keys: ['ctrl+s'],
    group: 'Everywhere',
    does: 'save now (it is saved anyway)',
    over: true,
    run: (state) => ({ state, effect: { do: 'save' } }),
  },
  {
    keys: ['ctrl+c'],
    group: 'Everywhere',
    does: 'leave; everything is saved, or it asks first',
    over: true,
    run: (state) => ({ state, effect: { do: 'leave' } }),
  },
];

/** Scrolls the difference to a report that is there already. */
const scrollDifference =
  (by: 1 | -1) =>
  (state: State): State => {
    const { overlay } = state;
    if (overlay?.type !== 'exists') return state;
    return { ...state, overlay: scrolledBy(overlay, by, state.size) };
  };

const differing = (state: State) => state.overlay?.type === 'exists';

const differenceKeys: KeyRow[] = [
  {
    keys: ['pagedown'],
    group: 'Everywhere',
    does: 'scrolls the difference to a report that is there',
    over: true,
    when: differing,
    run: scrollDifference(1),
  },
  {
    keys: ['pageup'],
    group: 'Everywhere',
    does: 'scrolls it back',
    over: true,
    when: differing,
    run: scrollDifference(-1),
  },
];

const overFound = ({ overlay }: State) => overlay?.type === 'problems' || overlay?.type === 'finish';

/** Where what the checks found is listed. The lists take their own keys by themselves. */
const foundKeys: KeyRow[] = [
  {
    keys: ['alt+r'],
    group: 'In the problems, and in Finish',
    does: 'does what a check offers, and the list goes on without it',
    over: true,
    when: overFound,
    run: (state) => state,
  },
  {
    keys: ['alt+o'],
    group: 'In the problems, and in Finish',
    does: 'takes back the reason why an error stands',
    over: true,
    when: overFound,
    run: (state) => state,
  },
  {
    keys: ['ctrl+z'],
    group: 'In the problems, and in Finish',
    does: 'undo, and the list stays',
    over: true,
    when: overFound,
    run: undoUnder,
  },
  {
    keys: ['ctrl+y'],
    group: 'In the problems, and in Finish',
    does: 'redo, and the list stays',
    over: true,
    when: overFound,
    run: redoUnder,
  },
];

const palette: KeyRow = {
  keys: ['ctrl+g'],
  group: 'Everywhere',
  does: 'go to any page, field, issue or command by its name',
  hint: 'go to',
  run: show({ type: 'palette' }),
};

/** Every key there is. The first row that fits acts; the hint line and Help are made of the same rows. */
export const keyTable: KeyRow[] = [
  ...differenceKeys,
  ...foundKeys,
  ...textKeys,
  ...choiceKeys,
  ...checklistKeys,
  ...deltaKeys,
  ...listKeys,
  ...everywhere,
  palette,
];

/** What a key does now; null when it does nothing. */
export function press(state: State, name: string): Outcome | null {
  const row = keyTable.find((one) => one.keys.includes(name) && applies(one, state));
  return row ? row.run(state, name) : null;
}

function applies(row: KeyRow, state: State): boolean {
  if (state.overlay && !row.over) return false;
  return row.when?.(state) ?? true;
}

/** Key and word for the hint line: those of what has the focus first, the palette last. */
export function hints(state: State): { keys: string; does: string }[] {
  if (state.overlay) return [...(overHints[state.overlay.type] ?? []), { keys: 'Esc', does: 'back' }];
  const taken = new Set<string>();
  const out: { keys: string; does: string; first: boolean }[] = [];
  for (const row of keyTable) {
    const fresh = row.keys.filter((key) => !taken.has(key));
    if (!applies(row, state)) continue;
    for (const key of row.keys) taken.add(key);
    if (row.hinted && !row.hinted(state)) continue;
    if (!row.hint || row === palette || fresh.length === 0) continue;
    const here = row.group !== 'Everywhere' || (row.first?.(state) ?? false);
    out.push({ keys: keysInWords(row), does: row.hint, first: here });
  }
  const ordered = [...out.filter((one) => one.first), ...out.filter((one) => !one.first)];
  return [...ordered.slice(0, 7), { keys: keysInWords(palette), does: palette.hint ?? '' }];
}

const keysInWords = (row: KeyRow): string => row.shown ?? row.keys.map(keyWords).join(' ');

/** The rows of Help, once for each key and meaning. */
export const helpRows = (): { keys: string; does: string; group: string }[] =>
  [
    ...everywhere.slice(0, 6),
    palette,
    ...everywhere.slice(6),
    ...textKeys,
    ...choiceKeys,
    ...checklistKeys,
    ...deltaKeys,
    ...listKeys,
    ...foundKeys,
    ...differenceKeys,
  ].map((row) => ({ keys: keysInWords(row), does: row.does, group: row.group }));
