import type { Context } from '../../context.ts';
import { lockOwner } from '../../drafts/lock/lock.ts';
import type { Opening } from '../openings.ts';
import { screenOf } from '../wizard/screen/screen.ts';
import { openingState } from '../wizard/session/opening.ts';
import { shownLock } from '../wizard/session/saving/lock-words.ts';
import { type FirstFrame, paint, paints } from './paint.ts';

/**
 * Paints the wizard as it will open, before Ink is loaded and has drawn it: half of the time until then. `null` where
 * none can be painted.
 */
export function paintFirstFrame(opening: Opening, context: Context, home: string): FirstFrame | null {
  if (!paints(context)) return null;
  const owner = lockOwner(home, opening.draft.id);
  const state = openingState(opening, context);
  return paint(screenOf(owner ? { ...state, lock: shownLock(owner) } : state).rows, context);
}
