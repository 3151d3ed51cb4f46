import { join } from 'node:path';
import type { Context } from '../../../context.ts';
import type { DraftStore } from '../../../drafts/store/store.ts';
import { inOneLine } from '../../../failure.ts';
import { earlierReport } from '../../../starting/from-report.ts';
import { withoutStaleReasons } from '../edit/fixes.ts';
import { followed, following } from '../lists/follow-up.ts';
import { shownPath } from '../overlays/report-path.ts';
import { type Effect, type State, say } from '../state/state.ts';
import { createStore, type WizardStore } from '../state/store.ts';
import { openChecking } from './checking.ts';
import { openEditing } from './editing.ts';
import { putReport } from './report.ts';
import { openReportPanel } from './report-panel.ts';
import { openLooking } from './repository.ts';
import { allowed, openSaving } from './saving.ts';
import { secretInTheWay } from './secrets.ts';
import { settled } from './settle.ts';
import type { Ending, Terminal } from './terminal.ts';

export interface Session {
  store: WizardStore;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** Saves and says how the wizard is left; stops the timers. */
  end(): Ending;
}

/** The wizard's state with everything that it does to the world: saving, the editor, the report. */
export function openSession(start: State, context: Context, drafts: DraftStore, terminal: Terminal): Session {
  let written: string | null = null;
  let ended: Ending | null = null;
  const store = createStore(start, perform, (before, after) => allowed(before, settled(before, after)));
  const saving = openSaving(start, store, context, drafts);
  const { save, flush, close, copy } = saving;
  const editing = openEditing(store, context, terminal, saving);
  const stopChecking = openChecking(store);
  const looking = openLooking(store, context);
  const closePanel = openReportPanel(store);
  /** A report that is written as soon as all of it has been searched. */
  let writing: Promise<void> | null = null;

  function end(): Ending {
    ended ??= ending();
    return ended;
  }

  /** The change up to which it was said that leaving would lose it. */
  let warnedOf: number | null = null;

  function ending(): Ending {
    editing.takeSaved();
    flush();
    close();
    stopChecking();
    looking.close();
    closePanel();
    const { facts, saved, holder } = store.getState();
    if (saved.is === 'failed') {
      return { code: 2, lastLine: `Draft ${facts.id} ${saved.what}; ${saved.remedy}` };
    }
    const other = copy();
    const elsewhere = other
      ? `; what you typed last is in draft ${other}: sanctum-review resume ${other}`
      : '';
    if (holder)
      return {
        code: 0,
        lastLine: `Draft ${facts.id} is open in ${holder.who}, and was only looked at${elsewhere}`,
      };
    const resume = `sanctum-review resume ${facts.id}`;
    if (written)
      return { code: 0, lastLine: `Report written to ${written} (edit again: ${resume})${elsewhere}` };
    return { code: 0, lastLine: `Saved. Go on with: ${resume}${elsewhere}` };
  }

  /** Whether leaving now would lose something, and that was not said yet of just this. */
  function wouldLose(): boolean {
    flush();
    const { saved, history } = store.getState();
    if (saved.is !== 'failed' || warnedOf === history.made) return false;
    warnedOf = history.made;
    const words = 'Not saved yet. Ctrl+S tries again; Ctrl+C once more leaves without what is not saved.';
    store.dispatch((state) => say(state, words, 'error'));
    return true;
  }

  function perform(effect: Effect) {
    switch (effect.do) {
      case 'save':
        save();
        if (store.getState().saved.is === 'saved' && !store.getState().holder)
          store.dispatch((state) => say(state, 'Saved.'));
        return;
      case 'leave':
        if (!wouldLose()) whenWritten(() => terminal.leave(end()));
        return;
      case 'home':
        whenWritten(goHome);
        return;
      case 'editor':
        void editing.open();
        return;
      case 'follow':
        void follow(effect.report);
        return;
      case 'write':
        if (looking.isSearched()) write(effect.path, effect.seen);
        else writing ??= writeWhenSearched(effect.path, effect.seen);
    }
  }

  /** At once, or when the report is written that was asked for. */
  function whenWritten(then: () => void) {
    if (writing) void writing.then(then);
    else then();
  }

  function goHome() {
    flush();
    // What is only in memory is not left behind.
    if (store.getState().saved.is === 'failed') return;
    end();
    terminal.home();
  }

  async function writeWhenSearched(path: string, seen: string | null) {
    try {
      await looking.searched();
      write(path, seen);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch((now) => say(now, `Not searched for secrets, and not written: ${why}`, 'error'));
    }
    writing = null;
  }

  function write(path: string, seen: string | null) {
    const state = store.getState();
    const secret = secretInTheWay(state);
    if (secret) {
      store.dispatch((now) => say(now, secret, 'error'));
      return;
    }
    store.dispatch(withoutStaleReasons);
    const result = putReport(store.getState(), path, context.cwd, seen);
    if (result.is === 'failed') store.dispatch((now) => say(now, result.what, 'error'));
    else if (result.is === 'there') {
      const { path: there, old, difference } = result;
      const words = seen === null ? null : 'It was changed meanwhile: this is what would change now.';
      store.dispatch((now) => ({
        ...(words === null ? now : say(now, words, 'error')),
        overlay: {
          type: 'overwrite',
          path: there,
          shown: shownPath(there, context.cwd),
          old,
          difference,
          scroll: 0,
          at: 0,
        },
      }));
    } else {
      written = shownPath(result.path, context.cwd);
      const words = `Report written to ${written}`;
      const at = context.now().toISOString();
      store.dispatch((now) =>
        say({ ...now, overlay: null, facts: { ...now.facts, written: { path: result.path, at } } }, words),
      );
      save();
    }
  }

  async function follow(report: string) {
    const { template, facts } = store.getState();
    const earlier = await earlierReport(context, template, join(facts.repository ?? context.cwd, report));
    if (!earlier.ok) {
      const words = inOneLine(earlier.failures);
      store.dispatch((now) => say(now, words, 'error'));
      return;
    }
    const ahead = following(store.getState(), earlier.value);
    if (!ahead) return;
    // The earlier review is on the disk before anything that speaks of it.
    store.dispatch((now) => ({ ...now, facts: { ...now.facts, previous: ahead.previous } }));
    save();
    store.dispatch((now) => followed(now, ahead.actions));
    save();
  }

  return { store, flush, end };
}
