import { memo } from '../memo.ts';
import { cut, type Row, rowWidth, seg } from './row.ts';

/** What a screen reader says a part of the screen is. */
export interface Spoken {
  role?: 'textbox' | 'checkbox' | 'radiogroup' | 'combobox' | 'listitem' | 'button' | 'option' | 'radio';
  /** It has the focus. */
  selected: boolean;
  multiline?: boolean;
  checked?: boolean;
}

/** Rows of a menu, from the first up to but without `to`; `at` is the one that is picked out, counted from `from`. */
interface MenuRows {
  from: number;
  to: number;
  at: number;
}

/** A part of the screen: its rows, and what else there is to know of them, by the numbers of the rows. */
export interface Panel {
  rows: Row[];
  /** Where the terminal's cursor stands; null where nothing is typed. */
  cursor: { x: number; y: number } | null;
  menu: MenuRows | null;
  /** What rows are to a screen reader; rows that follow one another with the same object are one thing. */
  spoken: ReadonlyMap<number, Spoken>;
}

const unspoken: Panel['spoken'] = new Map();

export const panel = (rows: Row[], more: Partial<Omit<Panel, 'rows'>> = {}): Panel => ({
  rows,
  cursor: null,
  menu: null,
  spoken: unspoken,
  ...more,
});

/** Panels from top to bottom. */
export function stacked(...panels: Panel[]): Panel {
  const rows: Row[] = [];
  const spoken = new Map<number, Spoken>();
  let { cursor, menu }: Pick<Panel, 'cursor' | 'menu'> = { cursor: null, menu: null };
  for (const one of panels) {
    const y = rows.length;
    if (one.cursor) cursor = { x: one.cursor.x, y: one.cursor.y + y };
    if (one.menu) menu = { from: one.menu.from + y, to: one.menu.to + y, at: one.menu.at };
    for (const [row, what] of one.spoken) spoken.set(row + y, what);
    rows.push(...one.rows);
  }
  return { rows, cursor, menu, spoken };
}

/** The panel with exactly so many rows: empty ones below, or without what has no room. */
export function fitted(given: Panel, height: number): Panel {
  const { rows, cursor, menu } = given;
  if (rows.length === height) return given;
  const empty = Array.from({ length: Math.max(0, height - rows.length) }, (): Row => []);
  return {
    ...given,
    rows: [...rows.slice(0, height), ...empty],
    cursor: cursor && cursor.y < height ? cursor : null,
    menu: menu && menu.from < height ? { ...menu, to: Math.min(menu.to, height) } : null,
  };
}

/** A panel between rows at its left and right, which have as many rows; each side is padded to its columns. */
export function beside(
  given: Panel,
  width: number,
  left: { rows: Row[]; width: number } | null,
  right: { rows: Row[] } | null,
): Panel {
  const x = left?.width ?? 0;
  const rows = given.rows.map((row, at) => [
    ...(left ? filled(left.rows[at] ?? [], x) : []),
    ...(right ? [...filled(row, width), ...(right.rows[at] ?? [])] : row),
  ]);
  return { ...given, rows, cursor: given.cursor && { ...given.cursor, x: given.cursor.x + x } };
}

/** The row with exactly so many columns. */
export const filled = memo((row: Row, width: number): Row => {
  const kept = cut(row, width);
  const room = width - rowWidth(kept);
  return room > 0 ? [...kept, seg(' '.repeat(room))] : kept;
});
