import type { NextState, State } from '../state/state.ts';
import { checklistKeys } from './checklist.ts';
import { choiceKeys } from './choice.ts';
import { earlierKeys } from './earlier.ts';
import { everywhereKeys, paletteKey } from './everywhere.ts';
import { listKeys } from './lists.ts';
import { keyWords } from './name.ts';
import { overHints } from './over-hints.ts';
import { differenceKeys, foundKeys } from './overlays.ts';
import type { KeyRow } from './row.ts';
import { textKeys } from './text.ts';

/** Every key there is. The first row that fits acts; the hint line and Help are made of the same rows. */
export const keyTable: KeyRow[] = [
  ...differenceKeys,
  ...foundKeys,
  ...textKeys,
  ...choiceKeys,
  ...checklistKeys,
  ...earlierKeys,
  ...listKeys,
  ...everywhereKeys,
  paletteKey,
];

/** What a key does now; null when it does nothing. */
export function press(state: State, name: string): NextState | null {
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
    if (!row.hint || row === paletteKey || fresh.length === 0) continue;
    const here = row.group !== 'Everywhere' || (row.first?.(state) ?? false);
    out.push({ keys: keysInWords(row), does: row.hint, first: here });
  }
  const ordered = [...out.filter((one) => one.first), ...out.filter((one) => !one.first)];
  return [...ordered.slice(0, 7), { keys: keysInWords(paletteKey), does: paletteKey.hint ?? '' }];
}

const keysInWords = (row: KeyRow): string => row.shown ?? row.keys.map(keyWords).join(' ');

/** The rows of Help, once for each key and meaning. */
export const helpRows = (): { keys: string; does: string; group: string }[] =>
  [
    ...everywhereKeys.slice(0, 6),
    paletteKey,
    ...everywhereKeys.slice(6),
    ...textKeys,
    ...choiceKeys,
    ...checklistKeys,
    ...earlierKeys,
    ...listKeys,
    ...foundKeys,
    ...differenceKeys,
  ].map((row) => ({ keys: keysInWords(row), does: row.does, group: row.group }));
