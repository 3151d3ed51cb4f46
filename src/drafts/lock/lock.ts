import { closeSync, fstatSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { readText } from '../../files/read.ts';
import { statsOf } from '../../files/stats.ts';
import { besideOf } from '../../files/write.ts';
import { lockOf } from '../files/folder.ts';
import { watchSilence } from './silence.ts';
import { isGone, isStopped, thisWindow, type Window, windowOf } from './window.ts';

/** Who has a draft open, as its lock says. */
export interface LockOwner {
  /** "tmux pane %2", with the machine when it is another one; "another window" when nobody knows. */
  who: string;
  /** ISO 8601; empty when nobody knows. */
  since: string;
  /** Seconds since the last key. */
  idle: number;
}

/**
 * Decides which of several windows shows itself as the one that writes a draft, and nothing more: each window writes
 * files of its own only, so that nothing is lost even when two take themselves for the writer.
 */
export interface Lock {
  /** Takes the lock when it is free, or can be had by nobody (a full disk). Null when it is ours, else who has it. */
  take(): LockOwner | null;
  /** Whether it is ours still. */
  isOurs(): boolean;
  release(): void;
}

export interface LockClocks {
  now(): Date;
  /** Milliseconds on a clock that is never set. */
  steady?(): number;
  /** Seconds since the last key. */
  idle?(): number;
}

/** Milliseconds from one sign of life to the next. */
const beat = 2000;

/** A lock on a draft for a window; not taken yet. */
export function openLock(
  home: string,
  id: string,
  window: Window,
  { now, steady = () => performance.now(), idle = () => 0 }: LockClocks,
): Lock {
  const path = lockOf(home, id);
  const isSilent = watchSilence(steady);
  let held: { handle: number; file: bigint; since: string; timer: NodeJS.Timeout } | null = null;
  /** No lock can be made here: a full disk, a folder that is read-only. */
  let impossible = false;
  let beats = 0;

  /** Always of the same length: it is written over in place. */
  const text = (since: string) =>
    JSON.stringify({ window, since, idle: Math.round(idle()), beat: beats++ }).padEnd(1000);

  const isOurs = () => (held ? inodeOf(path) === held.file : impossible && inodeOf(path) === null);

  function drop() {
    if (!held) return;
    clearInterval(held.timer);
    closeSync(held.handle);
    held = null;
  }

  function take(): LockOwner | null {
    if (held && isOurs()) return null;
    drop();
    const there = readLock(path);
    if (there) {
      const { window: other, pulse, owner } = there;
      // Our own is there again where the folder was away.
      const isFree =
        other?.session === window.session ||
        (other && isGone(other)) ||
        isSilent(pulse, other !== null && !isStopped(other));
      if (!isFree) return owner;
    }
    return put(there);
  }

  /** Puts our lock where there is none, or where the one that is there is nobody's any more. */
  function put(there: ReturnType<typeof readLock>): LockOwner | null {
    const beside = besideOf(path);
    const since = now().toISOString();
    let handle: number | null = null;
    try {
      handle = openSync(beside, 'w+', 0o600);
      writeAll(handle, text(since));
      const again = there && readLock(path);
      if (again && again.pulse !== there.pulse) throw taken;
      if (again) {
        // The lock of an older version is a folder.
        if (again.isFolder) rmSync(path, { recursive: true, force: true });
        renameSync(beside, path);
      } else handle = placed(beside, path, handle, text(since));
      const beating = handle;
      const timer = setInterval(() => tryTo(() => writeSync(beating, text(since), 0)), beat).unref();
      held = { handle, file: fstatSync(handle, { bigint: true }).ino, since, timer };
      impossible = false;
      return null;
    } catch (error) {
      if (handle !== null) closeSync(handle);
      if (error === taken || (error as NodeJS.ErrnoException).code === 'EEXIST')
        return readLock(path)?.owner ?? nobodyKnown;
      impossible = true;
      return null;
    } finally {
      tryTo(() => rmSync(beside, { force: true }));
    }
  }

  function release() {
    // The folder may be gone or read-only by now: the lock is that of a process that has ended then.
    if (held && isOurs()) tryTo(() => rmSync(path, { force: true }));
    drop();
  }

  return { take, isOurs, release };
}

/** Who has a draft open, when its process is not known to have ended; null when nobody has. Only looks. */
export function lockOwner(home: string, id: string): LockOwner | null {
  const there = readLock(lockOf(home, id));
  return there && !(there.window && isGone(there.window)) ? there.owner : null;
}

/** Does something to a draft that nobody has open, and nobody opens meanwhile; else tells who has it. */
export function whileFree<T>(
  home: string,
  id: string,
  now: () => Date,
  work: () => T,
): { done: T } | { owner: LockOwner } {
  const lock = openLock(home, id, thisWindow({}), { now });
  const owner = lock.take();
  if (owner) return { owner };
  try {
    return { done: work() };
  } finally {
    lock.release();
  }
}

const taken = new Error('taken meanwhile');
const nobodyKnown: LockOwner = { who: 'another window', since: '', idle: 0 };

/**
 * Names a file where none has that name; gives its handle. A link, unlike a rename, never replaces. Where a file system
 * has no links, the lock names nobody for a moment.
 */
function placed(beside: string, path: string, handle: number, text: string): number {
  try {
    linkSync(beside, path);
    return handle;
  } catch (error) {
    if (!linkless.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const made = openSync(path, 'wx+', 0o600);
  writeAll(made, text);
  closeSync(handle);
  return made;
}

const linkless = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Some systems take a part of what does not fit, and say nothing. */
function writeAll(handle: number, text: string): void {
  if (writeSync(handle, text, 0) < text.length)
    throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
}

/** The lock of a draft; null when none can be found. `pulse` is another one after each sign of life. */
function readLock(path: string) {
  const stats = statsNow(path);
  if (!stats) return null;
  const read = stats.isFile() ? readText(path) : null;
  const text = read?.ok ? read.value : '';
  const pulse = `${stats.ino} ${stats.mtimeNs} ${text.trim()}`;
  return { pulse, isFolder: stats.isDirectory(), ...ownerIn(text) };
}

function ownerIn(text: string): { window: Window | null; owner: LockOwner } {
  try {
    const { window: value, since, idle } = JSON.parse(text) as Record<string, unknown>;
    const window = windowOf(value);
    if (!window || typeof since !== 'string' || Number.isNaN(Date.parse(since)) || typeof idle !== 'number')
      return { window: null, owner: nobodyKnown };
    const elsewhere = window.host === hostname() ? '' : ` on ${window.host}`;
    return { window, owner: { who: `${window.terminal}${elsewhere}`, since, idle } };
  } catch {
    return { window: null, owner: nobodyKnown };
  }
}

const inodeOf = (path: string): bigint | null => statsNow(path)?.ino ?? null;

/** Nothing is known of a lock in a folder that is out of reach. */
function statsNow(path: string) {
  try {
    return statsOf(path);
  } catch {
    return undefined;
  }
}

function tryTo(work: () => unknown): void {
  try {
    work();
  } catch {
    // Nothing follows from it.
  }
}
