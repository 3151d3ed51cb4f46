import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atOnce, type Steps } from './steps.ts';

/**
 * Puts a whole file in its place at once: written beside it, synced, then moved there. Whatever happens on the
 * way, the path holds the old file or the new one. Throws the file system's error. With `fresh`, a file that
 * came to be there meanwhile is left alone (EEXIST). A process that is killed leaves a file that `unfinished` tells.
 */
export function writeWhole(path: string, text: string | Uint8Array, options: WriteOptions = {}): void {
  atOnce(writing(path, [text], options));
}

interface WriteOptions {
  mode?: number;
  fresh?: boolean;
}

/** The same in steps, of a text in parts. Where they are not all done, the path holds what it held. */
export function* writing(
  path: string,
  parts: Iterable<string | Uint8Array>,
  options: WriteOptions = {},
): Steps<void> {
  const beside = besideOf(path);
  const handle = openSync(beside, 'wx', options.mode ?? 0o644);
  try {
    try {
      // The mode of the file that is replaced, whatever the umask.
      if (options.mode !== undefined) fchmodSync(handle, options.mode);
      for (const part of parts) {
        writeFileSync(handle, part);
        yield null;
      }
      yield { sync: handle };
    } finally {
      closeSync(handle);
    }
    if (options.fresh) putFresh(beside, path);
    else renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(dirname(path));
}

/** A path in the same folder for what is still being written: nothing is there. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.${beginning(basename(path))}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

/**
 * The number of the process that made a file of that name by `besideOf`; 0 for one of an older version, which did not
 * say. Null for any other file.
 */
export function unfinished(name: string): number | null {
  const match = /^\..+\.(?:(\d+)-)?[0-9a-f]{12}\.tmp$/.exec(name);
  return match ? Number(match[1] ?? 0) : null;
}

/** As much of a name as leaves room for more: file systems count its bytes, and have 255 of them. */
function beginning(name: string): string {
  let short = name.slice(0, 100);
  while (Buffer.byteLength(short) > 200) short = short.slice(0, -1);
  return short;
}

/**
 * A folder and those above it that are missing. Throws the file system's error. (Node's own `recursive` never comes
 * back where the system says that a folder just looked at does not exist, as in /proc.)
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** A folder for its owner alone, also when it was there with looser rights. Throws the file system's error. */
export function makePrivateFolder(path: string): void {
  makeFolder(path, 0o700);
  const { mode } = statSync(path);
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch {
    // It is another's, who decides.
  }
}

/** A link, unlike a rename, never replaces; where the file system has no links, looking first must do. */
function putFresh(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || lstatSync(path, { throwIfNoEntry: false }))
      throw error;
    renameSync(beside, path);
  }
}

/** Makes the new name itself last through a power cut; not every file system can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // The file is written all the same.
  }
}
