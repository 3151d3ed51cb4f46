import type { Draft } from '../../../../drafts/format/draft.ts';
import type { LockOwner } from '../../../../drafts/lock/lock.ts';
import type { settleGone } from '../../../../drafts/open-draft/gone-windows.ts';
import type { Failure } from '../../../../failure.ts';
import type { State } from '../../state/state.ts';

type Found = Extract<ReturnType<typeof settleGone>, { ok: true }>['value'];

/**
 * What the window is to its draft. 'ousted': another window has taken it over, and keys that were typed before anybody
 * could see that may be on their way still: they are taken, and make a copy of it. 'stranded': there is such a copy to
 * make, and no room for it.
 */
export type Role = 'writes' | 'reads' | 'ousted' | 'stranded';

/** Who has the draft open, as the screen shows it. */
export const shownLock = ({ who, since, idle }: LockOwner): NonNullable<State['lock']> => ({
  who,
  since: since === '' ? null : new Date(since),
  idleMinutes: Math.floor(idle / 60),
});

/** The state that shows who has the draft open; the same one when it shows just that. */
export function withLock(state: State, owner: LockOwner): State {
  const lock = shownLock(owner);
  return JSON.stringify(state.lock) === JSON.stringify(lock) ? state : { ...state, lock };
}

/** The state that shows why the draft is not saved; the same one when it shows just that. */
export function withFailure(state: State, problem: Failure | undefined): State {
  const { what = 'not saved', remedy = '' } = problem ?? {};
  const { saved } = state;
  return saved.is === 'failed' && saved.what === what
    ? state
    : { ...state, saved: { is: 'failed', what, remedy } };
}

/** The state that shows when a draft was saved. */
export const withSaved = (state: State, at: Date, { edited }: Draft): State => ({
  ...state,
  saved: { is: 'saved', at },
  facts: { ...state.facts, edited },
});

/** What to say when this window edits a copy from now on. */
export const copyWords = (draft: string, copy: string): string =>
  `Another window has taken draft ${draft} over. What you type here goes into a copy: draft ${copy}`;

/** What to say of what windows left that are gone; null when there is nothing to say. */
export function foundWords({ copies, unusable }: Found): string | null {
  const words = [
    ...copies.map(
      ({ id, who }) =>
        `What was typed into ${who || 'another window'} and is not in this draft: sanctum-review resume ${id}`,
    ),
    ...unusable.map(
      (path) =>
        `The last of this draft is missing: a journal cannot be used to its end, and is kept as ${path}`,
    ),
  ];
  return words.length > 0 ? words.join(' ') : null;
}
