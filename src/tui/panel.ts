import { memo } from '../memo.ts';
import { cut, emptyRow, type Row, rowWidth, seg } from './row.ts';

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
  for (const given of panels) {
    const one = moved(given, 0, rows.length);
    if (one.cursor) cursor = one.cursor;
    if (one.menu) menu = one.menu;
    for (const [row, what] of one.spoken) spoken.set(row, what);
    rows.push(...one.rows);
  }
  return { rows, cursor, menu, spoken };
}

/** What is known of a panel's rows, for rows that begin so many columns and rows further on. */
export function moved({ rows, cursor, menu, spoken }: Panel, x: number, y: number): Panel {
  return {
    rows,
    cursor: cursor && { x: cursor.x + x, y: cursor.y + y },
    menu: menu && { ...menu, from: menu.from + y, to: menu.to + y },
    spoken: spoken.size === 0 ? spoken : new Map([...spoken].map(([row, what]) => [row + y, what])),
  };
}

/** The panel with exactly so many rows: empty ones below, or without what has no room. */
export function fitted(given: Panel, height: number): Panel {
  const { rows, cursor, menu } = given;
  if (rows.length === height) return given;
  const empty = Array.from({ length: Math.max(0, height - rows.length) }, () => emptyRow);
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
  const rows = given.rows.map((row, at) =>
    joined(row, width, left ? filled(left.rows[at] ?? emptyRow, x) : emptyRow, right?.rows[at] ?? null),
  );
  return moved({ ...given, rows }, x, 0);
}

/** The same row as before where its parts are: what draws it need not look at it again. */
const joined = memo(
  (row: Row, width: number, left: Row, right: Row | null): Row => [
    ...left,
    ...(right ? [...filled(row, width), ...right] : row),
  ],
);

/** The row with exactly so many columns. */
export const filled = memo((row: Row, width: number): Row => {
  const kept = cut(row, width);
  const room = width - rowWidth(kept);
  return room > 0 ? [...kept, seg(' '.repeat(room))] : kept;
});
