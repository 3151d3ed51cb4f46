import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../failure.ts';

/** The largest file that is read: no report or draft comes near it. */
export const largestFile = 32 * 1024 * 1024;

/**
 * The text of a file. Refused: what is no file, too large, binary, or not UTF-8.
 * @param most bytes that it may have
 */
export function readText(path: string, most = largestFile): Result<string> {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return failed(refused(path, 'is a folder', 'name a file'));
    if (!stats.isFile() && !stats.isFIFO()) return failed(refused(path, 'is not a file', 'name a file'));
    if (stats.size > most) return failed(tooLarge(path, stats.size, most));
    return textOf(bytesOf(handle, stats.size, most), path, most);
  } catch (error) {
    return failed(unreadable(path, error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** All bytes of an open file, or a few more than `most`: a pipe, or a file that grows, says no size beforehand. */
function bytesOf(handle: number, expected: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= most; ) {
    const chunk = Buffer.allocUnsafe(Math.max(expected + 1 - size, 64 * 1024));
    const read = readSync(handle, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return Buffer.concat(chunks);
}

/** The same for bytes that are already here; `where` names them in the problems. A byte order mark is dropped. */
function textOf(bytes: Uint8Array, where: string, most: number): Result<string> {
  if (bytes.length > most) return failed(tooLarge(where, bytes.length, most));
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
  most = largestFile,
): Promise<Result<string>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > most) return failed(tooLarge(where, size, most));
    chunks.push(bytes);
  }
  return textOf(Buffer.concat(chunks), where, most);
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

const refused = (where: string, what: string, remedy: string): Failure => ({ where, what, remedy });

function unreadable(path: string, error: unknown): Failure {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return refused(
    path,
    reasonOf(error),
    missing ? 'check the path' : 'make it readable, or name another file',
  );
}

function tooLarge(where: string, size: number, most: number): Failure {
  const [is, may] = [size, most].map((bytes) => bytes / 1024 / 1024);
  const what = `is too large (${is?.toFixed(1)} MiB; ${may} MiB is the most)`;
  return refused(where, what, 'name a smaller file');
}

/** UTF-16 and UTF-32 by their byte order marks. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  return a === 0xfe && b === 0xff ? 'UTF-16' : null;
}
