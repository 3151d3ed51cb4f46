import type { ListKey } from '../../picker/scroll.ts';
import { redoUnder, undoUnder } from '../edit/fixes.ts';
import { accept, acceptEach, goToIssueOf, rate, reopen } from '../lists/findings/triage.ts';
import {
  askIssue,
  askReason,
  clearFilter,
  isFiltered,
  isFiltering,
  moveInTriage,
  moveReason,
  openScans,
  takeReason,
  turnTriage,
  typeFilter,
} from '../overlays/findings/triage.ts';
import { openSourceOf } from '../overlays/repository/source.ts';
import { geometryOf } from '../render/geometry.ts';
import { chosenRow } from '../state/findings/triage-rows.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const group = 'In Findings from scanners';
const over = ['triage'] as const;
const isCommand = (state: State): boolean => !isFiltering(state);
const isOpen = (state: State): boolean => isCommand(state) && chosenRow(state)?.decision === null;
const isDecided = (state: State): boolean => isCommand(state) && chosenRow(state)?.decision != null;

/** The keys of the triage of what scanners found. */
export const triageKeys: KeyRow[] = [
  {
    keys: ['a'],
    group,
    does: 'accept: adds it as an issue of the severity that is shown',
    hint: 'accept',
    over,
    when: isOpen,
    run: accept,
  },
  {
    keys: ['shift+a', 'A'],
    shown: 'A',
    group,
    does: 'accept each: adds an issue for each of its places',
    hint: 'each',
    over,
    when: isOpen,
    run: acceptEach,
  },
  {
    keys: ['m'],
    group,
    does: 'another severity, before it is accepted',
    hint: 'severity',
    over,
    when: isOpen,
    run: rate,
  },
  {
    keys: ['g'],
    group,
    does: 'merge it into an issue that is there',
    hint: 'merge',
    over,
    when: isOpen,
    run: askIssue,
  },
  {
    keys: ['x'],
    group,
    does: 'dismiss it, with a reason',
    hint: 'dismiss',
    over,
    when: isOpen,
    run: askReason,
  },
  {
    keys: ['r'],
    group,
    does: 'open it again: undoes the decision',
    hint: 'open again',
    over,
    when: isDecided,
    run: reopen,
  },
  {
    keys: ['enter'],
    group,
    does: 'goes to the issue that it became',
    hint: 'go to the issue',
    hinted: isDecided,
    over,
    when: isCommand,
    run: goToIssueOf,
  },
  {
    keys: ['s'],
    group,
    does: 'on a screen narrower than 140 columns: shows the source over the list',
    hint: 'source',
    over,
    when: (state) => isCommand(state) && chosenRow(state) !== undefined && geometryOf(state.size).aside === 0,
    run: openSourceOf,
  },
  {
    keys: ['/'],
    group,
    does: 'filter by severity, rule, file or words; Enter ends typing',
    hint: 'filter',
    over,
    when: isCommand,
    run: typeFilter(true),
  },
  {
    keys: ['enter', 'escape'],
    shown: 'Enter',
    group,
    does: 'in the filter: back to the list',
    hint: 'to the list',
    over,
    when: isFiltering,
    run: typeFilter(false),
  },
  { keys: ['escape'], group, does: 'clears the filter', over, when: isFiltered, run: clearFilter },
  {
    keys: ['tab'],
    group,
    does: 'what is decided, what is gone since an earlier scan, and back',
    hint: 'decided, gone',
    over,
    run: turnTriage,
  },
  { keys: ['i'], group, does: 'import scans', hint: 'import', over, when: isCommand, run: openScans },
  {
    keys: ['up', 'down', 'pageup', 'pagedown', 'home', 'end'],
    shown: '↑ ↓ PgUp PgDn Home End',
    group,
    does: 'select another one',
    over,
    run: (state, key) => moveInTriage(state, key as ListKey),
  },
  { keys: ['ctrl+z'], group, does: 'undo; the list stays', over, run: undoUnder },
  {
    keys: ['ctrl+y', 'ctrl+shift+z'],
    shown: 'Ctrl+Y',
    group,
    does: 'redo; the list stays',
    over,
    run: redoUnder,
  },
  {
    keys: ['enter'],
    group,
    does: 'in the reasons: dismisses it for the selected one',
    hint: 'dismiss',
    over: ['dismiss'],
    run: (state) => takeReason(state),
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'in the reasons: select another one',
    hint: 'move',
    over: ['dismiss'],
    run: (state, key) => moveReason(state, key === 'up' ? -1 : 1),
  },
  {
    keys: ['1', '2', '3', '4'],
    shown: '1–4',
    group,
    does: 'in the reasons: dismisses it for the one with that number',
    hint: 'pick',
    over: ['dismiss'],
    run: (state, key) => takeReason(state, Number(key) - 1),
  },
];
