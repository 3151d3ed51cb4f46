import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockOwner, openLock, whileFree } from '../../../src/drafts/lock/lock.ts';
import { thisWindow, type Window } from '../../../src/drafts/lock/window.ts';

const id = 'abcdef1';
const now = () => new Date('2026-02-13T10:00:00Z');

let home: string;
let time: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sanctum-lock-'));
  mkdirSync(join(home, 'drafts'));
  time = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const path = () => join(home, 'drafts', `${id}.lock`);
const locked = (window: Window = thisWindow({}), idle = 0) =>
  openLock(home, id, window, { now, steady: () => time, idle: () => idle });
const elsewhere = (): Window => ({
  ...thisWindow({}),
  host: 'another-machine',
  place: 'another-machine 1f6c pid:[1]',
  terminal: 'tmux pane %3',
});

/** A program that has the draft open; gives what makes another sign of life of its. */
function opened(window: unknown = elsewhere()) {
  let beat = 0;
  const alive = () =>
    writeFileSync(path(), JSON.stringify({ window, since: now().toISOString(), idle: 725, beat: beat++ }));
  alive();
  return alive;
}

/** Looks every second, for so many seconds; gives the second in which the lock was had. */
function lookFor(seconds: number, lock = locked(), each: (second: number) => void = () => {}): number | null {
  for (let second = 1; second <= seconds; second += 1) {
    time += 1000;
    each(second);
    if (lock.take() === null) return second;
  }
  return null;
}

test('one window has the lock; the others are told which, since when, and how long it has been idle', () => {
  const first = locked(thisWindow({ TMUX_PANE: '%2' }), 61);
  const second = locked();
  expect(first.take()).toBeNull();
  expect(first.isOurs()).toBe(true);
  expect(second.take()).toEqual({ who: 'tmux pane %2', since: '2026-02-13T10:00:00.000Z', idle: 61 });
  expect(second.isOurs()).toBe(false);
  second.release();
  expect(first.isOurs()).toBe(true);
  first.release();
  expect(existsSync(path())).toBe(false);
  expect(second.take()).toBeNull();
  second.release();
});

test('a folder that goes and comes back leaves its window the lock that it had, and others theirs', () => {
  const drafts = join(home, 'drafts');
  const lock = locked();
  const another = locked(elsewhere());
  expect(lock.take()).toBeNull();
  renameSync(drafts, join(home, 'away'));
  expect(lock.take()).toBeNull();
  renameSync(join(home, 'away'), drafts);
  expect(lock.isOurs()).toBe(false);
  expect(lock.take()).toBeNull();
  expect(lock.isOurs()).toBe(true);
  expect(another.take()).not.toBeNull();
  renameSync(drafts, join(home, 'away'));
  expect(lock.take()).toBeNull();
  renameSync(join(home, 'away'), drafts);
  opened();
  expect(lock.take()?.who).toBe('tmux pane %3 on another-machine');
  lock.release();
});

test('another machine is named, and keeps the draft while it gives signs of life', () => {
  const alive = opened();
  const lock = locked();
  expect(lock.take()).toEqual({
    who: 'tmux pane %3 on another-machine',
    since: '2026-02-13T10:00:00.000Z',
    idle: 725,
  });
  expect(lookFor(120, lock, (second) => second % 2 === 0 && alive())).toBeNull();
  expect(lookFor(100, lock, (second) => second % 9 === 0 && alive())).toBeNull();
  expect(lookFor(60)).toBe(11);
});

test('no clock is compared with another one, and one that is set changes nothing', () => {
  const alive = opened();
  const days = [-2, 5, 0, -20, 40];
  const step = (second: number) => {
    alive();
    const then = new Date(Date.now() + (days[second % days.length] ?? 0) * 24 * 60 * 60_000);
    utimesSync(path(), then, then);
  };
  expect(lookFor(100, locked(), step)).toBeNull();
});

test('whoever looks and stood still for hours does not take it for the other having stopped', () => {
  const alive = opened();
  const lock = locked();
  expect(lock.take()).not.toBeNull();
  time += 5 * 60 * 60_000;
  expect(lock.take()).not.toBeNull();
  alive();
  expect(lock.take()).not.toBeNull();
});

test('a window whose process has ended is recognised at once', () => {
  const ended = spawnSync('true').pid ?? 0;
  opened({ ...thisWindow({}), pid: ended });
  expect(lockOwner(home, id)).toBeNull();
  expect(locked().take()).toBeNull();
});

test('so is one whose process number another process has got since', () => {
  opened({ ...thisWindow({}), started: '1' });
  expect(locked().take()).toBeNull();
});

test('and one that ended and that nobody has waited for', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60']);
  const pid = Number(String(await new Promise((settle) => parent.stdout.once('data', settle))));
  await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
  opened({ ...thisWindow({}), pid, started: '' });
  expect(locked().take()).toBeNull();
  parent.kill('SIGKILL');
});

test('a process that is stopped is waited for no longer than a second', async () => {
  const child = spawn('sleep', ['60']);
  child.kill('SIGSTOP');
  await vi.waitFor(() => expect(readFileSync(`/proc/${child.pid}/stat`, 'utf8')).toContain(') T '));
  opened({ ...thisWindow({}), pid: child.pid, started: '' });
  expect(lookFor(10)).toBe(2);
  child.kill('SIGKILL');
});

test('the same machine after it was started anew is waited for, and then forgotten', () => {
  opened({ ...thisWindow({}), place: `${hostname()} another-boot pid:[1]` });
  expect(lookFor(60)).toBe(11);
});

test('a lock that names nobody holds nobody up for longer than a second', () => {
  for (const text of ['', '{', 'null', '[]', '{"window":{}}', JSON.stringify({ window: elsewhere() })]) {
    rmSync(path(), { force: true });
    writeFileSync(path(), text);
    const lock = locked();
    expect(lookFor(10, lock)).toBe(2);
    lock.release();
  }
});

test('the lock of an older version, a folder, holds nobody up either', () => {
  mkdirSync(path());
  expect(lookFor(10)).toBe(2);
});

test('whoever was taken from knows it, and does not take the lock away when it ends', () => {
  const first = locked();
  expect(first.take()).toBeNull();
  rmSync(path());
  opened();
  expect(first.isOurs()).toBe(false);
  first.release();
  expect(existsSync(path())).toBe(true);
});

test('of several who wait for one that has ended, one gets it', () => {
  opened({ ...thisWindow({}), pid: spawnSync('true').pid });
  const all = [locked(), locked(), locked()];
  expect(all.filter((lock) => lock.take() === null)).toHaveLength(1);
  expect(all.filter((lock) => lock.isOurs())).toHaveLength(1);
});

test('where no lock can be made, on a full disk or in a read-only folder, one edits without', () => {
  const missing = join(home, 'nowhere');
  const lock = openLock(missing, id, thisWindow({}), { now });
  expect(lock.take()).toBeNull();
  expect(lock.isOurs()).toBe(true);
  expect(existsSync(missing)).toBe(false);
  lock.release();
});

test('a folder that comes back has the lock made in it with the next look', () => {
  const lock = locked();
  rmSync(join(home, 'drafts'), { recursive: true });
  expect(lock.take()).toBeNull();
  mkdirSync(join(home, 'drafts'));
  expect(lock.take()).toBeNull();
  expect(existsSync(path())).toBe(true);
  lock.release();
});

test('something is done to a draft only while it is open nowhere, and nobody opens it meanwhile', () => {
  expect(whileFree(home, id, now, () => locked().take())).toMatchObject({ done: { idle: 0 } });
  expect(existsSync(path())).toBe(false);
  opened();
  expect(whileFree(home, id, now, () => 'done')).toMatchObject({
    owner: { who: 'tmux pane %3 on another-machine' },
  });
});

test('what a terminal would obey in a lock is no window', () => {
  opened({ ...elsewhere(), pid: '\x1b]0;x' });
  expect(lockOwner(home, id)?.who).toBe('another window');
});
