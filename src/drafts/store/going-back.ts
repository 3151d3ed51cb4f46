import { lstatSync, renameSync, rmSync } from 'node:fs';
import { done, failed, type Result } from '../../failure.ts';
import { fileOf, journalOf } from '../files/folder.ts';
import { keepText, snapshotFiles } from '../files/snapshots.ts';
import { writeDraft } from '../files/write-draft.ts';
import type { Draft } from '../format/draft.ts';
import { beginning, markBeyond } from '../journal/journal-lines.ts';
import { type DraftState, readSnapshot, stateWithoutFile, windowsOf } from './read-draft.ts';
import { noSnapshot, notSaved } from './refusals.ts';
import { isDamaged, keepAside, rescueOf } from './rescue.ts';

/** A draft that is open nowhere, and what to do to it. */
export interface Alone {
  home: string;
  id: string;
  now: Date;
  /** The draft as it is. */
  there: Result<DraftState>;
}

/** Puts an earlier state in the draft's place. What was there becomes a snapshot itself, and is kept aside if damaged. */
export function goBack({ home, id, now, there }: Alone, number: number): Result<string> {
  const file = snapshotFiles(home, id).find((one) => one.number === number);
  if (!file) return failed(noSnapshot(id, number));
  const then = readSnapshot(file.path, id);
  if (!then.ok) return then;
  try {
    const path = fileOf(home, 'drafts', id);
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    const damaged = !there.ok && isDamaged(home, id);
    if (!there.ok && isThere && !damaged) return there;
    if (damaged) {
      const aside = keepAside(home, id, now);
      if (!aside.ok) return aside;
    }
    const before = there.ok ? there.value.draft : (stateWithoutFile(home, id)?.draft ?? null);
    if (before) keepText(home, id, textOf(before), now);
    else keepJournalAside(home, id, now);
    writeDraft(home, anew(home, then.value, before, `snapshot ${number}`));
    return done(id);
  } catch (error) {
    return failed(notSaved(home, id, error));
  }
}

/** Puts another state in the place of a draft; what was there is in it. */
export function replace(home: string, draft: Draft, why: string): Result<void> {
  try {
    writeDraft(home, anew(home, draft, draft, why));
    return done(undefined);
  } catch (error) {
    return failed(notSaved(home, draft.id, error));
  }
}

/** Puts what is left of a damaged draft in its place. The damaged file is kept aside. */
export function rescue(home: string, id: string, now: Date): Result<{ draft: Draft; aside: string }> {
  const draft = rescueOf(home, id);
  if (!draft) throw new Error(`nothing is left of draft ${id}`);
  const aside = keepAside(home, id, now);
  if (!aside.ok) return aside;
  try {
    writeDraft(home, draft);
    return done({ draft, aside: aside.value });
  } catch (error) {
    rmSync(aside.value, { force: true });
    return failed(notSaved(home, id, error));
  }
}

/** A state that no journal leads to, and that holds what the one before it held of its windows. */
function anew(home: string, draft: Draft, before: Draft | null, why: string): Draft {
  const mark = before?.journal ?? draft.journal ?? beginning;
  const turns = [before, ...windowsOf(home, 'drafts', draft.id, null)].map((one) => one?.turn ?? 0);
  return {
    ...draft,
    journal: markBeyond(draft.id, mark, why),
    turn: Math.max(draft.turn ?? 0, ...turns) + 1,
    ...(before?.journals ? { journals: before.journals } : {}),
  };
}

/** The journal of an older format whose draft is gone. */
function keepJournalAside(home: string, id: string, now: Date): void {
  const journal = journalOf(home, 'drafts', id);
  if (lstatSync(journal, { throwIfNoEntry: false })) renameSync(journal, `${journal}.${now.getTime()}.aside`);
}

const textOf = (draft: Draft): string => `${JSON.stringify(draft, null, '\t')}\n`;
