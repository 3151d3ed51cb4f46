import { done, type Result } from '../../failure.ts';
import type { History } from '../../review/history/history.ts';
import { idFor, newId } from '../../review/ids.ts';
import type { Draft } from '../format/draft.ts';
import { historyOf, withHistory } from '../journal/replay.ts';
import type { DraftState } from '../store/read-draft.ts';
import type { DraftStore } from '../store/store.ts';
import type { Writer } from './writer.ts';

/** What a copy holds that its draft does not: what was done in one window. */
interface Apart {
  /** The draft as that window has it. */
  draft: Draft;
  history: History;
  /** Null for what is in no journal, such as the text that comes back from an editor. */
  from: { session: string; position: number } | null;
}

/**
 * Keeps what cannot go into its draft any more as a draft of its own, undo groups included; gives the id. A copy of the
 * same window that holds as much already is not made again, not even when it is in the trash.
 */
export function keepCopy(drafts: DraftStore, { draft, history, from }: Apart, now: Date): Result<string> {
  const { id: _, journal: __, turn: ___, journals: ____, ...rest } = draft;
  // The same id for the same window: whoever is killed here and comes again makes no second copy.
  const id = from ? idFor(`${from.session} ${from.position}`) : newId();
  if (drafts.has(id)) return done(id);
  const copy = drafts.create(draft.template, { ...rest, id, edited: now.toISOString() });
  const saved = drafts.save(withHistory(copy, history));
  return saved.ok ? done(id) : saved;
}

/** The same for a draft that is in nobody's memory. */
export const keepCopyOf = (
  drafts: DraftStore,
  draft: Draft,
  from: Apart['from'],
  now: Date,
): Result<string> => keepCopy(drafts, { draft, history: historyOf(draft), from }, now);

/** The same for what is open in a window; gives the copy as it is kept. */
export function copyOfWindow(
  drafts: DraftStore,
  open: Omit<Apart, 'from'>,
  { session, position }: Pick<Writer, 'session' | 'position'>,
  now: Date,
): Result<DraftState> {
  const kept = keepCopy(drafts, { ...open, from: { session, position: position() } }, now);
  return kept.ok ? drafts.look(kept.value) : kept;
}
