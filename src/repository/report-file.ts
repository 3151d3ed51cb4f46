import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { isInside } from '../files/inside.ts';
import { largestDocument, readText, reasonOf } from '../files/read.ts';
import { makeFolder, writeWhole } from '../files/write.ts';

/** Either it was written, or there is a file already, which holds this text, and nothing was changed. */
export type Written = { written: true } | { exists: string };

/**
 * Writes a report, whole or not at all; makes the folders that it needs. A file that is there is replaced only
 * with `overwrite`; given the text that is agreed to be replaced, only while the file says just that. Never writes to
 * a folder, a device or through a symbolic link. A folder on the way may be one, as the reviewer names it; but what
 * lies in the reviewed repository by its name is not written outside of it.
 * @param within the reviewed repository's folder
 */
export function writeReport(
  path: string,
  text: string,
  { overwrite, within }: { overwrite: boolean | string; within?: string | undefined },
): Result<Written> {
  try {
    if (within !== undefined && leadsOut(dirname(path), within)) return failed(outside(path, within));
    const there = lstatSync(path, { throwIfNoEntry: false });
    const refusal = there && refusalOf(path, there);
    if (refusal) return failed(refusal);
    if (there && overwrite !== true) {
      const old = existing(path);
      if (!old.ok || old.value.exists !== overwrite) return old;
    }
    makeFolder(dirname(path));
    writeWhole(path, text, { fresh: !there, ...(there ? { mode: there.mode & 0o777 } : {}) });
    return done({ written: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && isFile(path)) return existing(path);
    return failed(unwritable(path, error));
  }
}

/** Whether a folder that a repository has by its name is really elsewhere: its owner may have put a link there. */
function leadsOut(folder: string, repository: string): boolean {
  if (!isInside(folder, repository)) return false;
  let there = folder;
  while (!lstatSync(there, { throwIfNoEntry: false })) there = dirname(there);
  return !isInside(realpathSync(there), realpathSync(repository));
}

const outside = (path: string, within: string): Failure => ({
  where: path,
  what: `leads out of ${within} through a symbolic link, which is not followed`,
  remedy: 'name the real folder',
});

function existing(path: string): Result<{ exists: string }> {
  const old = readText(path, largestDocument);
  return old.ok ? done({ exists: old.value }) : old;
}

const isFile = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function refusalOf(path: string, there: Stats): Failure | null {
  const remedy = 'choose another path for the report';
  if (there.isSymbolicLink())
    return { where: path, what: 'is a symbolic link, which is not followed', remedy };
  if (there.isDirectory()) return { where: path, what: 'is a folder', remedy };
  return there.isFile() ? null : { where: path, what: 'is not a file', remedy };
}

function unwritable(path: string, error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException).code;
  const what = code === 'EEXIST' ? 'goes through a file as if it were a folder' : reasonOf(error);
  return {
    where: path,
    what: `cannot be written: it ${what}`,
    remedy: 'choose another path, or change its permissions',
  };
}
