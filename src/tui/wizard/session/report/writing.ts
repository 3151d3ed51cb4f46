import { isOpenError } from '../../../../checks/problem.ts';
import { secret } from '../../../../checks/rules/secret.ts';
import type { Context } from '../../../../context.ts';
import { withoutStaleOverrides } from '../../edit/fixes.ts';
import { shownPath } from '../../overlays/report-path.ts';
import { problemsFor } from '../../state/problems.ts';
import { type State, say } from '../../state/state.ts';
import type { WizardStore } from '../../state/store.ts';
import type { Lookups } from '../lookups.ts';
import { putReport } from './report-file.ts';

interface Writing {
  /**
   * Writes the report, as soon as all of the review has been searched for secrets.
   * @param seen what the report says that is there, where the reviewer agreed to replace just that
   */
  write(path: string, seen: string | null): void;
  /** Does it at once, or when the report is written that was asked for. */
  whenWritten(then: () => void): void;
  /** Where the report was written in this session, as it is said; null when it was not. */
  written(): string | null;
}

export function openWriting(
  store: WizardStore,
  context: Context,
  lookups: Lookups,
  save: () => void,
): Writing {
  let written: string | null = null;
  /** A report that is written as soon as all of it has been searched. */
  let writing: Promise<void> | null = null;

  async function writeWhenSearched(path: string, seen: string | null) {
    try {
      await lookups.searched();
      write(path, seen);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch((now) =>
        say(now, `Report not written, as the search for secrets failed: ${why}`, 'error'),
      );
    }
    writing = null;
  }

  function write(path: string, seen: string | null) {
    const secret = secretInTheWay(store.getState());
    if (secret) {
      store.dispatch((now) => say(now, secret, 'error'));
      return;
    }
    store.dispatch(withoutStaleOverrides);
    const result = putReport(store.getState(), path, context.cwd, seen);
    if (result.is === 'failed') store.dispatch((now) => say(now, result.what, 'error'));
    else if (result.is === 'there') {
      const { path: there, old, difference } = result;
      const shown = shownPath(there, context.cwd);
      store.dispatch((now) => ({
        ...(seen === null
          ? now
          : say(now, 'The report changed on disk: this is the difference now.', 'error')),
        overlay: { type: 'overwrite', path: there, shown, old, difference, scroll: 0, at: 0 },
      }));
    } else {
      written = shownPath(result.path, context.cwd);
      const { path, lines } = result;
      const facts = { written: { path, at: context.now().toISOString() } };
      const overlay = { type: 'finished', path, shown: written, lines, at: 0 } as const;
      store.dispatch((now) => ({ ...now, notice: null, overlay, facts: { ...now.facts, ...facts } }));
      save();
    }
  }

  return {
    write(path, seen) {
      if (lookups.isSearched()) write(path, seen);
      else writing ??= writeWhenSearched(path, seen);
    },
    whenWritten(then) {
      if (writing) void writing.then(then);
      else then();
    },
    written: () => written,
  };
}

/** Why the report is not written yet, when it would hold a secret that nobody said to stay; null when it holds none. */
function secretInTheWay(state: State): string | null {
  const open = problemsFor(state).filter((one) => one.id === secret.id && isOpenError(one));
  const [first, ...more] = open;
  if (!first) return null;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `${first.message}${others}. Report not written: redact it, or type a reason to keep it.`;
}
