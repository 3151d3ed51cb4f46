import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { lockSync } from 'proper-lockfile';
import { writeWhole } from '../files/write.ts';

/** Who has a draft open. */
export interface Holder {
  token: string;
  pid: number;
  host: string;
  user: string;
  /** Where its process number means something: the machine, since it was started, and the container. */
  place: string;
  /** ISO 8601. */
  since: string;
}

/** The right to write a draft. */
export interface Lease {
  /** Whether it is ours still: another took it over if this process stood still for too long. */
  held(): boolean;
  release(): void;
}

/** Milliseconds without a heartbeat after which a lease is nobody's any more. */
const stale = 10_000;

const lockOf = (home: string, id: string) => join(home, 'drafts', `${id}.lock`);
const holderFile = (home: string, id: string) => join(home, 'drafts', `${id}.holder`);

/**
 * Takes the lease of a draft, or tells who has it (`null`: nobody knows who). A lease whose process is gone is taken
 * over at once where that can be told, else when its heartbeat has stopped for 10 seconds.
 */
export function takeLease(home: string, id: string, now: Date): { lease: Lease } | { holder: Holder | null } {
  const first = tryLock(home, id);
  if (first !== 'taken') return { lease: leaseOf(home, id, first, now) };
  const holder = holderOf(home, id);
  if (!holder || !isGone(holder)) return { holder };
  const lock = takeOver(home, id, holder);
  return lock ? { lease: leaseOf(home, id, lock, now) } : { holder };
}

/** Who has the draft open elsewhere; `null` when nobody has, or nobody that is there still. */
export function holderElsewhere(home: string, id: string): Holder | null {
  const taken = takeLease(home, id, new Date());
  if (!('lease' in taken)) return taken.holder ?? { ...self('', new Date()), host: 'another place' };
  taken.lease.release();
  return null;
}

/** Whether the draft may be open elsewhere; only looks, where `takeLease` would take it if it can. */
export function mayBeOpen(home: string, id: string): boolean {
  if (!existsSync(lockOf(home, id))) return false;
  const holder = holderOf(home, id);
  return !holder || !isGone(holder);
}

interface Lock {
  release(): void;
  lost(): boolean;
}

/** Where no lock can be made (a full disk, a folder that is read-only) there is nothing to keep apart either. */
const unlocked: Lock = { release: () => {}, lost: () => false };

function tryLock(home: string, id: string): Lock | 'taken' {
  let lost = false;
  try {
    const release = lockSync(lockOf(home, id), {
      lockfilePath: lockOf(home, id),
      realpath: false,
      stale,
      update: 2000,
      onCompromised: () => {
        lost = true;
      },
    });
    // Made with the umask's mode; what is in the drafts' folder is for nobody else.
    chmodSync(lockOf(home, id), 0o700);
    return { release, lost: () => lost };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOCKED' ? 'taken' : unlocked;
  }
}

/** Two that see the same dead holder must not take the lease away from one another: one at a time looks again. */
function takeOver(home: string, id: string, seen: Holder): Lock | null {
  const path = join(home, 'drafts', `${id}.takeover`);
  try {
    const release = lockSync(path, {
      lockfilePath: path,
      realpath: false,
      stale: 5000,
      onCompromised: () => {},
    });
    try {
      if (holderOf(home, id)?.token !== seen.token) return null;
      rmSync(lockOf(home, id), { recursive: true, force: true });
      const lock = tryLock(home, id);
      return lock === 'taken' ? null : lock;
    } finally {
      release();
    }
  } catch {
    return null;
  }
}

function leaseOf(home: string, id: string, lock: Lock, now: Date): Lease {
  const token = randomUUID();
  let written = false;
  try {
    writeWhole(holderFile(home, id), JSON.stringify(self(token, now)), { mode: 0o600 });
    written = true;
  } catch {
    // As with a lock that cannot be made.
  }
  const held = () => !lock.lost() && (!written || (holderOf(home, id)?.token ?? token) === token);
  return {
    held,
    release() {
      if (!held()) return;
      rmSync(holderFile(home, id), { force: true });
      try {
        lock.release();
      } catch {
        // It was taken over meanwhile.
      }
    },
  };
}

function holderOf(home: string, id: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(holderFile(home, id), 'utf8')) as Partial<Holder> | null;
    const { token, pid, host, user, place, since } = holder ?? {};
    if (![token, host, user, place, since].every((one) => typeof one === 'string')) return null;
    return typeof pid === 'number' ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function self(token: string, now: Date): Holder {
  return {
    token,
    pid: process.pid,
    host: hostname(),
    user: userName(),
    place: place(),
    since: now.toISOString(),
  };
}

/** Only told of a process in the same place: elsewhere its number means another process. */
function isGone({ pid, place: where }: Holder): boolean {
  if (where !== place()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function place(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
