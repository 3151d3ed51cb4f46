import { hasLines, selectLines, takeEvidence } from '../edit/evidence.ts';
import { askWord, findsLines } from '../edit/found-lines.ts';
import { openSource, takeAndClose } from '../overlays/repository/source.ts';
import { geometryOf } from '../render/geometry.ts';
import { sourcedIssue, sourceTarget } from '../state/source.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const group = 'In the source of a location';
const by = (key: string, step = 1): number => (/up$/.test(key) ? -step : step);
const isBeside = (state: State): boolean => geometryOf(state.size).aside > 0 && hasLines(state);
/** The source of a finding, which is no issue yet, can only be looked at. */
const isOfIssue = ({ overlay }: State): boolean => overlay?.type === 'source' && !overlay.under;
const screenful = (state: State): number => Math.max(1, geometryOf(state.size).height - 4);

/** The keys of the file that a location names: beside the form, and in its pop-up on a narrow screen. */
export const sourceKeys: KeyRow[] = [
  {
    keys: ['alt+e'],
    group,
    does: 'adds the selected lines to the evidence',
    hint: 'add as evidence',
    when: isBeside,
    run: takeEvidence,
  },
  {
    keys: ['alt+up', 'alt+down'],
    shown: 'Alt+↑↓',
    group,
    does: 'select other lines',
    hint: 'select lines',
    when: isBeside,
    run: (state, key) => selectLines(state, by(key), 'all'),
  },
  {
    keys: ['alt+shift+up', 'alt+shift+down'],
    shown: 'Alt+Shift+↑↓',
    group,
    does: 'select fewer or more lines',
    when: isBeside,
    run: (state, key) => selectLines(state, by(key), 'end'),
  },
  {
    keys: ['alt+s'],
    group,
    does: 'on a screen narrower than 140 columns: shows the source over the page',
    hint: 'source',
    hinted: (state) => sourceTarget(state) !== null && state.facts.repository !== undefined,
    when: (state) => geometryOf(state.size).aside === 0 && sourcedIssue(state) !== null,
    run: openSource,
  },
  {
    keys: ['alt+g'],
    group,
    does: 'finds a word in the tracked files, in the pop-up too; Enter in the list makes the line a location',
    hint: 'find in files',
    over: true,
    when: (state) => findsLines(state) && (state.overlay === null || state.overlay.type === 'source'),
    run: askWord,
  },
  {
    keys: ['enter', 'alt+e'],
    shown: 'Enter',
    group,
    does: 'in the pop-up: adds the selected lines to the evidence',
    hint: 'add as evidence',
    over: ['source'],
    when: (state) => hasLines(state) && isOfIssue(state),
    run: takeAndClose,
  },
  {
    keys: ['up', 'down', 'pageup', 'pagedown'],
    shown: '↑ ↓ PgUp PgDn',
    group,
    does: 'in the pop-up: select other lines',
    hint: 'select lines',
    over: ['source'],
    when: hasLines,
    run: (state, key) => selectLines(state, by(key, key.startsWith('page') ? screenful(state) : 1), 'all'),
  },
  {
    keys: ['shift+up', 'shift+down'],
    shown: 'Shift+↑↓',
    group,
    does: 'in the pop-up: select fewer or more lines',
    hint: 'fewer, more',
    over: ['source'],
    when: hasLines,
    run: (state, key) => selectLines(state, by(key), 'end'),
  },
];
