import type { OverlayType } from '../state/overlay.ts';
import type { State } from '../state/state.ts';
import { geometryOf } from './geometry.ts';

const lists = ['palette', 'links', 'folders', 'lines', 'scans', 'merge'] as const;
const questions = ['severity', 'dismiss', 'overwrite'] as const;
const small: readonly OverlayType[] = [...lists, ...questions];

/** Whether what lies over the page has a box of its own, and the page is seen around it: on a screen with the room. */
export function isPopUp({ overlay, size }: Pick<State, 'overlay' | 'size'>): boolean {
  const { columns, rows } = geometryOf(size);
  return overlay !== null && small.includes(overlay.type) && columns >= 100 && rows >= 20;
}
