import type { Context } from '../../../context.ts';
import { dropUntouched } from '../../../drafts/open-draft/untouched.ts';
import type { DraftStore } from '../../../drafts/store/store.ts';
import { type Effect, type State, say } from '../state/state.ts';
import { createStore, type WizardStore } from '../state/store.ts';
import { openChecking } from './checking.ts';
import { openEditing } from './editor/editing.ts';
import { findLinesFor } from './finding-lines.ts';
import { followUp } from './following-up.ts';
import { findScansFor, importInto } from './importing.ts';
import { openLookups } from './lookups.ts';
import { ownCommand } from './own-command.ts';
import { openWriting } from './report/writing.ts';
import { openReportPanel } from './report-panel.ts';
import { openSaving, type Saving } from './saving/saving.ts';
import { unsaved } from './saving/unsaved.ts';
import { settled } from './settle.ts';
import { openSourcePanel } from './source-panel.ts';
import type { Ending, Terminal } from './terminal.ts';

export interface Session {
  store: WizardStore;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** Saves and says how the wizard is left; stops the timers. */
  end(): Ending;
}

/** The wizard's state with everything that it does to the world: saving, checking, looking up, the editor, the report. */
export function openSession(start: State, context: Context, drafts: DraftStore, terminal: Terminal): Session {
  let ended: Ending | null = null;
  let allowed: Saving['allowed'] = (_, after) => after;
  const store = createStore(start, perform, (before, after) => allowed(before, settled(before, after)));
  const isExample = start.saved.is === 'never';
  const saving = isExample ? unsaved : openSaving(start, store, context, drafts);
  allowed = saving.allowed;
  const { save, flush } = saving;
  const editing = openEditing(store, context, terminal, drafts, save);
  const checking = openChecking(store);
  const lookups = openLookups(store, context);
  const panel = openReportPanel(store);
  const source = openSourcePanel(store, context);
  const writing = openWriting(store, context, lookups, save);
  /** The change up to which it was said that leaving would lose it. */
  let warnedOf: number | null = null;
  /** What is printed when the program is left, for the reviewer to run. */
  let command: string | null = null;

  function perform(effect: Effect) {
    switch (effect.do) {
      case 'save':
        return saveNow();
      case 'leave':
        if (!wouldLose()) writing.whenWritten(() => terminal.leave(end()));
        return;
      case 'home':
        return writing.whenWritten(goHome);
      case 'editor':
        return void editing.open();
      case 'follow':
        return void followUp(effect.report, store, context, save);
      case 'find':
        return void findLinesFor(effect, store, context);
      case 'find-scans':
        return void findScansFor(store);
      case 'import':
        return void importInto(effect.paths, store, context, save);
      case 'print':
        command = effect.command;
        return;
      case 'write':
        if (!isExample) return writing.write(effect.path, effect.seen);
        return store.dispatch((state) => say(state, 'No report is written of the example.', 'error'));
    }
  }

  function saveNow() {
    save();
    if (isExample) store.dispatch((state) => say(state, 'This is an example: nothing of it is saved.'));
    const { saved, lock } = store.getState();
    if (saved.is === 'saved' && !lock) store.dispatch((state) => say(state, 'Saved.'));
  }

  /** Whether leaving now would lose something, and that was not said yet of just this. */
  function wouldLose(): boolean {
    flush();
    const { saved, history } = store.getState();
    if (saved.is !== 'failed' || warnedOf === history.made) return false;
    warnedOf = history.made;
    const words = 'Not saved. Ctrl+S tries again; press Ctrl+C again to leave without saving.';
    store.dispatch((state) => say(state, words, 'error'));
    return true;
  }

  function goHome() {
    flush();
    // What is only in memory is not left behind.
    if (store.getState().saved.is === 'failed') return;
    terminal.home(end());
  }

  function end(): Ending {
    if (ended) return ended;
    // What an editor had saved is taken before all is saved.
    editing.end();
    flush();
    for (const part of [saving, checking, lookups, panel, source]) part.end();
    ended = isDropped()
      ? { code: 0, lastLine: 'Nothing was entered, so no draft was kept.' }
      : endingOf(store.getState(), editing.apart(), saving.copyOf(), writing.written(), ownCommand(context));
    if (command) ended = { ...ended, command };
    return ended;
  }

  /** Takes a draft away in which nothing was done, here or ever. */
  function isDropped(): boolean {
    const { history, facts, template, lock, saved } = store.getState();
    if (isExample || history.made > 0 || lock || saved.is === 'failed' || editing.apart()) return false;
    return dropUntouched(drafts, facts.id, template, context.now);
  }

  return { store, flush, end };
}

/**
 * How the wizard is left.
 * @param apart the draft that keeps what came back from an editor too late; null when nothing did
 * @param copyOf the draft of which a copy was edited, since another window took it over; null when none was
 * @param written where the report was written in this session
 * @param program the command that starts this program
 */
function endingOf(
  { facts, saved, lock }: State,
  apart: string | null,
  copyOf: string | null,
  written: string | null,
  program: string,
): Ending {
  if (saved.is === 'never') {
    return { code: 0, lastLine: `Nothing of the example was saved. Start a review with: ${program} new` };
  }
  if (saved.is === 'failed') {
    return { code: 2, lastLine: `Draft ${facts.id} ${saved.what}; ${saved.remedy}` };
  }
  const elsewhere = apart
    ? `; what you wrote in the editor is in draft ${apart}: ${program} resume ${apart}`
    : copyOf
      ? ` (a copy: another window has taken draft ${copyOf} over)`
      : '';
  const resume = `${program} resume ${facts.id}`;
  const words = lock
    ? `Draft ${facts.id} is open in ${lock.who}, and was opened read-only`
    : written
      ? `Report written to ${written} (resume with: ${resume})`
      : `Saved. Resume with: ${resume}`;
  return { code: 0, lastLine: words + elsewhere };
}
