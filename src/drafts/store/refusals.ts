import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../failure.ts';
import { reasonOf } from '../../files/read.ts';
import type { Holder } from '../lock/owner.ts';

/** @param holder who has it open; null when nobody knows */
export const openElsewhere = (id: string, holder: Holder | null): Failure => ({
  where: `draft ${id}`,
  what: holder
    ? `is open in process ${holder.pid} on ${holder.host} since ${holder.since}`
    : 'is open in another place',
  remedy: `leave it there first; if that one is gone for good, open it once: sanctum-review resume ${id}`,
});

export const noGeneration = (id: string, number: number): Failure => ({
  where: `draft ${id}`,
  what: `has no generation ${number}`,
  remedy: `see what there is: sanctum-review drafts history ${id}`,
});

/** Why a draft could not be saved, and what to do. */
export function notSaved(home: string, id: string, error: unknown): Failure {
  const { code = '' } = error as NodeJS.ErrnoException;
  const full = { ENOSPC: 'the disk is full', EDQUOT: 'the disk quota is used up' }[code];
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

/** What is to be said of a draft whose journal could not be read to its end. */
export const unreadNote = (id: string, lost: number, journal: string): string =>
  `The last of draft ${id} is missing here: ${lost === 1 ? 'a line' : `${lost} lines`} of ${journal} cannot be used`;
