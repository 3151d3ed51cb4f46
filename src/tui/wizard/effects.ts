import { hostname } from 'node:os';
import type { Context } from '../../context.ts';
import type { Draft, Position } from '../../drafts/draft.ts';
import { openKeeper } from '../../drafts/keeper.ts';
import { type Lease, takeLease } from '../../drafts/lease.ts';
import { historyOf } from '../../drafts/replay.ts';
import type { DraftStore } from '../../drafts/store.ts';
import { done, type Problem, type Result } from '../../problem.ts';
import { handedOver, takenBack } from './editing.ts';
import { edited } from './editor.ts';
import { toTouched } from './navigate.ts';
import { putReport, shownPath } from './report.ts';
import { draftOf, type Effect, type Saved, type State, say } from './state.ts';
import { createStore, type WizardStore } from './store.ts';

/** How the program goes on when the wizard is left. */
export interface Ending {
  code: number;
  lastLine?: string;
}

export interface Terminal {
  /** Hands the terminal to another program for as long as `work` takes. */
  suspend(work: () => Promise<void>): Promise<void>;
  leave(ending: Ending): void;
  /** Shows the drafts again; the session has ended. */
  home(): void;
}

export interface Session {
  store: WizardStore;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** Saves and says how the wizard is left; stops the timers. */
  end(): Ending;
}

/** The whole draft is saved so many milliseconds after the last change; its journal has every change at once. */
const soon = 1000;
/** While changes go on and on, it is saved so many milliseconds after the first of them. */
const atTheLatest = 30_000;
/** What an editor that was killed may have left on: its screen, reports of the mouse, a hidden cursor. */
const modesOff = '\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1049l\x1b[?25h\x1b[m';
/** Who only reads tries so often to become the one who writes, in milliseconds. */
const lookEvery = 1000;
/** A failed save is tried again after so many milliseconds. */
const later = 5000;

/** The wizard's state with everything that it does to the world: saving, the editor, the report. */
export function openSession(start: State, context: Context, drafts: DraftStore, terminal: Terminal): Session {
  let last: Draft = draftOf(start);
  /** What the journal has been told of. */
  let told = { made: start.history.made, position: last.position };
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  let said = false;
  let written: string | null = null;
  let ended: Ending | null = null;

  const { id } = last;
  let keeper = openKeeper(drafts, last, context.now);
  let lease: Lease | null = null;
  const store = createStore(start, perform, allowed);
  take();
  /** Who only reads looks now and then whether it may write. */
  const looking = setInterval(() => lease === null && take(), lookEvery).unref();
  const unsubscribe = store.subscribe(changed);

  function changed() {
    if (store.getState().holder) return;
    if (lease && !lease.held()) return lose();
    const state = store.getState();
    const draft = draftOf(state);
    const noted = note(state, draft.position);
    if (noted.ok && same(last, draft)) return;
    schedule(state.saved.is === 'failed' || !noted.ok ? later : soon);
    if (!noted.ok) fail(noted.problems[0]);
    else if (state.saved.is === 'saved' && state.history.present !== last.review) put({ is: 'saving' });
  }

  /** Takes the right to write, and what was written since the draft was read; or says who has it. */
  function take() {
    const taken = takeLease(drafts.home, id, context.now());
    if ('lease' in taken) {
      const waited = store.getState().holder !== null;
      lease = taken.lease;
      const fresh = drafts.load(id);
      const known = draftOf(store.getState());
      if (fresh.ok && (waited || fresh.value.journal?.check !== known.journal?.check)) reread(fresh.value);
      else if (waited) store.dispatch((state) => ({ ...state, holder: null }));
      if (waited) store.dispatch((state) => say(state, 'The other window is gone: you can edit now.'));
      return;
    }
    const { host = 'another place', pid, since } = taken.holder ?? {};
    const who = host === hostname() ? `process ${pid}` : host;
    const holder = { who, since: new Date(since ?? context.now()) };
    const before = store.getState().holder;
    if (before && !taken.holder) return;
    if (before?.who !== who || +before.since !== +holder.since)
      store.dispatch((state) => ({ ...state, holder }));
  }

  /** The draft as another window left it. */
  function reread(draft: Draft) {
    const { review, position: _, ...facts } = draft;
    keeper.close();
    keeper = openKeeper(drafts, draft, context.now);
    const history = historyOf(draft);
    const before = store.getState();
    const next = toTouched({ ...before, facts, history, holder: null }, null);
    last = { ...draftOf(next), review };
    told = { made: history.made, position: last.position };
    store.dispatch(() => next);
  }

  /** Another has taken the draft over while this process stood still: what it did not write is not shown either. */
  function lose() {
    lease = null;
    const fresh = drafts.load(id);
    if (fresh.ok) reread(fresh.value);
    take();
    if (lease === null)
      store.dispatch((state) => say(state, 'Another window has taken this draft over.', 'error'));
  }

  function allowed(before: State, after: State): State {
    if (!before.holder || !after.holder || before.history === after.history) return after;
    return say(before, `Read-only: the draft is open in ${before.holder.who}.`, 'error');
  }

  /** Tells the journal, before anything of it is on the screen. */
  function note({ history, facts }: State, position: Position): Result<void> {
    const count = history.made - told.made;
    const moved = !samePosition(told.position, position);
    if (count === 0 && !moved) return done(undefined);
    told = { made: history.made, position };
    const changes = count > 0 ? history.recent.slice(-count) : [];
    const noted = keeper.note(changes, moved ? position : null, facts.worked);
    const aside = keeper.aside();
    if (aside && !said) {
      said = true;
      const words = `The journal of this draft could not be read to its end; it is kept as ${aside}`;
      queueMicrotask(() => store.dispatch((now) => say(now, words, 'error')));
    }
    return noted;
  }

  /** Saves when no change has come for so long. */
  function schedule(wait: number) {
    if (!timer) {
      since = Date.now();
      timer = setTimeout(save, wait);
    } else if (wait === soon && Date.now() - since < atTheLatest) timer.refresh();
  }

  const fail = (problem: Problem | undefined) => {
    const { saved } = store.getState();
    const what = problem?.what ?? 'not saved';
    if (saved.is === 'failed' && saved.what === what) return;
    put({ is: 'failed', what, remedy: problem?.remedy ?? '' });
  };
  const put = (saved: Saved) => store.dispatch((state) => ({ ...state, saved }));

  function save() {
    if (timer) clearTimeout(timer);
    timer = null;
    if (store.getState().holder) return;
    if (lease && !lease.held()) return lose();
    const draft = draftOf(store.getState());
    const now = context.now();
    const next: Draft = draft.review === last.review ? draft : { ...draft, edited: now.toISOString() };
    const result = keeper.save({ draft: next, history: store.getState().history });
    if (!result.ok) {
      fail(result.problems[0]);
      schedule(later);
      return;
    }
    last = draft;
    store.dispatch((state) => ({
      ...state,
      saved: { is: 'saved', at: now },
      facts: { ...state.facts, edited: next.edited },
    }));
  }

  function flush() {
    if (!same(last, draftOf(store.getState())) || store.getState().saved.is !== 'saved') save();
  }

  function end(): Ending {
    ended ??= ending();
    return ended;
  }

  function ending(): Ending {
    flush();
    unsubscribe();
    if (timer) clearTimeout(timer);
    timer = null;
    clearInterval(looking);
    keeper.close();
    lease?.release();
    const { facts, saved, holder } = store.getState();
    if (saved.is === 'failed') {
      return { code: 2, lastLine: `Draft ${facts.id} ${saved.what}; ${saved.remedy}` };
    }
    if (holder)
      return { code: 0, lastLine: `Draft ${facts.id} was only looked at: it is open in ${holder.who}` };
    const resume = `sanctum-review resume ${facts.id}`;
    if (written) return { code: 0, lastLine: `Report written to ${written} (edit again: ${resume})` };
    return { code: 0, lastLine: `Saved. Go on with: ${resume}` };
  }

  function perform(effect: Effect) {
    switch (effect.do) {
      case 'save':
        save();
        if (store.getState().saved.is === 'saved' && !store.getState().holder)
          store.dispatch((state) => say(state, 'Saved.'));
        return;
      case 'leave':
        terminal.leave(end());
        return;
      case 'home':
        flush();
        // What is only in memory is not left behind.
        if (store.getState().saved.is === 'failed') return;
        end();
        terminal.home();
        return;
      case 'editor':
        void openEditor();
        return;
      case 'write':
        write(effect.path, effect.overwrite);
    }
  }

  function write(path: string, overwrite: boolean) {
    const state = store.getState();
    const result = putReport(state, path, context.cwd, overwrite);
    if (result.is === 'failed') store.dispatch((now) => say(now, result.what, 'error'));
    else if (result.is === 'there') {
      const { path: there, difference } = result;
      store.dispatch((now) => ({ ...now, overlay: { type: 'exists', path: there, difference, scroll: 0 } }));
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

  async function openEditor() {
    const handed = handedOver(store.getState());
    if (!handed) return;
    save();
    try {
      await terminal.suspend(async () => {
        const result = await edited(handed.text, handed.extension, context.env);
        if (!result.ok) context.stdout.write(modesOff);
        store.dispatch((now) => {
          if (result.ok) return takenBack(now, handed, result.value);
          const [problem] = result.problems;
          return say(now, `${problem?.where}: ${problem?.what}; ${problem?.remedy}`, 'error');
        });
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch((now) => say(now, `The editor could not be opened: ${why}`, 'error'));
    }
  }

  return { store, flush, end };
}

/** Whether a draft on the disk holds all of this one. */
const same = (one: Draft, other: Draft): boolean =>
  one.review === other.review && one.written === other.written && samePosition(one.position, other.position);

const samePosition = (a: Position, b: Position): boolean =>
  a.page === b.page &&
  a.focus === b.focus &&
  a.caret === b.caret &&
  a.scroll === b.scroll &&
  JSON.stringify(a.open) === JSON.stringify(b.open);
