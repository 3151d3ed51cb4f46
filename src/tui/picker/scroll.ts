/** The keys that move in a list or scroll a text. */
export type ListKey = 'up' | 'down' | 'pageup' | 'pagedown' | 'home' | 'end';

/** Where a text of `total` rows, of which `rows` are in view, is scrolled to by a key. */
export const scrolled = (top: number, key: ListKey, total: number, rows: number): number =>
  within(top + stepOf(key, rows), 0, total - rows);

/** How many rows a key scrolls by, of which `rows` are in view; upwards they are negative. */
export function stepOf(key: ListKey, rows: number): number {
  const by: Record<ListKey, number> = {
    up: -1,
    down: 1,
    pageup: 1 - rows,
    pagedown: rows - 1,
    home: -Infinity,
    end: Infinity,
  };
  return by[key];
}

/** Which row of a list is picked out after a key, of `total`, of which `rows` are in view. */
export function picked(index: number, key: ListKey, total: number, rows: number): number {
  const page = key === 'pageup' || key === 'pagedown' ? rows : 2;
  return within(scrolled(index, key, Infinity, page), 0, total - 1);
}

/** The first row in view so that row `index` is in view, moved from `top` as little as can be. */
export function reveal(top: number, index: number, total: number, rows: number): number {
  const least = Math.max(0, index - rows + 1);
  return within(Math.min(Math.max(top, least), index), 0, total - rows);
}

export const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));
