import { closeOwn } from '../edit/choosing.ts';
import { askEditor, takesEditor } from '../edit/editor-handoff.ts';
import { applyFixHere, offersFix } from '../edit/fixes.ts';
import { askGroupNotApplicable, askNotApplicable, focusedField, isMarked } from '../edit/not-applicable.ts';
import { endItem } from '../edit/ticking.ts';
import { filtered } from '../lists/filter.ts';
import { close, step, stepField, turnPage } from '../navigation/navigate.ts';
import { nextProblem, nextUnanswered } from '../navigation/next-field.ts';
import { redoStep, undoStep } from '../navigation/undo.ts';
import { openPreview } from '../overlays/preview.ts';
import { openProblems } from '../overlays/problems/problem-list.ts';
import { typing } from '../page/text.ts';
import { focusedBlock } from '../page/view.ts';
import { helpOverlay, type Overlay, pickerOverlay, under } from '../state/overlay.ts';
import { pagesOf, type State, say } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const show =
  (overlay: Overlay) =>
  (state: State): State => ({ ...state, overlay });

const help = (state: State): State => ({ ...state, overlay: helpOverlay(state.overlay) });

/** Not over Help itself, nor over a list that is still being made. */
const mayHelp = ({ overlay }: State): boolean =>
  overlay?.type !== 'help' && !(overlay?.type === 'scans' && overlay.files === null);

/** The first page shows how to leave: a new reviewer may not know yet. */
const onFirstPage = ({ template, page, open }: State): boolean => page === template.pages[0]?.id && !open;

/** One level up: out of the own words, out of an overlay, out of an open issue. Never discards, never quits. */
function upOneLevel(state: State): State {
  if (state.overlay) return { ...state, overlay: under(state.overlay) };
  if (state.own) return focusedBlock(state)?.type === 'item' ? endItem(state, false) : closeOwn(state);
  if (state.open) return close(state);
  if (state.filter !== '') return filtered(state, '');
  if (state.saved.is === 'failed')
    return say(state, 'Not saved yet. Ctrl+S tries again; Ctrl+C asks before it leaves.', 'error');
  const kept = state.saved.is === 'never' ? 'nothing of the example' : 'everything';
  return say(state, `Ctrl+C leaves; ${kept} is saved.`);
}

/** Keys that do the same wherever one is; those of what has the focus come before them. */
export const everywhereKeys: KeyRow[] = [
  {
    keys: ['tab'],
    group: 'Everywhere',
    does: 'next field; a list or a checklist is one, and the next page follows the last',
    hint: 'next',
    run: (state) => stepField(state, 1),
  },
  {
    keys: ['shift+tab'],
    group: 'Everywhere',
    does: 'previous field',
    hint: 'previous',
    run: (state) => stepField(state, -1),
  },
  {
    keys: ['enter'],
    group: 'Everywhere',
    does: 'goes on; answers nothing by itself',
    run: (state) => step(state, 1),
  },
  {
    keys: ['escape'],
    group: 'Everywhere',
    does: 'one level up; never discards anything',
    hint: 'back',
    hinted: (state) => state.own || state.open !== null || state.filter !== '',
    first: (state) => state.own,
    over: true,
    run: upOneLevel,
  },
  {
    keys: ['pagedown'],
    group: 'Everywhere',
    does: 'next page',
    hint: 'next page',
    hinted: (state) => pagesOf(state).at(-1)?.id !== state.page,
    run: (state) => turnPage(state, 1),
  },
  { keys: ['pageup'], group: 'Everywhere', does: 'previous page', run: (state) => turnPage(state, -1) },
  {
    keys: ['f1'],
    group: 'Everywhere',
    does: 'help',
    hint: 'help',
    always: () => true,
    over: true,
    when: mayHelp,
    run: help,
  },
  {
    keys: ['?'],
    group: 'Everywhere',
    does: 'help, where no text is typed',
    when: (state) => !typing(state),
    run: help,
  },
  {
    keys: ['ctrl+p'],
    group: 'Everywhere',
    does: 'preview of the report',
    hint: 'preview',
    run: openPreview,
  },
  {
    keys: ['ctrl+r'],
    group: 'Everywhere',
    does: 'problems, and apart from them what is unanswered',
    hint: 'problems',
    run: openProblems,
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
    does: 'applies the quick fix for the field, issue or action',
    hint: 'fix it',
    first: () => true,
    hinted: offersFix,
    run: applyFixHere,
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
    when: (state) => focusedField(state) !== null && !isMarked(state),
    run: askNotApplicable,
  },
  {
    keys: ['alt+n'],
    group: 'Everywhere',
    does: 'the field applies again, with its answer from before',
    hint: 'undoes it',
    first: () => true,
    when: isMarked,
    run: askNotApplicable,
  },
  {
    keys: ['alt+N'],
    group: 'Everywhere',
    does: 'the unanswered fields of the group do not apply: says how many, asks why',
    when: (state) => focusedField(state) !== null,
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
    hint: 'leave',
    hinted: onFirstPage,
    always: onFirstPage,
    over: true,
    run: (state) => ({ state, effect: { do: 'leave' } }),
  },
];

/** The last of the hints, whatever has the focus. */
export const paletteKey: KeyRow = {
  keys: ['ctrl+g'],
  group: 'Everywhere',
  does: 'go to any page, field, issue or command by its name',
  hint: 'go to',
  run: show(pickerOverlay('palette')),
};
