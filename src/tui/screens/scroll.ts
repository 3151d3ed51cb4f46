import type { Key } from 'ink';

/** Where a list of `total` rows, of which `rows` are in view, is scrolled to by a key; null for another key. */
export function scrolled(top: number, key: Key, total: number, rows: number): number | null {
  const steps: [boolean, number][] = [
    [key.upArrow, -1],
    [key.downArrow, 1],
    [key.pageUp, 1 - rows],
    [key.pageDown, rows - 1],
    [key.home, -Infinity],
    [key.end, Infinity],
  ];
  const step = steps.find(([pressed]) => pressed)?.[1];
  return step === undefined ? null : within(top + step, 0, total - rows);
}

/** Which row is picked after a key, of `total`; null for another key. */
export function picked(index: number, key: Key, total: number, rows: number): number | null {
  const next = scrolled(index, key, total, 1);
  if (next === null) return null;
  if (key.pageDown) return within(index + rows - 1, 0, total - 1);
  if (key.pageUp) return within(index - rows + 1, 0, total - 1);
  return next;
}

/** The first row in view so that row `index` is in view, moved from `top` as little as can be. */
export function reveal(top: number, index: number, total: number, rows: number): number {
  const least = Math.max(0, index - rows + 1);
  return within(Math.min(Math.max(top, least), index), 0, total - rows);
}

export const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));
