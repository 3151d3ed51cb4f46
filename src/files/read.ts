import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { done, failed, type Problem, type Result } from '../problem.ts';

/** The largest file that is read: no report or draft comes near it. */
const largestFile = 32 * 1024 * 1024;

/** The text of a file. Refused: what is no file, larger than 32 MiB, binary, or not UTF-8. */
export function readText(path: string): Result<string> {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return failed(refused(path, 'is a folder', 'name a file'));
    if (!stats.isFile() && !stats.isFIFO()) return failed(refused(path, 'is not a file', 'name a file'));
    if (stats.size > largestFile) return failed(tooLarge(path, stats.size));
    return textOf(readFileSync(handle), path);
  } catch (error) {
    return failed(unreadable(path, error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The same for bytes that are already here; `where` names them in the problems. A byte order mark is dropped. */
function textOf(bytes: Uint8Array, where: string): Result<string> {
  if (bytes.length > largestFile) return failed(tooLarge(where, bytes.length));
  const encoding = otherEncoding(bytes);
  if (encoding) return failed(refused(where, `is ${encoding}, not UTF-8`, 'save it as UTF-8'));
  if (bytes.includes(0)) return failed(refused(where, 'is a binary file', 'name a text file'));
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(refused(where, 'is not UTF-8', 'save it as UTF-8'));
  }
}

/** All of a stream, for `-`. Gives up as soon as it grows too large. */
export async function readStream(
  stream: AsyncIterable<Uint8Array | string>,
  where: string,
): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > largestFile) return failed(tooLarge(where, size));
    chunks.push(bytes);
  }
  return textOf(Buffer.concat(chunks), where);
}

/** What an error of the file system says, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Record<string, string> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be accessed (permission denied)',
  EPERM: 'may not be accessed (operation not permitted)',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'does not fit: the disk is full',
  EDQUOT: 'does not fit: the disk quota is used up',
  EISDIR: 'is a folder',
  ENOTDIR: 'goes through a file as if it were a folder',
  ELOOP: 'goes through too many symbolic links',
  ENAMETOOLONG: 'has too long a name',
  EINVAL: 'is not a name that a file can have',
  ERR_INVALID_ARG_VALUE: 'is not a name that a file can have',
};

const refused = (where: string, what: string, remedy: string): Problem => ({ where, what, remedy });

function unreadable(path: string, error: unknown): Problem {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return refused(
    path,
    reasonOf(error),
    missing ? 'check the path' : 'make it readable, or name another file',
  );
}

function tooLarge(where: string, size: number): Problem {
  const mebibytes = (size / 1024 / 1024).toFixed(1);
  return refused(where, `is too large (${mebibytes} MiB; 32 MiB is the most)`, 'name a smaller file');
}

/** UTF-16 and UTF-32 by their byte order marks. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  return a === 0xfe && b === 0xff ? 'UTF-16' : null;
}
