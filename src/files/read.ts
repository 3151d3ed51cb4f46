import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { done, type Failure, failed, type Result } from '../failure.ts';

/** The largest file that is read, in bytes, but for reports and drafts. */
export const largestFile = 32 * 1024 * 1024;

/** The largest report or draft that is read or written: some 350,000 issues. V8 holds a text of about twice the length. */
export const largestDocument = 256 * 1024 * 1024;

/**
 * The text of a file. Refused: what is no regular file, too large, binary, or not UTF-8.
 * @param most bytes that it may have
 */
export function readText(path: string, most = largestFile): Result<string> {
  const bytes = readBytes(path, most);
  return bytes.ok ? textOf(bytes.value, path, most) : bytes;
}

/**
 * The bytes of a regular file, however long a FIFO or a device in its place would keep one waiting: those are refused
 * without being read.
 * @param most bytes that it may have
 */
export function readBytes(path: string, most = largestFile): Result<Uint8Array> {
  let handle: number | undefined;
  try {
    handle = openSync(path, readWithoutWaiting);
    const stats = fstatSync(handle);
    if (stats.isDirectory()) return failed(refused(path, 'is a folder', 'name a file'));
    if (!stats.isFile())
      return failed(refused(path, `is ${kindOf(stats)}, not a file`, 'name a regular file'));
    if (stats.size > most) return failed(tooLarge(path, stats.size, most));
    return done(bytesOf(handle, stats.size, most));
  } catch (error) {
    return failed(unreadable(path, error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Opening a FIFO would wait for its writer, and opening a terminal could make it the controlling one. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** What something other than a file or a folder is called: "a FIFO". */
function kindOf(stats: Pick<Stats, 'isFIFO' | 'isSocket'>): string {
  if (stats.isFIFO()) return 'a FIFO';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/** The names in a folder; none when there is no such folder. Throws when it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Whether an error says that there is no such file: any other one only says that it cannot be looked at. */
function isAbsent(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** All bytes of an open file, or a few more than `most`: a file of the system, or one that grows, has another size. */
function bytesOf(handle: number, expected: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= most; ) {
    const chunk = Buffer.allocUnsafe(Math.max(expected + 1 - size, 64 * 1024));
    const read = readSync(handle, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  const [first, ...more] = chunks;
  // A large file is not copied once more.
  return first && more.length === 0 ? first : Buffer.concat(chunks);
}

/** The text that bytes hold, without a byte order mark; `where` names them in the failures. */
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
  EACCES: 'cannot be accessed (permission denied)',
  EPERM: 'cannot be accessed (operation not permitted)',
  EROFS: 'is on a read-only file system',
  ENOSPC: 'does not fit: the disk is full',
  EDQUOT: 'does not fit: the disk quota is used up',
  EISDIR: 'is a folder',
  ENXIO: 'is a device or a socket that nobody answers',
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
    missing ? 'check the path' : 'change its permissions, or name another file',
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
