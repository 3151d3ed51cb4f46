import { digitsInWords } from '../../../keys/key-rows.ts';
import { newPicker } from '../../../picker/picker.ts';
import type { ListKey } from '../../../picker/scroll.ts';
import { redoUnder, undoUnder } from '../../edit/fixes.ts';
import { submit } from '../../edit/prompts.ts';
import { scrollHelp } from '../../overlays/help.ts';
import { moveChoice, scrollDifference, takeChoice } from '../../overlays/overwrite.ts';
import { fixReadRow, moveInList, pickEntry, withProblem } from '../../overlays/pickers.ts';
import { scrollPreview, turnPreview } from '../../overlays/preview.ts';
import { fixProblem, keepProblem, switchProblems } from '../../overlays/problems/problem-list.ts';
import { moveSeverity, severityCount, takeSeverity } from '../../overlays/severity.ts';
import { under } from '../../state/overlay.ts';
import type { State } from '../../state/state.ts';
import type { KeyRow } from '../row.ts';
import { triageKeys } from '../triage.ts';
import { finishKeys } from './finish.ts';
import { finishedKeys } from './finished.ts';

const lists = ['palette', 'problems', 'reading', 'links', 'folders', 'lines', 'scans', 'merge'] as const;
const listGroup = 'In Go to, Problems and other lists';
const textGroup = 'In Help and the preview';

const close = (state: State): State => ({ ...state, overlay: state.overlay && under(state.overlay) });
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const by = (key: string): 1 | -1 => (key === 'up' || key === 'shift+tab' ? -1 : 1);

/** The keys of what lies over the page, beside those that edit the text that is typed there. */
export const overlayKeys: KeyRow[] = [
  {
    keys: ['enter'],
    group: listGroup,
    does: 'goes to the selected row, or does what it says',
    over: lists,
    run: pickEntry,
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: '↑ ↓ PgUp PgDn',
    group: listGroup,
    does: 'select another row; typing finds rows by any part of their name',
    over: lists,
    run: (state, key) => moveInList(state, key as ListKey),
  },
  {
    keys: ['alt+r'],
    group: listGroup,
    does: 'in Problems: applies the quick fix; the list stays',
    over: ['problems'],
    run: withProblem(fixProblem),
  },
  {
    keys: ['alt+r'],
    group: listGroup,
    does: 'in What was read: keeps a guessed issue as a note, or adds a closed one to the previous issues',
    over: ['reading'],
    run: fixReadRow,
  },
  {
    keys: ['alt+o'],
    group: listGroup,
    does: 'in Problems: keeps an error with a reason, or removes the reason',
    over: ['problems'],
    run: withProblem(keepProblem),
  },
  {
    keys: ['tab'],
    group: listGroup,
    does: 'in Problems: what is unanswered, and back',
    over: ['problems'],
    run: switchProblems,
  },
  {
    keys: ['/'],
    group: listGroup,
    does: 'in Problems: begins a filter, which is typed next',
    over: ['problems'],
    run: (state) =>
      state.overlay?.type === 'problems'
        ? { ...state, overlay: { ...state.overlay, picker: newPicker } }
        : state,
  },
  {
    keys: ['ctrl+z'],
    group: listGroup,
    does: 'in Problems, What was read and Finish: undo; the list stays',
    over: ['problems', 'reading', 'finish'],
    run: undoUnder,
  },
  {
    keys: ['ctrl+y', 'ctrl+shift+z'],
    shown: 'Ctrl+Y',
    group: listGroup,
    does: 'in Problems, What was read and Finish: redo; the list stays',
    over: ['problems', 'reading', 'finish'],
    run: redoUnder,
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group: textGroup,
    does: 'scroll by a row',
    hint: 'scroll',
    over: ['help', 'preview'],
    run: scroll,
  },
  {
    keys: ['pageup', 'pagedown'],
    shown: 'PgUp PgDn',
    group: textGroup,
    does: 'scroll by a screen',
    hint: 'page',
    over: ['help', 'preview'],
    run: scroll,
  },
  {
    keys: ['home', 'end'],
    shown: 'Home End',
    group: textGroup,
    does: 'in the preview: the first and the last row',
    hint: 'first, last',
    over: ['preview'],
    run: scroll,
  },
  {
    keys: ['space'],
    group: textGroup,
    does: 'in the preview: scrolls by a screen',
    over: ['preview'],
    run: (state) => scroll(state, 'pagedown'),
  },
  {
    keys: ['r'],
    group: textGroup,
    does: 'in the preview: as it reads, or as the Markdown that it is',
    hint: ({ overlay }) => (overlay?.type === 'preview' && overlay.asMarkdown ? 'as it reads' : 'Markdown'),
    over: ['preview'],
    run: turnPreview,
  },
  { keys: ['ctrl+p'], group: textGroup, does: 'closes the preview', over: ['preview'], run: close },
  ...finishKeys,
  ...finishedKeys,
  ...triageKeys,
  {
    keys: ['enter'],
    group: 'In a menu',
    does: 'chooses the selected one',
    hint: 'choose',
    over: ['severity'],
    run: (state) => takeSeverity(state),
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group: 'In a menu',
    does: 'select another one',
    hint: 'move',
    over: ['severity'],
    run: (state, key) => moveSeverity(state, by(key)),
  },
  {
    keys: digits,
    shown: '1–4',
    hintKeys: (state) => digitsInWords(severityCount(state)),
    group: 'In a menu',
    does: 'chooses the one with that number',
    hint: 'pick',
    over: ['severity'],
    run: (state, key) => takeSeverity(state, Number(key) - 1),
  },
  {
    keys: ['enter'],
    group: 'In a menu',
    does: 'where a file exists already: does the selected step',
    hint: 'do it',
    over: ['overwrite'],
    run: takeChoice,
  },
  {
    keys: ['up', 'down', '1', '2', '3'],
    shown: '↑ ↓ 1–3',
    group: 'In a menu',
    does: 'where a file exists already: select what to do',
    hint: 'move',
    over: ['overwrite'],
    run: (state, key) => moveChoice(state, /\d/.test(key) ? { to: Number(key) - 1 } : by(key)),
  },
  {
    keys: ['pagedown', 'pageup'],
    shown: 'PgUp PgDn',
    group: 'In a menu',
    does: 'where a file exists already: scroll the difference',
    hint: 'scroll',
    over: ['overwrite'],
    run: (state, key) => scrollDifference(state, key === 'pagedown' ? 1 : -1),
  },
  {
    keys: ['enter'],
    group: 'In a question',
    does: 'confirms what is typed',
    hint: 'confirm',
    over: ['prompt'],
    run: (state) => (state.overlay?.type === 'prompt' ? submit(state, state.overlay.text.text) : state),
  },
];

function scroll(state: State, key: string): State {
  const to = key as ListKey;
  return state.overlay?.type === 'help' ? scrollHelp(state, to) : scrollPreview(state, to);
}
