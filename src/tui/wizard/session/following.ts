import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { inOneLine } from '../../../failure.ts';
import { readPreviousReport } from '../../../starting/from-report.ts';
import { followed, following } from '../lists/follow-up.ts';
import { say } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';

/**
 * Makes the review one that follows a previous one.
 * @param report the report of that, as a path from the repository's top
 */
export async function follow(
  report: string,
  store: WizardStore,
  context: Context,
  save: () => void,
): Promise<void> {
  const { template, facts } = store.getState();
  const earlier = await readPreviousReport(context, template, join(facts.repository ?? context.cwd, report));
  if (!earlier.ok) {
    const words = inOneLine(earlier.failures);
    store.dispatch((now) => say(now, words, 'error'));
    return;
  }
  const ahead = following(store.getState(), earlier.value);
  if (!ahead) return;
  // The previous review is on the disk before anything that speaks of it.
  store.dispatch((now) => ({ ...now, facts: { ...now.facts, previous: ahead.previous } }));
  save();
  store.dispatch((now) => followed(now, ahead.actions));
  save();
}
