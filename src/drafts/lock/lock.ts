import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { lockSync } from 'proper-lockfile';
import { clearUnfinished } from '../store/folder.ts';
import { beat, longestLook, watchHeart } from './heartbeat.ts';
import { type Holder, holderOf, isGone, removeHolder, self, writeHolder } from './owner.ts';

/** The right to write a draft. */
export interface Lease {
  /** Whether it is ours still: another took it over if this process stood still for too long. */
  held(): boolean;
  /** It was taken from one that stood still, and may go on in the middle of writing: see `Keeper.fence`. */
  fromStanding: boolean;
  release(): void;
}

/** The lease of a draft, or who has it (`null`: nobody knows who). */
type Taken = { lease: Lease } | { holder: Holder | null };

/**
 * Takes the lease of a draft, when it is called again and again as soon as it can be had. A lease whose process is
 * gone is taken over at once where that can be told, else when its heartbeat was seen to stand still for 10 seconds.
 * @param steady milliseconds on a clock that is never set
 */
export function leaseTaker(home: string, id: string, steady = () => performance.now()): (now: Date) => Taken {
  const heart = watchHeart(lockOf(home, id), steady);
  const other = watchHeart(takeoverOf(home, id), steady);
  return (now) => {
    const mine = self(randomUUID(), now);
    const lock = tryLock(lockOf(home, id), () => isNamed(home, id, mine));
    if (lock !== 'taken') {
      // Where no name can be written, no lock could be made either, or all will fail that is written.
      quietly(() => writeHolder(home, id, mine));
      return { lease: leaseOf(home, id, lock, mine, false) };
    }
    const holder = holderOf(home, id);
    const gone = holder !== null && isGone(holder);
    if (!gone && !heart.stopped()) return { holder };
    // One that was killed while it took a lease over is not waited for for ever.
    if (other.stopped()) rmSync(takeoverOf(home, id), { recursive: true, force: true });
    const taken = takeOver(home, id, holder, mine);
    return taken ? { lease: leaseOf(home, id, taken, mine, !gone) } : { holder };
  };
}

/** How a command waits, in milliseconds, on a clock that is never set. */
interface Waiting {
  steady(): number;
  sleep(time: number): void;
}

const really: Waiting = {
  steady: () => performance.now(),
  sleep: (time) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time),
};

/**
 * Does something to a draft that nobody has open, and nobody opens meanwhile; else tells who has it (`null`: nobody
 * knows who). A lock without a name is that of one who was killed just then, unless its heart is seen to beat.
 */
export function whileFree<T>(
  home: string,
  id: string,
  now: Date,
  work: () => T,
  { steady, sleep }: Waiting = really,
): { done: T } | { holder: Holder | null } {
  const take = leaseTaker(home, id, steady);
  let taken = take(now);
  const end = steady() + longestLook;
  while (!('lease' in taken) && taken.holder === null && steady() < end) {
    sleep(beat / 4);
    taken = take(now);
  }
  if (!('lease' in taken)) return taken;
  try {
    return { done: work() };
  } finally {
    taken.lease.release();
  }
}

/** Whether the draft may be open elsewhere; only looks, where a lease would take it if it can. */
export function mayBeOpen(home: string, id: string): boolean {
  if (!existsSync(lockOf(home, id))) return false;
  const holder = holderOf(home, id);
  return !holder || !isGone(holder);
}

const lockOf = (home: string, id: string) => join(home, 'drafts', `${id}.lock`);
const takeoverOf = (home: string, id: string) => join(home, 'drafts', `${id}.takeover`);

interface Lock {
  release(): void;
  lost(): boolean;
}

/** Where no lock can be made (a full disk, a folder that is read-only) there is nothing to keep apart either. */
const unlocked: Lock = { release: () => {}, lost: () => false };

/** @param ours whether the lock is ours to remove, should the program end without having released it */
function tryLock(path: string, ours = () => true): Lock | 'taken' {
  let lost = false;
  try {
    const release = lockSync(path, {
      lockfilePath: path,
      realpath: false,
      // All that it calls, by name: the build loads Node's modules late, and those cannot be copied whole.
      fs: {
        mkdirSync,
        realpathSync,
        statSync,
        utimesSync,
        rmdirSync: (folder: string) => ours() && rmdirSync(folder),
      },
      // Never by its age, which would be told by two clocks: `watchHeart` tells.
      stale: Number.MAX_SAFE_INTEGER,
      update: beat,
      onCompromised: () => {
        lost = true;
      },
    });
    // Made with the umask's mode; what is in the drafts' folder is for nobody else.
    chmodSync(path, 0o700);
    return { release, lost: () => lost };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Only what the file system says is a reason to go without.
    if (code === undefined) throw error;
    return code === 'ELOCKED' ? 'taken' : unlocked;
  }
}

/**
 * Two that see the same dead holder must not take the lease away from one another: one at a time looks again. The
 * new name comes first: from then on the one before, should it wake up, holds it no more.
 */
function takeOver(home: string, id: string, seen: Holder | null, mine: Holder): Lock | null {
  const turn = tryLock(takeoverOf(home, id));
  if (turn === 'taken' || turn === unlocked) return null;
  try {
    if (holderOf(home, id)?.token !== seen?.token) return null;
    writeHolder(home, id, mine);
    rmSync(lockOf(home, id), { recursive: true, force: true });
    const lock = tryLock(lockOf(home, id), () => isNamed(home, id, mine));
    if (lock === 'taken') return null;
    clearUnfinished(home, id);
    return lock;
  } catch {
    return null;
  } finally {
    quietly(turn.release);
  }
}

function leaseOf(home: string, id: string, lock: Lock, mine: Holder, fromStanding: boolean): Lease {
  const held = () => !lock.lost() && isNamed(home, id, mine);
  return {
    held,
    fromStanding,
    release() {
      if (!held()) return;
      // The folder may be gone or read-only by now: the name is that of a process that is gone then.
      quietly(() => removeHolder(home, id));
      // It may have been taken over meanwhile.
      quietly(lock.release);
    },
  };
}

/** Whether nobody else has put their name to the draft. */
const isNamed = (home: string, id: string, { token }: Holder): boolean =>
  (holderOf(home, id)?.token ?? token) === token;

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing follows from it.
  }
}
