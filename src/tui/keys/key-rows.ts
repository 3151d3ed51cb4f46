import { memo } from '../../memo.ts';
import type { Hint } from '../frame.ts';
import type { HelpRow } from '../help.ts';
import { keyWords } from './key-name.ts';

/** A key of a screen with the state `S`; what it does gives a `Next`. The same rows dispatch, hint and fill Help. */
export interface KeyRow<S, Next> {
  /** Names as `keyName` gives them. */
  keys: readonly string[];
  /** The keys for a person, where their own names would be too long. */
  shown?: string;
  /** What Help lists it under. */
  group: string;
  /** What it does, in words. */
  does: string;
  /** One or two words for the hint line; without them the key is in Help only. */
  hint?: string | ((state: S) => string);
  /** The keys for the hint line, where fewer of them do something now. */
  hintKeys?(state: S): string;
  /** When the hint is shown; without it, whenever the key does something. */
  hinted?(state: S): boolean;
  when?(state: S): boolean;
  run(state: S, key: string): Next;
}

/** The first row for a key that does something now. */
export const rowFor = <Row extends KeyRow<S, unknown>, S>(
  rows: readonly Row[],
  state: S,
  key: string,
): Row | undefined => rows.find((row) => row.keys.includes(key) && (row.when?.(state) ?? true));

/** Hints of the rows that do something now. A key that an earlier row takes is not hinted again. */
export function hintsOf<Row extends KeyRow<S, unknown>, S>(
  rows: readonly Row[],
  state: S,
): (Hint & { row: Row })[] {
  const taken = new Set<string>();
  return rows.flatMap((row) => {
    if (!(row.when?.(state) ?? true)) return [];
    const fresh = row.keys.some((key) => !taken.has(key));
    for (const key of row.keys) taken.add(key);
    if (row.hint === undefined || !fresh || !(row.hinted?.(state) ?? true)) return [];
    const does = typeof row.hint === 'string' ? row.hint : row.hint(state);
    return [{ keys: row.hintKeys?.(state) ?? keysInWords(row), does, row }];
  });
}

/** The rows of Help: one for each row of the table. */
export const helpRowsOf = <S>(rows: readonly KeyRow<S, unknown>[]): HelpRow[] =>
  rows.map((row) => ({ keys: keysInWords(row), does: row.does, group: row.group }));

/** Digits up to a count, as far as there are any: "1–5". */
export const digitsInWords = (count: number): string => (count > 1 ? `1–${Math.min(9, count)}` : '1');

export const keysInWords = memo(
  ({ keys, shown }: Pick<KeyRow<never, unknown>, 'keys' | 'shown'>): string =>
    shown ?? keys.map(keyWords).join(' '),
);
