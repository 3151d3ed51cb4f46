import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { homeFolder } from '../../../src/drafts/files/home.ts';
import { lockOwner } from '../../../src/drafts/lock/lock.ts';
import { notSaved } from '../../../src/drafts/store/refusals.ts';
import { type DraftStore, openStore } from '../../../src/drafts/store/store.ts';
import { emptyReview } from '../../../src/review/review.ts';
import { isLong } from '../../runs.ts';
import { emptied, given } from '../given.ts';
import { asNobody } from '../nobody.ts';

let home: string;
let now: Date;
let store: DraftStore;
const template = { name: 'production-readiness', version: '1' };

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'sanctum-drafts-')), 'home');
  now = new Date('2026-02-13T10:00:00Z');
  store = openStore({ home, now: () => now });
});
afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

function kept(from: Parameters<DraftStore['create']>[1] = {}) {
  const draft = store.create(template, from);
  expect(store.save(draft).ok).toBe(true);
  return draft;
}
const file = (id: string, shelf = 'drafts') => join(home, shelf, `${id}.json`);
const problemOf = (result: { ok: boolean; failures?: { what: string; remedy: string }[] }) =>
  result.ok ? '' : (result.failures ?? []).map(({ what, remedy }) => `${what}; ${remedy}`).join('\n');

test('looking makes nothing', () => {
  expect(given(store.list())).toEqual({ drafts: [], unread: [], damaged: [] });
  expect(given(store.trash())).toEqual({ drafts: [], unread: [], damaged: [] });
  expect(store.resolve('abc').ok).toBe(false);
  expect(existsSync(home)).toBe(false);
});

test('a saved draft is loaded as it was, also by another program', () => {
  const draft = kept({
    review: { ...emptyReview, answers: { 'a.b': { value: 'x' } }, notes: { 'c.d': 'n' } },
  });
  expect(store.load(draft.id)).toEqual({ ok: true, value: draft });
  expect(openStore({ home, now: () => now }).load(draft.id)).toEqual({ ok: true, value: draft });
  const later = { ...draft, worked: 60, written: { path: '/x.md', at: now.toISOString() } };
  store.save(later);
  store.save(draft);
  expect(store.load(draft.id)).toEqual({ ok: true, value: draft });
});

test('nobody else may look into the folders and files', () => {
  const { id } = kept();
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect([mode(home), mode(join(home, 'drafts')), mode(join(home, 'trash')), mode(file(id))]).toEqual([
    '700',
    '700',
    '700',
    '600',
  ]);
});

test('the last edited comes first, a damaged one is told and left as it is', () => {
  const old = kept({ edited: '2026-02-01T10:00:00.000Z' });
  const young = kept({ edited: '2026-02-12T10:00:00.000Z' });
  writeFileSync(file('damaged1'), '{"format": 1,');
  const { drafts, damaged } = given(store.list());
  expect(drafts.map(({ id }) => id)).toEqual([young.id, old.id]);
  expect(damaged).toHaveLength(1);
  expect(damaged[0]?.where).toBe(file('damaged1'));
  expect(readFileSync(file('damaged1'), 'utf8')).toBe('{"format": 1,');
});

test('a summary tells version, reviewer, counts and verdict, and the template by its name when it is not at hand', () => {
  kept({
    review: {
      ...emptyReview,
      answers: {
        version: { value: 'v1.4.2' },
        reviewer: { value: 'Ada' },
        recommendation: { value: 'GO' },
      },
      issues: [{ id: 'a', severity: 'high', answers: {} }],
    },
  });
  expect(given(store.list()).drafts[0]).toMatchObject({
    title: 'production-readiness v1.4.2',
    version: 'v1.4.2',
    reviewer: 'Ada',
    verdict: 'GO',
    counts: { critical: 0, high: 1, medium: 0, low: 0 },
  });
});

test('a draft larger than is read at once is listed by its file, until a thread of its own has read it', async () => {
  const { id } = kept({ review: { ...emptyReview, answers: { version: { value: 'v1.4.2' } } } });
  const { size } = statSync(file(id));
  const { mtime } = statSync(file(id), { bigint: true });
  const unread = [{ id, shelf: 'drafts', size, written: mtime.toISOString() }];
  const listed = () => given(store.list(size - 1));
  expect(listed()).toEqual({ drafts: [], unread, damaged: [] });
  await store.readApart(id, 'drafts');
  expect(listed()).toMatchObject({ drafts: [{ id, title: 'Sanctum v1.4.2' }], unread: [], damaged: [] });
  // Another window types in it.
  mkdirSync(join(home, 'journals', id), { recursive: true });
  writeFileSync(join(home, 'journals', id, 'another.journal'), 'a line');
  expect(listed()).toMatchObject({ drafts: [{ id, title: 'Sanctum v1.4.2' }], unread: [], damaged: [] });
  // What it says is of this file only.
  writeFileSync(file(id), `${'x'.repeat(size)}`);
  expect(listed()).toMatchObject({ drafts: [], unread: [{ id }] });
  await store.readApart(id, 'drafts');
  expect(listed()).toMatchObject({
    drafts: [],
    unread: [],
    damaged: [{ what: expect.stringContaining('JSON') }],
  });
});

test('a damaged or newer file is not overwritten by saving', () => {
  const draft = store.create(template, {});
  for (const text of ['{', JSON.stringify({ ...draft, format: 9 })]) {
    mkdirSync(join(home, 'drafts'), { recursive: true });
    writeFileSync(file(draft.id), text);
    expect(store.save(draft).ok).toBe(false);
    expect(readFileSync(file(draft.id), 'utf8')).toBe(text);
  }
  expect(problemOf(store.load(draft.id))).toContain('draft format 9');
});

test('a draft is meant by its id or the beginning of it', () => {
  kept({ id: 'abcdef11' });
  kept({ id: 'abcdef22' });
  expect(store.resolve('abcdef11')).toEqual({ ok: true, value: 'abcdef11' });
  expect(store.resolve('abcdef2')).toEqual({ ok: true, value: 'abcdef22' });
  expect(problemOf(store.resolve('abc'))).toContain('could be 2 drafts: abcdef11, abcdef22');
  expect(problemOf(store.resolve('xyz'))).toContain('does not exist');
});

test.each(['../abcdef1', 'a/b', '..', '', 'ABC', 'a b', '%2e', '-'])('%j is no id', (ref) => {
  kept();
  for (const act of [store.resolve, store.remove, store.restore]) {
    expect(problemOf(act(ref))).toContain('is not the id of a draft');
  }
});

test('a removed draft is in the trash for 30 days, and can be got back', async () => {
  const draft = kept();
  expect(store.remove(draft.id.slice(0, 4))).toEqual({ ok: true, value: draft.id });
  expect(given(store.list()).drafts).toEqual([]);
  expect(given(store.trash()).drafts.map(({ id }) => id)).toEqual([draft.id]);
  expect(problemOf(store.resolve(draft.id))).toContain(`drafts restore ${draft.id}`);
  now = new Date('2026-03-14T10:00:00Z');
  expect(store.restore(draft.id)).toEqual({ ok: true, value: draft.id });
  expect(store.load(draft.id)).toEqual({ ok: true, value: draft });
  store.remove(draft.id);
  now = new Date('2026-04-12T10:00:00Z');
  expect(given(await emptied(store)).drafts).toHaveLength(1);
  now = new Date('2026-04-14T10:00:00Z');
  expect(given(await emptied(store)).drafts).toHaveLength(1);
  now = new Date('2026-04-15T10:00:00Z');
  expect(given(await emptied(store)).drafts).toEqual([]);
  expect(readdirSync(join(home, 'trash'))).toEqual([]);
});

test('a damaged draft can be removed and restored too', () => {
  kept();
  writeFileSync(file('damaged1'), '{');
  expect(store.remove('damaged1').ok).toBe(true);
  expect(readFileSync(file('damaged1', 'trash'), 'utf8')).toBe('{');
  expect(store.restore('damaged1').ok).toBe(true);
});

test('a draft that is there already is not replaced from the trash', () => {
  const draft = kept();
  store.remove(draft.id);
  kept({ id: draft.id, worked: 5 });
  expect(problemOf(store.restore(draft.id))).toContain('is there already');
  expect(store.load(draft.id)).toMatchObject({ ok: true, value: { worked: 5 } });
});

test('a symbolic link is not followed', () => {
  const draft = kept();
  symlinkSync(file(draft.id), file('linked11'));
  expect(problemOf(store.load('linked11'))).toContain('symbolic link');
});

test('a folder that cannot be written is a problem, nothing is lost', () => {
  const draft = kept();
  asNobody(join(home, '..'), () => {
    chmodSync(join(home, 'drafts'), 0o500);
    expect(problemOf(store.save({ ...draft, worked: 9 }))).toContain('could not be saved');
    expect(store.load(draft.id)).toEqual({ ok: true, value: draft });
    expect(problemOf(store.remove(draft.id))).toContain('could not be moved');
    chmodSync(join(home, 'drafts'), 0o700);
    expect(store.save({ ...draft, worked: 9 }).ok).toBe(true);
  });
});

test('a file or folder that may not be read is told, and nothing else suffers', () => {
  const [one, other] = [kept(), kept()];
  asNobody(join(home, '..'), () => {
    chmodSync(file(one.id), 0);
    const fresh = openStore({ home, now: () => now });
    expect(given(fresh.list()).drafts.map(({ id }) => id)).toEqual([other.id]);
    expect(problemOf(fresh.load(one.id))).toContain('permission denied');
    chmodSync(file(one.id), 0o600);
    expect(fresh.load(one.id).ok).toBe(true);
  });
});

test('folders that may not be read are told, and never shown as if nothing were in them', () => {
  const draft = kept();
  asNobody(join(home, '..'), () => {
    const fresh = () => openStore({ home, now: () => now });
    for (const folder of ['drafts', 'trash']) {
      chmodSync(join(home, folder), 0);
      expect(problemOf(folder === 'drafts' ? fresh().list() : fresh().trash())).toContain(
        'permission denied',
      );
      expect(problemOf(fresh().resolve(draft.id.slice(0, 3)))).toContain(
        folder === 'drafts' ? 'permission denied' : '',
      );
      chmodSync(join(home, folder), 0o700);
    }
    mkdirSync(join(home, 'journals', draft.id), { recursive: true });
    for (const path of [join(home, 'journals'), join(home, 'journals', draft.id)]) {
      chmodSync(path, 0);
      expect(problemOf(fresh().load(draft.id))).toContain('permission denied');
      expect(given(fresh().list()).damaged).toHaveLength(1);
      chmodSync(path, 0o700);
    }
    expect(given(fresh().list()).drafts).toHaveLength(1);
  });
});

test("FIFOs and links among a draft's files are neither waited for nor followed", () => {
  const draft = kept();
  const fifo = (...path: string[]) => {
    mkdirSync(join(home, ...path.slice(0, -1)), { recursive: true });
    execFileSync('mkfifo', [join(home, ...path)]);
  };
  fifo('drafts', 'fifofifo.json');
  fifo('drafts', `${draft.id}.journal`);
  fifo('drafts', `${draft.id}.lock`);
  fifo('journals', draft.id, 'abcdefgh.json');
  fifo('journals', draft.id, 'abcdefgh.journal');
  fifo('snapshots', draft.id, '1.json');
  fifo('trash', 'fifotrash.json');
  symlinkSync('/dev/zero', join(home, 'drafts', 'linklink.json'));
  expect(given(store.list())).toMatchObject({ drafts: [{ id: draft.id }], damaged: [{}, {}] });
  expect(given(store.trash())).toMatchObject({ drafts: [], damaged: [{}] });
  expect(given(store.load(draft.id))).toEqual(draft);
  expect(given(store.snapshots(draft.id)).all).toEqual([]);
  expect(lockOwner(home, draft.id)?.who).toBe('another window');
});

test('a clock that is weeks ahead for one look does not empty the trash', async () => {
  const draft = kept();
  store.remove(draft.id);
  const days = (count: number) => new Date(Date.parse('2026-02-13T10:00:00Z') + count * 24 * 60 * 60_000);
  const shown: number[] = [];
  for (const day of [0, 40, 1, 2, 29, 80, 30, 31, 31.5, 32, 45]) {
    now = days(day);
    shown.push(given(await emptied(store)).drafts.length);
  }
  // Seen to be due on day 31 by a clock that moves on, it goes on day 32.
  expect(shown).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
  expect(existsSync(file(draft.id, 'trash'))).toBe(false);
  expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toEqual({});
});

test.each([
  ['damaged settings are begun anew', (path: string) => writeFileSync(path, '{'), 0],
  [
    'a FIFO in the place of the settings empties nothing',
    (path: string) => execFileSync('mkfifo', [path]),
    1,
  ],
  ['nor does a link', (path: string) => symlinkSync('/dev/zero', path), 1],
])('%s', async (_, put, left) => {
  const draft = kept();
  store.remove(draft.id);
  put(join(home, 'settings.json'));
  for (const date of ['2026-03-20T10:00:00Z', '2026-03-22T10:00:00Z']) {
    now = new Date(date);
    await store.emptyTrash();
  }
  expect(given(store.trash()).drafts).toHaveLength(left);
});

test('a draft whose folder is out of reach for a while is a problem, and is there again after it', () => {
  const draft = kept();
  renameSync(join(home, 'drafts'), join(home, 'aside'));
  writeFileSync(join(home, 'drafts'), '');
  expect(problemOf(store.load(draft.id))).toContain('cannot be read');
  expect(problemOf(openStore({ home, now: () => now }).save(draft))).toContain('goes through a file');
  rmSync(join(home, 'drafts'));
  renameSync(join(home, 'aside'), join(home, 'drafts'));
  expect(store.load(draft.id)).toEqual({ ok: true, value: draft });
});

test('a home that is a file is a problem', () => {
  const blocked = openStore({ home: join(home, '..', 'file'), now: () => now });
  writeFileSync(join(home, '..', 'file'), '');
  expect(problemOf(blocked.save(blocked.create(template, {})))).toContain('could not be saved');
  expect(problemOf(blocked.list())).toContain('cannot be read');
  expect(problemOf(blocked.trash())).toContain('cannot be read');
  expect(problemOf(blocked.resolve('abcdef'))).toContain('cannot be read');
});

test.each([
  ['ENOSPC', 'could not be saved: the disk is full make room'],
  ['EDQUOT', 'could not be saved: the disk quota is used up make room'],
  ['EROFS', 'is on a read-only file system make the folder writable'],
])('an error %s of the disk is told with what to do about it', (code, told) => {
  const { what, remedy } = notSaved('/home/ada', 'abc', Object.assign(new Error(code), { code }));
  expect(`${what} ${remedy}`).toContain(told);
});

const many = isLong ? 1000 : 200;

test('many drafts with one bad among them are listed, each read only once', async () => {
  const { id: first } = kept();
  const text = readFileSync(file(first), 'utf8');
  const ids = Array.from({ length: many }, (_, n) => `draft${1000 + n}`);
  for (const id of ids) writeFileSync(file(id), text.replace(first, id));
  writeFileSync(file('draft1100'), text.replace(first, 'draft1100').slice(0, 100));
  const { drafts, damaged } = given(store.list());
  expect(drafts).toHaveLength(many);
  expect(damaged).toMatchObject([{ where: file('draft1100') }]);
  const before = given(store.look('draft1000')).draft;
  await store.loadTemplates();
  expect(given(store.list()).drafts.map(({ title }) => title.slice(0, 7))).toContain('Sanctum');
  expect(given(store.look('draft1000')).draft).toBe(before);
  expect(readFileSync(file('draft1100'), 'utf8')).toHaveLength(100);
});

test.each([
  ['linux', {}, '/home/ada/.config/sanctum-review-nodejs'],
  ['linux', { XDG_CONFIG_HOME: '/config' }, '/config/sanctum-review-nodejs'],
  ['darwin', {}, '/home/ada/Library/Preferences/sanctum-review-nodejs'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/sanctum-review-nodejs/Config'],
  ['linux', { SANCTUM_REVIEW_HOME: '/tmp/x' }, '/tmp/x'],
] as const)('on %s with %j the home is %s', (platform, env, path) => {
  expect(homeFolder({ HOME: '/home/ada', ...env }, platform)).toBe(path);
});
