import type { Context } from '../../../../context.ts';
import type { Draft } from '../../../../drafts/format/draft.ts';
import { type LockOwner, openLock } from '../../../../drafts/lock/lock.ts';
import { thisWindow } from '../../../../drafts/lock/window.ts';
import { copyOfWindow } from '../../../../drafts/open-draft/copies.ts';
import { openWriter, type Writer } from '../../../../drafts/open-draft/writer.ts';
import type { DraftState } from '../../../../drafts/store/read-draft.ts';
import type { DraftStore } from '../../../../drafts/store/store.ts';
import type { Failure } from '../../../../failure.ts';
import { draftOf, readOnly, type State, say } from '../../state/state.ts';
import type { WizardStore } from '../../state/store.ts';
import { reopened } from '../opening.ts';
import type { Part } from '../part.ts';
import { whenInputRests } from './input-rests.ts';
import { settleWindows } from './left-by-windows.ts';
import { copyWords, type Role, withFailure, withLock, withSaved } from './lock-words.ts';
import { inPauses } from './pauses.ts';
import { isLarge, same, type Whole, wholeDraft } from './same-draft.ts';
import { openTelling } from './telling.ts';

export interface Saving extends Part {
  /** Saves the whole draft now. */
  save(): void;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** What becomes of a change: another state where a window that only reads would change the draft. */
  allowed(before: State, after: State): State;
  /** The draft of which this window edits a copy since another window took it over; null when it does not. */
  copyOf(): string | null;
}

type Saved = ReturnType<Writer['save']>;

/** Milliseconds from one look at the lock to the next. */
const lookEvery = 1000;
/** Milliseconds until what windows left that are gone is looked through: the screen comes first. */
const settleAfter = 200;

/** Keeps the draft of a wizard on the disk: its journal at once, the whole of it soon, and the lock. */
export function openSaving(start: State, store: WizardStore, context: Context, drafts: DraftStore): Saving {
  const { now } = context;
  let last: Draft = draftOf(start);
  const telling = openTelling(start);
  let role: Role = 'writes';
  let copyOf: string | null = null;
  /** States that came, and when the last one did on a clock that is never set. */
  let changes = 0;
  let active = performance.now();
  let stopWaiting = () => {};

  const idle = () => (performance.now() - active) / 1000;
  const lockFor = (id: string) => openLock(drafts.home, id, thisWindow(context.env), { now, idle });
  const writerFor = (draft: Draft, file: string | null) =>
    openWriter(drafts, { draft, file }, thisWindow(context.env), now, () => lock.isOurs());
  let lock = lockFor(last.id);
  let writer = writerFor(last, null);

  const pause = inPauses(save, saveInSteps);
  take();
  const looking = setInterval(look, lookEvery).unref();
  const settling = setTimeout(settleOthers, settleAfter).unref();
  const unsubscribe = store.subscribe(changed);

  /** Takes the lock, and what was written since the draft was read; or shows who has it. */
  function take() {
    const owner = lock.take();
    const waited = role === 'reads';
    if (owner) {
      role = 'reads';
      return show(owner);
    }
    role = 'writes';
    const fresh = drafts.look(last.id);
    const known = draftOf(store.getState());
    if (fresh.ok && (waited || fresh.value.draft.journal?.check !== known.journal?.check))
      reread(fresh.value);
    else {
      writer = writerFor(last, fresh.ok ? fresh.value.file : null);
      if (waited) store.dispatch((state) => ({ ...state, lock: null }));
    }
    if (!waited) return;
    store.dispatch((state) => say(state, 'The other window is gone: you can edit now.'));
    settleOthers();
  }

  function show(owner: LockOwner) {
    store.dispatch((state) => withLock(state, owner));
  }

  /** The draft as another window left it. */
  function reread({ draft, file }: DraftState) {
    pause.end();
    writer.close();
    writer = writerFor(draft, file);
    const next = reopened(store.getState(), draft);
    last = { ...draftOf(next), review: draft.review };
    telling.known(next);
    store.dispatch(() => next);
  }

  function look() {
    if (role === 'reads') take();
    // Where no lock could be made, it is tried again.
    else if (role === 'writes' && (lock.isOurs() ? lock.take() !== null : !isMine())) oust();
  }

  /** Whether the lock is ours; also when it was gone, and no other window did anything. */
  const isMine = () => lock.isOurs() || (lock.take() === null && writer.isAlone());

  /**
   * Another window has taken the draft over, and has read all that this one had told its journal by then: it looked for
   * the lock after each line.
   */
  function oust() {
    pause.end();
    role = 'ousted';
    const owner = lock.take();
    if (owner) show(owner);
    stopWaiting = whenInputRests(
      () => changes,
      () => {
        role = 'reads';
        const fresh = drafts.look(last.id);
        if (fresh.ok) reread(fresh.value);
        take();
        if (role === 'reads') store.dispatch((state) => say(state, readOnly(state) ?? '', 'error'));
      },
    );
  }

  /** What was typed here, and no other window has read, is a draft of its own from now on, and edited here. */
  function becomeCopy() {
    pause.end();
    stopWaiting();
    role = 'stranded';
    const state = store.getState();
    const fresh = copyOfWindow(drafts, { draft: draftOf(state), history: state.history }, writer, now());
    if (!fresh.ok) return retry(fresh.failures);
    copyOf ??= last.id;
    writer.discard();
    lock.release();
    const { draft, file } = fresh.value;
    const { review: _, position: __, ...facts } = draft;
    lock = lockFor(draft.id);
    writer = writerFor(draft, file);
    role = 'writes';
    lock.take();
    last = { ...draftOf(state), ...facts };
    const isBehind = telling.isBehind(state);
    telling.known(state);
    const words = copyWords(copyOf, draft.id);
    const tell = () => store.dispatch((one) => say(one, words, 'error'));
    store.dispatch((one) => ({ ...one, facts, lock: null, saved: { is: 'saved', at: now() } }));
    if (isBehind) {
      writer.leap();
      save();
    }
    tell();
    // Keys that are on their way take what is said from the screen.
    stopWaiting = whenInputRests(() => changes, tell);
  }

  function changed() {
    if (role === 'reads') return;
    changes += 1;
    active = performance.now();
    const state = store.getState();
    const draft = draftOf(state);
    const isNew = telling.isBehind(state);
    if (telling.isTold(state) && same(last, draft)) return;
    // A key can do more than is remembered of what was done: dozens of actions planned, a review followed up.
    if (telling.isTooMuch(state)) {
      writer.leap();
      return role === 'writes' && !isMine() ? becomeCopy() : save();
    }
    // The journal is told before anything of it is on the screen.
    const noted = telling.tell(writer, state);
    if (isNew && (role === 'ousted' || (role === 'writes' && !isMine()))) return becomeCopy();
    if (role === 'ousted' || (noted.ok && same(last, draft))) return;
    if (!noted.ok) return retry(noted.failures);
    // What the journal holds is saved: the header says nothing else of it until it is in the draft's own file.
    pause.wait(state.saved.is === 'failed' ? 'later' : 'soon');
  }

  /** Says why the draft is not saved, and tries again later. */
  function retry([problem]: Failure[]) {
    store.dispatch((state) => withFailure(state, problem));
    pause.wait('later');
  }

  function save() {
    pause.end();
    if (role === 'stranded') return becomeCopy();
    if (role !== 'writes') return;
    if (!isMine()) return telling.isBehind(store.getState()) ? becomeCopy() : oust();
    const whole = wholeDraft(store.getState(), last, now());
    saved(whole, writer.save(whole));
  }

  /** The same with keys between: the journal has all that is in a large draft. Null where it is to be done at once. */
  function saveInSteps() {
    const state = store.getState();
    if (!isLarge(state) || role !== 'writes' || telling.isBehind(state) || !isMine()) return null;
    const whole = wholeDraft(state, last, now());
    return { steps: writer.saving(whole), finish: (result: Saved) => saved(whole, result) };
  }

  function saved({ state, at, from, draft }: Whole, result: Saved) {
    if (!result.ok) return retry(result.failures);
    if (result.value === 'apart') return telling.isBehind(store.getState()) ? becomeCopy() : oust();
    last = from;
    if (state === store.getState()) telling.known(state);
    store.dispatch((one) => withSaved(one, at, draft));
  }

  /** Looks through what other windows left that are gone; only the window that writes may. */
  function settleOthers() {
    if (role !== 'writes') return;
    const words = settleWindows(drafts, last.id, writer.session, now(), () => {
      save();
      return role === 'writes' && store.getState().saved.is === 'saved';
    });
    if (words) store.dispatch((state) => say(state, words, 'error'));
  }

  function flush() {
    if (!same(last, draftOf(store.getState())) || store.getState().saved.is !== 'saved') save();
  }

  /** Stops the timers and releases the lock; saves nothing. */
  function end() {
    unsubscribe();
    settleOthers();
    stopWaiting();
    pause.end();
    clearInterval(looking);
    clearTimeout(settling);
    writer.close();
    lock.release();
  }

  function allowed(before: State, after: State): State {
    if (role !== 'reads' || !after.lock || before.history === after.history) return after;
    return say(before, readOnly(before) ?? '', 'error');
  }

  return { save, flush, end, allowed, copyOf: () => copyOf };
}
