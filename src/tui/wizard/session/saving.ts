import { hostname } from 'node:os';
import type { Context } from '../../../context.ts';
import type { Draft, Position } from '../../../drafts/format/draft.ts';
import { keepCopy } from '../../../drafts/journal/copies.ts';
import { historyOf } from '../../../drafts/journal/replay.ts';
import { openKeeper } from '../../../drafts/journal/writer.ts';
import { type Lease, leaseTaker } from '../../../drafts/lock/lock.ts';
import type { DraftStore } from '../../../drafts/store/store.ts';
import { done, type Failure, type Result } from '../../../failure.ts';
import { goToTarget } from '../navigation/go-to.ts';
import { draftOf, readOnly, type Saved, type State, say } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import type { Part } from './part.ts';
import { same, samePosition } from './same-draft.ts';
import { settled } from './settle.ts';
import { whenQuiet } from './when-quiet.ts';

export interface Saving extends Part {
  /** Saves the whole draft now. */
  save(): void;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** The draft in which it is kept what was typed here when another window had taken the draft over. */
  copy(): string | null;
  /** Keeps a state that is not the store's as such a draft. */
  apart(state: State): Result<string>;
}

/** Who only reads tries so often to become the one who writes, in milliseconds. */
const lookEvery = 1000;
/** Keys that were typed while the process stood still come within so many milliseconds after one another. */
const lastKeys = 300;

/** Keeps the draft of a wizard on the disk: its journal at once, the whole of it soon, and the right to write. */
export function openSaving(start: State, store: WizardStore, context: Context, drafts: DraftStore): Saving {
  let last: Draft = draftOf(start);
  /** What the journal has been told of. */
  let told = { made: start.history.made, position: last.position };
  const pause = whenQuiet(save);
  let said = false;
  /** What was done is in no journal that anybody reads: a line could not be written, or came too late. */
  let behind = false;
  let copy: string | null = null;
  let copying: string | null = null;
  let leaving: NodeJS.Timeout | null = null;

  const { id } = last;
  const tryLease = leaseTaker(drafts.home, id);
  let lease: Lease | null = null;
  const lost = () => lease !== null && !lease.held();
  let keeper = openKeeper(drafts, last, context.now, () => !lost());
  take();
  /** Who only reads looks now and then whether it may write; who writes, whether it still may. */
  const looking = setInterval(look, lookEvery).unref();
  const unsubscribe = store.subscribe(changed);

  function look() {
    if (lease === null) take();
    else if (!leaving && lost()) lose(false);
  }

  function changed() {
    if (store.getState().holder) return;
    const state = store.getState();
    const draft = draftOf(state);
    const untold = state.history.made !== told.made;
    if (untold || !samePosition(told.position, draft.position)) {
      if (lost()) return lose(untold);
    } else if (same(last, draft)) return;
    // A key can do more than is remembered of what was done: dozens of actions planned, a review followed.
    const count = state.history.made - told.made;
    if (count > state.history.recent.length) {
      told = { made: state.history.made, position: draft.position };
      keeper.leap();
      return save();
    }
    const noted = note(state, draft.position);
    // It may have stood still just before it wrote: the line is in a file then that is nobody's any more.
    if (untold && lost()) return lose(true);
    if (!noted.ok) behind = true;
    if (noted.ok && same(last, draft)) return;
    pause.wait(state.saved.is === 'failed' || !noted.ok ? 'later' : 'soon');
    if (!noted.ok) {
      if (state.saved.is !== 'failed') fail(noted.failures[0]);
    } else if (state.saved.is === 'saved' && state.history.present !== last.review) put({ is: 'saving' });
  }

  /** Takes the right to write, and what was written since the draft was read; or says who has it. */
  function take() {
    const taken = tryLease(context.now());
    if ('lease' in taken) {
      const waited = store.getState().holder !== null;
      lease = taken.lease;
      const fresh = drafts.load(id);
      const known = draftOf(store.getState());
      if (fresh.ok && (waited || fresh.value.journal?.check !== known.journal?.check)) reread(fresh.value);
      else if (waited) store.dispatch((state) => ({ ...state, holder: null }));
      if (lease.fromStanding) {
        const { history } = store.getState();
        keeper.fence({ draft: last, history });
      }
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
    keeper = openKeeper(drafts, draft, context.now, () => !lost());
    behind = false;
    const history = historyOf(draft);
    const before = store.getState();
    const fresh: State = { ...before, facts, history, holder: null, saved: { is: 'saved', at: null } };
    const next = settled(before, goToTarget(fresh, null));
    last = { ...draftOf(next), review };
    told = { made: history.made, position: last.position };
    store.dispatch(() => next);
  }

  /**
   * Another has taken the draft over while this process stood still. What was typed here since, and is not in the
   * draft, becomes a draft of its own; so does what is still on its way from the keyboard.
   */
  function lose(unwritten: boolean) {
    if (unwritten || behind) {
      behind = true;
      const { history } = store.getState();
      const kept = keepCopy(drafts, draftOf(store.getState()), history, context.now(), copying);
      if (!kept.ok) {
        fail(kept.failures[0]);
        return pause.wait('later');
      }
      copying = kept.value;
    }
    leaving ??= setTimeout(giveUp, lastKeys);
    leaving.refresh();
  }

  function apart(state: State): Result<string> {
    const kept = keepCopy(drafts, draftOf(state), state.history, context.now(), null);
    if (kept.ok) copy = kept.value;
    return kept;
  }

  /** What the other did is shown from now on. */
  function giveUp() {
    if (leaving) clearTimeout(leaving);
    leaving = null;
    lease = null;
    const fresh = drafts.load(id);
    if (fresh.ok) reread(fresh.value);
    take();
    if (copying) copy = copying;
    const last = copying ? ` Your last words: sanctum-review resume ${copying}` : '';
    const words = lease && !copying ? '' : `Taken over elsewhere.${last}`;
    copying = null;
    if (words) store.dispatch((state) => say(state, words, 'error'));
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
      // What it told is in no file of the draft's any more, and the new one is of no use without.
      queueMicrotask(() => {
        save();
        store.dispatch((now) => say(now, words, 'error'));
      });
    }
    return noted;
  }

  const fail = (problem: Failure | undefined) => {
    const { saved } = store.getState();
    const what = problem?.what ?? 'not saved';
    if (saved.is === 'failed' && saved.what === what) return;
    put({ is: 'failed', what, remedy: problem?.remedy ?? '' });
  };
  const put = (saved: Saved) => store.dispatch((state) => ({ ...state, saved }));

  function save() {
    pause.end();
    if (store.getState().holder) return;
    if (lost()) return lose(false);
    const draft = draftOf(store.getState());
    const now = context.now();
    const next: Draft = draft.review === last.review ? draft : { ...draft, edited: now.toISOString() };
    const result = keeper.save({ draft: next, history: store.getState().history });
    if (!result.ok && lost()) return lose(false);
    if (!result.ok) {
      fail(result.failures[0]);
      pause.wait('later');
      return;
    }
    last = draft;
    behind = false;
    store.dispatch((state) => ({
      ...state,
      saved: { is: 'saved', at: now },
      facts: { ...state.facts, edited: next.edited },
    }));
  }

  function flush() {
    if (!same(last, draftOf(store.getState())) || store.getState().saved.is !== 'saved') save();
    if (leaving) giveUp();
  }

  /** Stops the timers and gives the right to write back; saves nothing. */
  function end() {
    unsubscribe();
    if (leaving) clearTimeout(leaving);
    pause.end();
    clearInterval(looking);
    keeper.close();
    lease?.release();
  }

  return { save, flush, end, copy: () => copy, apart };
}

/** What the store lets through: nothing changes in a draft that another window has. */
export function allowed(before: State, after: State): State {
  const locked = readOnly(before);
  if (locked === null || !after.holder || before.history === after.history) return after;
  return say(before, locked, 'error');
}
