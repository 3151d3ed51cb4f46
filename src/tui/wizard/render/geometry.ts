import type { Size } from '../state/state.ts';

/** Where everything is on a screen of this size, in columns and rows. */
export interface Geometry {
  columns: number;
  rows: number;
  /** Columns of the rail with its rule; 0 when the screen is too narrow for it. */
  rail: number;
  /** Columns of the preview beside the page, with its rule; 0 when there is no room for both. */
  aside: number;
  /** Columns of the page. */
  width: number;
  /** Rows of the page. */
  height: number;
  /** Rows above the page. */
  top: number;
  /** Rules above and below the page: small screens do without. */
  ruled: boolean;
  /** Columns of the labels that share a line with their answer; 0: labels stand above their answers. */
  labels: number;
}

/** Wider pages are harder to read: what the screen has beyond goes to the preview. */
const widestPage = 88;

const cache = new WeakMap<Size, Geometry>();

export function geometryOf(size: Size): Geometry {
  const known = cache.get(size);
  if (known) return known;
  const columns = Math.max(20, size.columns);
  const rows = Math.max(6, size.rows);
  const rail = columns >= 100 ? 30 : 0;
  const aside = columns >= 140 ? Math.max(54, columns - rail - widestPage) : 0;
  const width = columns - rail - aside;
  const ruled = rows >= 14;
  const geometry: Geometry = {
    columns,
    rows,
    rail,
    aside,
    width,
    height: rows - (ruled ? 4 : 2),
    top: ruled ? 2 : 1,
    ruled,
    labels: width >= 60 ? Math.min(34, Math.floor(width * 0.36)) : 0,
  };
  cache.set(size, geometry);
  return geometry;
}
