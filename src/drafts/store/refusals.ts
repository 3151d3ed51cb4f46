import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../failure.ts';
import { reasonOf } from '../../files/read.ts';
import type { LockOwner } from '../lock/lock.ts';

export const openElsewhere = (id: string, { who, since }: LockOwner): Failure => ({
  where: `draft ${id}`,
  what: `is open in ${who}${since === '' ? '' : ` since ${since}`}`,
  remedy: `leave it there first; if that window is gone for good, open the draft once: sanctum-review resume ${id}`,
});

export const noSnapshot = (id: string, number: number): Failure => ({
  where: `draft ${id}`,
  what: `has no snapshot ${number}`,
  remedy: `see what there is: sanctum-review drafts history ${id}`,
});

/** Why a draft could not be saved, and what to do. */
export function notSaved(home: string, id: string, error: unknown): Failure {
  const { code = '' } = error as NodeJS.ErrnoException;
  const full = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'a limit on the size of files is reached',
  }[code];
  if (full) {
    return {
      where: `draft ${id}`,
      what: `could not be saved: ${full}`,
      remedy: 'make room on the disk, or name another folder with SANCTUM_REVIEW_HOME',
    };
  }
  if (code === 'ENOENT' && !existsSync(home)) {
    return {
      where: `draft ${id}`,
      what: `could not be saved: the folder ${home} is gone`,
      remedy: 'mount its disk, or make it again',
    };
  }
  return {
    where: `draft ${id}`,
    what: `could not be saved: the folder ${join(home, 'drafts')} ${code === 'EEXIST' ? 'goes through a file as if it were a folder' : reasonOf(error)}`,
    remedy: 'make the folder writable, or name another one with SANCTUM_REVIEW_HOME',
  };
}

/** What is to be said of a draft of which lines of a journal cannot be used. */
export const unreadNote = (id: string, lost: number, where: string): string =>
  `The last of draft ${id} is missing here: ${lost === 1 ? 'a line' : `${lost} lines`} of ${where} cannot be used`;

/** What is to be said of a draft that does not hold all that was typed into its windows. */
export const apartNote = (id: string, windows: number): string =>
  `Draft ${id} does not hold what was typed into ${windows === 1 ? 'another window' : `${windows} other windows`}; opening it keeps that as ${windows === 1 ? 'a draft' : 'drafts'} of its own: sanctum-review resume ${id}`;
