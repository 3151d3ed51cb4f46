import { constants, copyFileSync, linkSync, lstatSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { readText } from '../../files/read.ts';
import type { Draft } from '../format/draft.ts';
import { isNewer } from '../format/parse.ts';
import { fileOf, journalOf } from './folder.ts';
import { continued, readSnapshot } from './read-draft.ts';
import { generationFiles } from './snapshots.ts';

/** What can be had of a draft whose file is damaged: an earlier state, and what its journal tells since. */
export interface Rescued {
  draft: Draft;
  /** The number of the generation that it comes from. */
  generation: number;
}

/** The newest state of a draft that can be read though its file cannot; null when there is none. Changes nothing. */
export function rescueOf(home: string, id: string): Rescued | null {
  for (const { number, path } of generationFiles(home, id)) {
    const snapshot = readSnapshot(path, id);
    if (!snapshot.ok) continue;
    return { draft: continued(snapshot.value, journalOf(home, 'drafts', id)).draft, generation: number };
  }
  return null;
}

/** Whether a draft's file is there and is no draft any more. One that a newer version wrote is not damaged. */
export function isDamaged(home: string, id: string): boolean {
  const path = fileOf(home, 'drafts', id);
  if (!isFile(path) || readSnapshot(path, id).ok) return false;
  const text = readText(path);
  return !text.ok || !isNewer(text.value);
}

/** Whether there is a file; not where its folder is out of reach. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** What is wrong with a draft's file, with the way to what is left of it. */
export function withRemedy(home: string, id: string, problems: Failure[]): Failure[] {
  const [first, ...rest] = problems;
  if (!first || !isDamaged(home, id) || !rescueOf(home, id)) return problems;
  const remedy = `get back what was kept of it: sanctum-review resume ${id} (or choose: sanctum-review drafts history ${id})`;
  return [{ ...first, remedy }, ...rest];
}

/**
 * Keeps a draft's file also where its name says what it is; gives the new path. It stays where it is until another
 * is put there: a program that is killed in between leaves a draft that can be rescued again.
 */
export function keepAside(home: string, id: string, now: Date): Result<string> {
  const path = fileOf(home, 'drafts', id);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let more = ''; ; more += 'x') {
    const aside = `${path}.damaged-${stamp}${more}`;
    if (lstatSync(aside, { throwIfNoEntry: false })) continue;
    try {
      linked(path, aside);
      return done(aside);
    } catch {
      return failed({
        where: path,
        what: 'is damaged, and could not be kept aside',
        remedy: 'make its folder writable',
      });
    }
  }
}

/** A copy where the file system has no links. */
function linked(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
