import type { Size } from '../state/state.ts';

/** Where everything is on a screen of this size, in columns and rows. */
export interface Geometry {
  columns: number;
  rows: number;
  /** Columns of the rail with its rule; 0 when the screen is too narrow for it. */
  rail: number;
  /** Columns of the preview beside the page, with its rule; 0 when there is no room for both. */
  aside: number;
  /** Columns between the pages at the left and what stands at the right. */
  middle: number;
  /** Columns of the page, which does not take all of a wider middle. */
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
const widestPage = 90;
/** The preview has this share of the screen, and at least so many columns. */
const preview = { share: 0.36, least: 50 };
/** Longer labels stand above their answers. */
const widestLabel = 28;

const cache = new WeakMap<Size, Geometry>();

export function geometryOf(size: Size): Geometry {
  const known = cache.get(size);
  if (known) return known;
  const columns = Math.max(20, size.columns);
  const rows = Math.max(6, size.rows);
  const rail = columns >= 100 ? 30 : 0;
  const aside =
    columns >= 140
      ? Math.max(preview.least, Math.round(columns * preview.share), columns - rail - widestPage)
      : 0;
  const middle = columns - rail - aside;
  const width = Math.min(middle, widestPage);
  const ruled = rows >= 14;
  const geometry: Geometry = {
    columns,
    rows,
    rail,
    aside,
    middle,
    width,
    height: rows - (ruled ? 4 : 2),
    top: ruled ? 2 : 1,
    ruled,
    labels: width >= 60 ? Math.min(widestLabel, Math.floor(width * 0.36)) : 0,
  };
  cache.set(size, geometry);
  return geometry;
}
