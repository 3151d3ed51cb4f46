import type { Context } from '../../../context.ts';
import type { Opening } from '../../openings.ts';
import { restore } from '../navigation/restore.ts';
import { keepVisible } from '../render/scroll.ts';
import { type State, say } from '../state/state.ts';

/** The wizard as it opens: where the draft was left, with what there is to say of it. */
export function openingState({ template, draft, notice, tellReading }: Opening, context: Context): State {
  const { columns = 80, rows = 24 } = context.stdout;
  const restored = restore(template, draft, context.now().getTime(), { columns, rows });
  const told = notice ? say(restored, notice) : restored;
  return keepVisible(tellReading ? { ...told, overlay: { type: 'reading' } } : told);
}
