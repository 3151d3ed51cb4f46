import type { Context } from '../../../context.ts';
import type { Draft } from '../../../drafts/format/draft.ts';
import { historyOf } from '../../../drafts/journal/replay.ts';
import type { Opening } from '../../openings.ts';
import { helpRows } from '../keys/table.ts';
import { goToTarget } from '../navigation/go-to.ts';
import { restore } from '../navigation/restore.ts';
import { keepVisible } from '../render/scroll.ts';
import { waitingFindings } from '../state/findings/triage-rows.ts';
import { pickerOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import { settled } from './settle.ts';

/** The wizard as it opens: where the draft was left, with what there is to say of it. */
export function openingState(
  { template, draft, notice, tellReading, isExample }: Opening,
  context: Context,
): State {
  const { columns = 80, rows = 24 } = context.stdout;
  const restored = restore(template, draft, context.now().getTime(), { columns, rows });
  const saved = isExample ? ({ is: 'never' } as const) : restored.saved;
  const spoken = context.env.INK_SCREEN_READER === 'true';
  const here: State = { ...restored, saved, spoken, cwd: context.cwd, helpRows: helpRows() };
  const words = [notice ?? '', waitingFindings(here)].filter((one) => one !== '').join(' ');
  const told = words === '' ? here : say(here, words);
  return keepVisible(tellReading ? { ...told, overlay: pickerOverlay('reading') } : told);
}

/** The wizard on its draft as another window left it. */
export function reopened(before: State, draft: Draft): State {
  const { review: _, position: __, ...facts } = draft;
  const history = historyOf(draft);
  const fresh: State = { ...before, facts, history, lock: null, saved: { is: 'saved', at: null } };
  return settled(before, goToTarget(fresh, null));
}
