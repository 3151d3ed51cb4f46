import { createHash } from 'node:crypto';
import { type BigIntStats, lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { readBytes } from '../files/read.ts';
import { type Environment, runGit } from './git.ts';

/** More touched files than this are a copied work tree, whose files git has never looked at. */
const mostCompared = 2000;
/** So many files are looked at before other work gets its turn. */
const stretch = 500;

/**
 * Whether a file that git knows differs from the commit; null where that cannot be told. Git is only asked for what
 * stands in its index, so that it looks at no file of the work tree and runs no filter, whatever the repository's
 * settings say; `git status`, `diff-files` and `describe --dirty` may. The files are then compared here.
 */
export async function isWorkTreeChanged(folder: string, env: Environment): Promise<boolean | null> {
  const staged = await runGit(
    folder,
    env,
    'diff-index',
    '--cached',
    '--name-only',
    '--no-renames',
    'HEAD',
    '--',
  );
  if (staged === null) return null;
  if (staged !== '') return true;
  const top = (await runGit(folder, env, 'rev-parse', '--show-toplevel'))?.replace(/\n$/, '');
  if (top === undefined) return null;
  const listed = await runGit(top, env, 'ls-files', '--stage', '--debug', '-z');
  const index = await runGit(top, env, 'rev-parse', '--path-format=absolute', '--git-path', 'index');
  if (listed === null || index === null) return null;
  const written = lstatSync(index.replace(/\n$/, ''), { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
  const touched: Entry[] = [];
  for (const [at, entry] of entriesIn(listed).entries()) {
    if (at % stretch === stretch - 1) await turn();
    const stats = lstatSync(join(top, entry.path), { bigint: true, throwIfNoEntry: false });
    if (!stats || modeOf(stats) !== entry.mode) return true;
    if (!isAsListed(entry, stats, written)) touched.push(entry);
    if (touched.length > mostCompared) return null;
  }
  const changed: string[] = [];
  for (const entry of touched) {
    if (!isSame(top, entry)) changed.push(entry.path);
    await turn();
  }
  if (changed.length === 0) return false;
  return (await areConverted(top, env, changed)) ? null : true;
}

/** A file as git's index has it. */
interface Entry {
  path: string;
  /** "100644", "100755" for what can be run, "120000" for a symbolic link. */
  mode: string;
  blob: string;
  /** When it was changed last, as git saw it: in seconds and nanoseconds. */
  seconds: bigint;
  nanoseconds: bigint;
  size: bigint;
}

const listing =
  /(\d{6}) ([0-9a-f]{40,64}) \d\t([^\0]*)\0 {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: ([0-9a-f]+)\n/g;

/** Files that git is told not to look at: a sparse checkout, or marked by the reviewer. */
const unwatched = 0x4000_8000;

/** The files of the index, as `ls-files --stage --debug -z` lists them; submodules and folders are left out. */
function entriesIn(listed: string): Entry[] {
  return [...listed.matchAll(listing)].flatMap((match): Entry[] => {
    const [, mode = '', blob = '', path = '', seconds = '0', nanoseconds = '0', size = '0', flags = '0'] =
      match;
    if (mode === '160000' || mode === '040000' || (Number.parseInt(flags, 16) & unwatched) !== 0) return [];
    return [
      { path, mode, blob, seconds: BigInt(seconds), nanoseconds: BigInt(nanoseconds), size: BigInt(size) },
    ];
  });
}

function modeOf(stats: BigIntStats): string {
  if (stats.isSymbolicLink()) return '120000';
  if (!stats.isFile()) return '';
  return (stats.mode & 0o100n) === 0n ? '100644' : '100755';
}

/** Whether a file is as git saw it last; one that was changed when the index was written may have been so once more. */
function isAsListed(entry: Entry, { mtimeNs, size }: BigIntStats, written: bigint): boolean {
  const second = 1_000_000_000n;
  if (size !== entry.size || mtimeNs / second !== entry.seconds || mtimeNs >= written) return false;
  return entry.nanoseconds === 0n || mtimeNs % second === entry.nanoseconds;
}

/** Whether a file holds what git has of it, be it with other line ends. */
function isSame(top: string, { path, blob, mode }: Entry): boolean {
  const file = join(top, path);
  if (mode === '120000') return idOf(Buffer.from(linkIn(file)), blob) === blob;
  const read = readBytes(file);
  if (!read.ok) return false;
  const bytes = Buffer.from(read.value);
  if (idOf(bytes, blob) === blob) return true;
  const unix = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return unix.length < bytes.length && idOf(unix, blob) === blob;
}

function linkIn(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(file) : '';
}

/** The id that git would give a blob: SHA-1, or SHA-256 where the repository's ids are as long. */
function idOf(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/** Whether git has all of these files in another form than the work tree: large files, other encodings, `$Id$`. */
async function areConverted(top: string, env: Environment, paths: string[]): Promise<boolean> {
  if (paths.length > 200) return false;
  const told = await runGit(
    top,
    env,
    'check-attr',
    '-z',
    'filter',
    'working-tree-encoding',
    'ident',
    '--',
    ...paths,
  );
  const parts = told?.split('\0') ?? [];
  const converted = new Set<string>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = '', name, value = ''] = parts.slice(at, at + 3);
    const isSet = value !== 'unspecified' && value !== 'unset';
    if (isSet && (name !== 'filter' || value === 'lfs')) converted.add(path);
  }
  return paths.every((path) => converted.has(path));
}
