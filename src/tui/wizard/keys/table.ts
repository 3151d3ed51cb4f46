import { memoBy } from '../../../memo.ts';
import type { Hint } from '../../frame.ts';
import type { HelpRow } from '../../help.ts';
import { helpRowsOf, hintsOf, keysInWords, rowFor } from '../../keys/key-rows.ts';
import type { NextState, State } from '../state/state.ts';
import { checklistKeys } from './checklist.ts';
import { choiceKeys } from './choice.ts';
import { completionKeys } from './completions.ts';
import { everywhereKeys, paletteKey } from './everywhere.ts';
import { actsNow } from './letters.ts';
import { listKeys, walkKey } from './lists.ts';
import { overlayKeys } from './over/overlays.ts';
import { previousKeys } from './previous.ts';
import type { KeyRow } from './row.ts';
import { sourceKeys } from './source.ts';
import { textKeys } from './text.ts';

/** Every key of the wizard. The first row that fits acts; the hint line and Help are made of the same rows. */
export const keyTable: readonly KeyRow[] = [
  ...overlayKeys,
  ...sourceKeys,
  ...completionKeys,
  walkKey,
  ...textKeys,
  ...choiceKeys,
  ...checklistKeys,
  ...previousKeys,
  ...listKeys,
  ...everywhereKeys,
  paletteKey,
];

/** What a key does now; null when it does nothing. */
export function press(state: State, name: string): NextState | null {
  const row = rowFor(keysHere(state), state, name);
  return row ? row.run(state, name) : null;
}

/** The rows of what has the keys: the overlay, else the page. */
export const keysHere = memoBy(
  ({ overlay, letters }: State) => [overlay?.type, letters],
  (state): readonly KeyRow[] => keyTable.filter((row) => isOver(state, row) && actsNow(state, row)),
);

const isOver = ({ overlay }: State, { over }: KeyRow): boolean =>
  overlay ? over === true || over?.includes(overlay.type) === true : over === undefined || over === true;

/** Keys and words for the hint line: those of what has the focus first, Help and the palette last. */
export function hints(state: State): Hint[] {
  const all = hintsOf(keysHere(state), state);
  if (state.overlay) return [...all.filter(({ row }) => row.over !== true), { keys: 'Esc', does: 'back' }];
  const others = all.filter(({ row }) => row !== paletteKey);
  const isHere = ({ row }: { row: KeyRow }) => row.group !== 'Everywhere' || (row.first?.(state) ?? false);
  const isKept = ({ row }: { row: KeyRow }) => row.always?.(state) ?? false;
  const kept = others.filter(isKept).map(({ keys, does }) => ({ keys, does, always: true }));
  const ordered = [...others.filter(isHere), ...others.filter((one) => !isHere(one))].filter(
    (one) => !isKept(one),
  );
  return [...ordered.slice(0, 7 - kept.length), ...kept, { keys: keysInWords(paletteKey), does: 'go to' }];
}

/** The rows of Help as they matter where one is: the groups of which most keys work there first. */
export function helpRowsAt(state: State): HelpRow[] {
  const works = keysHere(state).filter((row) => row.when?.(state) ?? true);
  const groups = Map.groupBy<string, KeyRow>(works, ({ group }) => group);
  const rank = ({ group }: HelpRow): number =>
    group === 'Everywhere' ? 1 : -(groups.get(group)?.length ?? -2);
  return helpRows().toSorted((one, other) => rank(one) - rank(other));
}

/** The rows of Help: what works everywhere first. */
export function helpRows(): HelpRow[] {
  const [palette, everywhere, rest] = [
    [paletteKey],
    everywhereKeys,
    keyTable.filter(
      (row) => row !== paletteKey && !everywhereKeys.includes(row) && !overlayKeys.includes(row),
    ),
  ];
  return helpRowsOf([...everywhere.slice(0, 6), ...palette, ...everywhere.slice(6), ...rest, ...overlayKeys]);
}
