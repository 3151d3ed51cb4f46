import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaseTaker, whileFree } from '../../src/drafts/lock/lock.ts';
import { holderOf } from '../../src/drafts/lock/owner.ts';

const id = 'abcdef1';
const now = new Date('2026-02-13T10:00:00Z');
const hour = 60 * 60 * 1000;

let home: string;
let steady: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sanctum-lease-'));
  mkdirSync(join(home, 'drafts'));
  steady = 0;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lock = () => join(home, 'drafts', `${id}.lock`);
const taker = () => leaseTaker(home, id, () => steady);
const another = (from: Partial<ReturnType<typeof elsewhere>> = {}) => ({ ...elsewhere(), ...from });
const elsewhere = () => ({
  token: 'theirs',
  pid: process.pid,
  host: 'another-machine',
  user: 'ada',
  place: 'another-machine 1f6c pid:[1]',
  since: now.toISOString(),
});

/** A program on another machine that has the draft open; it beats with a clock that is so far from ours. */
function opened(skew: number, holder = another()) {
  mkdirSync(lock());
  writeFileSync(join(home, 'drafts', `${id}.holder`), JSON.stringify(holder));
  let time = Date.now() + skew;
  const beat = (step = 2000) => {
    time += step;
    utimesSync(lock(), new Date(time), new Date(time));
  };
  beat();
  return beat;
}

/** Looks every second, for so many seconds; gives the second in which the lease was had. */
function lookUpLocations(
  seconds: number,
  take = taker(),
  each: (second: number) => void = () => {},
): number | null {
  for (let second = 1; second <= seconds; second += 1) {
    steady += 1000;
    each(second);
    if ('lease' in take(now)) return second;
  }
  return null;
}

test.each([-48, -1, 0, 1, 48])(
  'with a clock %i hours from ours the holder keeps the draft while it beats, and loses it when it stops',
  (hours) => {
    const beat = opened(hours * hour);
    const take = taker();
    expect(lookUpLocations(120, take, (second) => second % 2 === 0 && beat())).toBeNull();
    expect(lookUpLocations(60, take)).toBe(10);
    expect(holderOf(home, id)?.host).toBe(hostname());
  },
);

test('a clock that is set back or forward while the draft is open changes nothing', () => {
  const beat = opened(0);
  const step = [2000, -3 * hour, 2000, 2000, 5 * hour, 2000, -20 * hour];
  let n = 0;
  expect(
    lookUpLocations(100, taker(), (second) => second % 2 === 0 && beat(step[n++ % step.length])),
  ).toBeNull();
});

test('a beat that comes late is still a beat', () => {
  const beat = opened(0);
  expect(lookUpLocations(100, taker(), (second) => second % 9 === 0 && beat())).toBeNull();
});

test('whoever looks and stood still for hours does not take it for the other having stopped', () => {
  const beat = opened(0);
  const take = taker();
  expect('lease' in take(now)).toBe(false);
  steady += 5 * hour;
  expect('lease' in take(now)).toBe(false);
  beat();
  expect('lease' in take(now)).toBe(false);
});

test('the same host after a start anew, or another one with its name, is waited for', () => {
  opened(0, another({ host: hostname(), place: `${hostname()} another-boot pid:[1]`, pid: 999_999_999 }));
  expect(lookUpLocations(60)).toBe(11);
});

test('the one who was taken from writes no more, and does not take the lock away when it ends', () => {
  const mine = taker()(now);
  if (!('lease' in mine)) throw new Error('not free');
  expect(mine.lease.held()).toBe(true);
  // As one that stands still does not beat any more, and its process is alive.
  const still = statSync(lock()).mtime;
  const take = taker();
  let theirs: ReturnType<typeof take> | undefined;
  for (let second = 0; second <= 11 && !(theirs && 'lease' in theirs); second += 1) {
    steady += 1000;
    utimesSync(lock(), still, still);
    theirs = take(now);
  }
  if (!theirs || !('lease' in theirs)) throw new Error('not taken over');
  expect(theirs.lease.fromStanding).toBe(true);
  expect([mine.lease.held(), theirs.lease.held()]).toEqual([false, true]);
  mine.lease.release();
  expect(theirs.lease.held()).toBe(true);
  expect(existsSync(lock())).toBe(true);
  theirs.lease.release();
  expect(existsSync(lock())).toBe(false);
});

test('of several who wait for one that stopped, one gets it', () => {
  opened(0);
  const takers = [taker(), taker(), taker()];
  const had: number[] = [];
  for (let second = 1; second <= 40; second += 1) {
    steady += 1000;
    for (const [index, take] of takers.entries()) {
      if (had.length > 0 && had.includes(index)) continue;
      const taken = take(now);
      if ('lease' in taken && taken.lease.held()) had.push(index);
      // Its heart goes on.
      if (had.length > 0) utimesSync(lock(), new Date(second * 1000), new Date(second * 1000));
    }
  }
  expect(had).toHaveLength(1);
});

test('one that was killed while it took the draft over does not keep it from the others', () => {
  opened(0);
  mkdirSync(join(home, 'drafts', `${id}.takeover`));
  expect(lookUpLocations(60)).not.toBeNull();
  expect(existsSync(join(home, 'drafts', `${id}.takeover`))).toBe(false);
});

test('what a killed one left half-written goes when its draft is taken over', () => {
  const dead = spawnSync('true').pid ?? 0;
  const place = placeOfMine();
  opened(0, another({ place, pid: dead }));
  for (const name of [`${id}.next`, `${id}.next.tmp-123`, `.${id}.journal.abc.tmp`]) {
    writeFileSync(join(home, 'drafts', name), 'x');
  }
  writeFileSync(join(home, 'drafts', 'other11.next'), 'x');
  const taken = taker()(now);
  if (!('lease' in taken)) throw new Error('not taken over');
  expect(taken.lease.fromStanding).toBe(false);
  expect(existsSync(join(home, 'drafts', `${id}.next`))).toBe(false);
  expect(existsSync(join(home, 'drafts', `.${id}.journal.abc.tmp`))).toBe(false);
  expect(existsSync(join(home, 'drafts', 'other11.next'))).toBe(true);
  taken.lease.release();
});

function placeOfMine(): string {
  const taken = taker()(now);
  const place = holderOf(home, id)?.place ?? '';
  if ('lease' in taken) taken.lease.release();
  return place;
}

test('a name that is no holder is nobody, and is waited for like anybody', () => {
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"pid":"x"}',
    JSON.stringify({ ...elsewhere(), since: '\x1b]0;x' }),
  ]) {
    rmSync(lock(), { recursive: true, force: true });
    opened(0);
    writeFileSync(join(home, 'drafts', `${id}.holder`), text);
    expect(taker()(now)).toEqual({ holder: null });
  }
});

test('something is done to a draft only while it is open nowhere, and opened nowhere meanwhile', () => {
  expect(whileFree(home, id, now, () => taker()(now))).toMatchObject({
    done: { holder: { pid: process.pid } },
  });
  expect(existsSync(lock())).toBe(false);
  opened(0);
  expect(whileFree(home, id, now, () => 'done')).toMatchObject({ holder: { host: 'another-machine' } });
});

test('a lock without a name, of one that was killed just then, keeps a command waiting and no longer', () => {
  const clock = { steady: () => steady, sleep: (time: number) => (steady += time) };
  mkdirSync(lock());
  expect(whileFree(home, id, now, () => 'done', clock)).toEqual({ done: 'done' });
  mkdirSync(lock());
  const sleep = (time: number) => {
    steady += time;
    utimesSync(lock(), new Date(steady), new Date(steady));
  };
  expect(whileFree(home, id, now, () => 'done', { ...clock, sleep })).toEqual({ holder: null });
});
