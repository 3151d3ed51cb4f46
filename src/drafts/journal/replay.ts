import { hash } from 'node:crypto';
import {
  type Change,
  type History,
  replay,
  type SavedUndo,
  savedUndo,
  startHistory,
} from '../../review/history/history.ts';
import type { Draft } from '../format/draft.ts';
import { beginning, type JournalText } from './journal-lines.ts';

/**
 * The draft with what a journal tells from the draft's own mark on, and how many lines cannot be used; null when the
 * journal does not go on from this draft.
 */
export function withJournal(draft: Draft, journal: JournalText): { draft: Draft; lost: number } | null {
  const mark = draft.journal ?? beginning;
  const same = (one: typeof mark) => one.sequence === mark.sequence && one.check === mark.check;
  const at = journal.lines.findIndex((line) => same(line.mark));
  if (at === -1 && !same(journal.after)) return null;
  const rest = journal.lines.slice(at + 1);
  const [first] = rest;
  if (!first) return { draft, lost: journal.lost };
  let history: History = historyOf(draft);
  let now = draft;
  for (const [index, { mark: end, entry }] of rest.entries()) {
    const next = (entry.changes ?? []).reduce<History | null>(
      (before, change) => before && replayed(before, change),
      history,
    );
    if (!next) return { draft: withHistory(now, history), lost: rest.length - index + journal.lost };
    history = next;
    now = {
      ...now,
      worked: entry.worked,
      journal: end,
      ...(entry.changes ? { edited: entry.at } : {}),
      ...(entry.position ? { position: entry.position } : {}),
    };
  }
  return { draft: withHistory(now, history), lost: journal.lost };
}

/** Null also for what a later program did, which this one does not know: what came before it is kept. */
function replayed(history: History, change: Change): History | null {
  if (!['record', 'undo', 'redo'].includes(change.did)) return null;
  try {
    const next = replay(history, change);
    return next?.present ? next : null;
  } catch {
    return null;
  }
}

/** The review of a draft with its steps to and fro. */
export function historyOf({ id, review, undo }: Pick<Draft, 'id' | 'review' | 'undo'>): History {
  return startHistory(review, undo === undefined ? undefined : savedUndoIn(id, undo));
}

export const withHistory = (draft: Draft, history: History): Draft => ({
  ...draft,
  review: history.present,
  undo: packUndo(draft.id, savedUndo(history)),
});

/** The steps as one text with a check: they are only worth something when they are just as they were written. */
const packUndo = (id: string, steps: SavedUndo): string => {
  const text = JSON.stringify(steps);
  return `${checkOf(id, text)} ${text}`;
};

function savedUndoIn(id: string, undo: string): SavedUndo | undefined {
  const text = undo.slice(13);
  return undo.slice(0, 13) === `${checkOf(id, text)} ` ? (JSON.parse(text) as SavedUndo) : undefined;
}

const checkOf = (id: string, text: string): string => hash('sha256', `${id} ${text}`, 'hex').slice(0, 12);
