import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../files/write.ts';

/** Who has a draft open. */
export interface Holder {
  /** Of this lease alone: whoever finds another one here than its own has lost it. */
  token: string;
  pid: number;
  host: string;
  user: string;
  /** Where its process number means something: the machine, since it was started, and the container. */
  place: string;
  /** ISO 8601. */
  since: string;
}

const holderFile = (home: string, id: string) => join(home, 'drafts', `${id}.holder`);

/** This process as the holder of a draft. */
export function self(token: string, now: Date): Holder {
  return {
    token,
    pid: process.pid,
    host: hostname(),
    user: userName(),
    place: place(),
    since: now.toISOString(),
  };
}

/** Puts a holder's name to a draft, in one step. Throws the file system's error. */
export function writeHolder(home: string, id: string, holder: Holder): void {
  writeWhole(holderFile(home, id), JSON.stringify(holder), { mode: 0o600 });
}

export function removeHolder(home: string, id: string): void {
  rmSync(holderFile(home, id), { force: true });
}

/** The one who holds a draft by its name there; null when there is none that can be read. */
export function holderOf(home: string, id: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(holderFile(home, id), 'utf8')) as Partial<Holder> | null;
    const { token, pid, host, user, place, since } = holder ?? {};
    if (![token, host, user, place, since].every((one) => typeof one === 'string')) return null;
    return typeof pid === 'number' && !Number.isNaN(Date.parse(since ?? '')) ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

/** Only told of a process in the same place: elsewhere its number means another process. */
export function isGone({ pid, place: where }: Holder): boolean {
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
