import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import { inOneLine } from '../../../failure.ts';
import { readPreviousReport } from '../../../starting/from-report.ts';
import { followedUp, followUpOn } from '../lists/follow-up.ts';
import { say } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';

/**
 * Makes the review follow up on a previous one.
 * @param report the report of the previous review, as a path from the repository's top
 */
export async function followUp(
  report: string,
  store: WizardStore,
  context: Context,
  save: () => void,
): Promise<void> {
  const { template, facts } = store.getState();
  const previous = await readPreviousReport(context, template, join(facts.repository ?? context.cwd, report));
  if (!previous.ok) {
    const words = inOneLine(previous.failures);
    store.dispatch((now) => say(now, words, 'error'));
    return;
  }
  const found = followUpOn(store.getState(), previous.value);
  if (!found) return;
  // The previous review is on the disk before anything that speaks of it.
  store.dispatch((now) => ({ ...now, facts: { ...now.facts, previous: found.previous } }));
  save();
  store.dispatch((now) => followedUp(now, found.actions));
  save();
}
