import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf } from '../../src/drafts/journal/replay.ts';
import { undo } from '../../src/review/history/history.ts';
import { given } from '../drafts/given.ts';
import { home } from '../drafts/kept.ts';
import { asNobody } from '../drafts/nobody.ts';
import { runs } from '../runs.ts';

/** How many damages are tried. */
const damages = runs(12, 20);

type Home = ReturnType<typeof home>;

/** A draft with a snapshot, saved twice, and lines in its journal. */
function lived(there: Home) {
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('first');
  someone.do({
    do: 'add-issue',
    issue: { id: 'x1', severity: 'high', answers: { title: { value: 'Leak' } } },
  });
  someone.save();
  there.clock.now = new Date(there.clock.now.getTime() + 11 * 60_000);
  someone.type('second');
  someone.save();
  someone.type('third');
  someone.save();
  someone.type('fourth');
  someone.kill();
  return id;
}

/** Every file with its content, but the names under which something is kept. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
    .toSorted();
}

const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => () => Buffer.from(bytes)),
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share))),
  fc
    .tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 5 }))
    .map(([share, put]) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      changed.set(
        put.subarray(0, changed.length),
        Math.max(0, Math.floor(share * (changed.length - put.length))),
      );
      return changed;
    }),
  fc.tuple(fc.nat(30), fc.jsonValue()).map(
    ([which, value]) =>
      (bytes: Buffer) =>
        withField(bytes, which, value),
  ),
  fc.constant((bytes: Buffer) => Buffer.concat([bytes, bytes])),
);

/** JSON with one of its values, anywhere, being another one. */
function withField(bytes: Buffer, which: number, value: unknown): Buffer {
  let count = 0;
  try {
    const changed = JSON.parse(bytes.toString(), (_, one) => (count++ === which ? value : one));
    return Buffer.from(JSON.stringify(changed) ?? '');
  } catch {
    return Buffer.from(JSON.stringify(value) ?? '');
  }
}

test(
  `${damages} damages of draft, journal and snapshots: no crash, nothing deleted, always something to do`,
  async () => {
    const which = fc.constantFrom(
      'draft',
      'journal',
      'snapshot',
      'draft and journal',
      'draft and window',
      'all',
    );
    await fc.assert(
      fc.asyncProperty(which, damage, async (what, spoil) => {
        const there = home();
        const id = lived(there);
        const other = there.draft();
        const folder = join(there.path, 'snapshots', id);
        const files = [
          ...(/draft|all/.test(what) ? [there.file(id)] : []),
          ...(/journal|all/.test(what) ? there.windows(id) : []),
          ...(/window|all/.test(what) ? there.windows(id, 'json') : []),
          ...(/snapshot|all/.test(what) ? readdirSync(folder).map((name) => join(folder, name)) : []),
        ];
        for (const file of files) writeFileSync(file, spoil(readFileSync(file)));
        const before = contents(there.path);
        const store = there.fresh();

        const { drafts, damaged } = given(store.list());
        const loaded = store.load(id);
        await store.loadTemplates();
        const snapshots = store.snapshots(id);
        expect(drafts.map((one) => one.id)).toContain(other.id);
        expect(drafts.length + damaged.length).toBe(2);
        const problems = [
          ...damaged,
          ...(loaded.ok ? [] : loaded.failures),
          ...(snapshots.ok ? snapshots.value.damaged : snapshots.failures),
        ];
        for (const problem of problems) {
          expect(problem.where.length * problem.what.length * problem.remedy.length).toBeGreaterThan(0);
        }
        if (loaded.ok) {
          let history = historyOf(loaded.value);
          for (let n = 0; n < 10; n += 1) history = undo(history).history;
        }
        expect(contents(there.path)).toEqual(before);

        const rescued = store.rescue(id);
        if (rescued?.ok) {
          expect(loaded.ok).toBe(false);
          expect(there.fresh().load(id).ok).toBe(true);
          expect(existsSync(rescued.value.aside)).toBe(true);
        }
        if (loaded.ok || rescued?.ok) {
          const someone = there.open(id);
          expect(someone.type('goes on')?.ok).toBe(true);
          expect(someone.save().ok).toBe(true);
          someone.kill();
        }
        const kept = contents(there.path);
        for (const file of before) {
          // An empty file has nothing to keep; a journal's torn end is cut off, all of its lines are kept.
          if (file !== '' && !file.startsWith('["')) expect(kept).toContain(file);
        }
        there.gone();
      }),
      { numRuns: damages },
    );
  },
  60_000 + damages * 50,
);

test('a draft whose file is lost to the last byte comes back to the last key', () => {
  for (const text of ['', '{', '\0\0\0\0', '{"format": 1}', '[]']) {
    const there = home();
    const id = lived(there);
    writeFileSync(there.file(id), text);
    const store = there.fresh();
    expect(given(store.list()).damaged[0]?.remedy).toContain(`resume ${id}`);
    const rescued = store.rescue(id);
    if (!rescued?.ok) throw new Error('not rescued');
    expect(rescued.value.draft.review).toMatchObject({
      answers: { summary: { value: 'fourth' } },
      issues: [{ id: 'x1' }],
    });
    expect(readFileSync(rescued.value.aside, 'utf8')).toBe(text);
    expect(there.fresh().load(id)).toMatchObject({ ok: true, value: { review: rescued.value.draft.review } });
  }
});

/** A draft whose last words are in its journal alone. */
function killed() {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('All');
  someone.save();
  someone.type('All is well');
  someone.kill();
  return { there, id };
}

test('a draft whose rescue is cut short can be rescued again, to the last key', () => {
  const { there, id } = killed();
  writeFileSync(there.file(id), '{');
  asNobody(dirname(there.path), () => {
    chmodSync(join(there.path, 'drafts'), 0o500);
    expect(there.fresh().rescue(id)).toMatchObject({ ok: false });
    chmodSync(join(there.path, 'drafts'), 0o700);
  });
  expect(readFileSync(there.file(id), 'utf8')).toBe('{');

  const rescued = there.fresh().rescue(id);
  if (!rescued?.ok) throw new Error('not rescued');
  expect(rescued.value.draft.review.answers.summary).toEqual({ value: 'All is well' });
  expect(readFileSync(rescued.value.aside, 'utf8')).toBe('{');
  expect(there.fresh().load(id)).toMatchObject({ ok: true });
});

test('going back where the draft was deleted keeps what its window typed as a snapshot', () => {
  const { there, id } = killed();
  rmSync(there.file(id));

  expect(there.fresh().goBack(id, 1)).toMatchObject({ ok: true });
  const known = given(there.fresh().snapshots(id)).all.map(({ number }) => number);
  expect(there.fresh().goBack(id, Math.max(...known))).toMatchObject({ ok: true });
  expect(given(there.fresh().load(id)).review.answers.summary).toEqual({ value: 'All is well' });
});

test('a file that may not be read is not taken for a damaged one', () => {
  const { there, id } = killed();
  asNobody(dirname(there.path), () => {
    chmodSync(there.file(id), 0);
    expect(there.fresh().load(id)).toMatchObject({
      ok: false,
      failures: [{ what: expect.stringContaining('permission denied') }],
    });
    expect(there.fresh().rescue(id)).toBeNull();
    chmodSync(there.file(id), 0o600);
  });
  expect(given(there.fresh().load(id)).review.answers.summary).toEqual({ value: 'All is well' });
});

test('a draft of a newer version is not taken for a damaged one', () => {
  const there = home();
  const id = lived(there);
  const text = readFileSync(there.file(id), 'utf8').replace(/"format": \d+/, '"format": 9');
  writeFileSync(there.file(id), text);
  expect(there.fresh().rescue(id)).toBeNull();
  expect(there.fresh().load(id)).toMatchObject({
    ok: false,
    failures: [{ what: expect.stringContaining('format 9') }],
  });
  expect(there.fresh().goBack(id, 1).ok).toBe(false);
  expect(readFileSync(there.file(id), 'utf8')).toBe(text);
});

test('going back to an earlier state, and back again, loses nothing', () => {
  const there = home();
  const id = lived(there);
  const store = there.fresh();
  const known = store.snapshots(id);
  if (!known.ok) throw new Error('no snapshots');
  expect(known.value.all.map(({ number }) => number)).toEqual([2, 1]);
  const summary = () => {
    const draft = there.fresh().load(id);
    return draft.ok ? draft.value.review.answers.summary : draft.failures;
  };
  expect(store.goBack(id, 2).ok).toBe(true);
  expect(summary()).toEqual({ value: 'second' });
  const someone = there.open(id);
  someone.type('second and more');
  someone.kill();
  expect(summary()).toEqual({ value: 'second and more' });
  expect(store.goBack(id, 3).ok).toBe(true);
  expect(summary()).toEqual({ value: 'fourth' });
  expect(store.goBack(id, 99)).toMatchObject({ ok: false, failures: [{ what: 'has no snapshot 99' }] });
});

test('five snapshots are kept, and a draft that was deleted by hand comes back from them', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  for (let n = 1; n <= 9; n += 1) {
    there.clock.now = new Date(there.clock.now.getTime() + 11 * 60_000);
    someone.type(`text ${n}`);
    someone.save();
  }
  someone.kill();
  const known = there.fresh().snapshots(id);
  expect(known.ok && known.value.all).toHaveLength(5);
  rmSync(there.file(id));
  expect(there.fresh().goBack(id, known.ok ? (known.value.all[0]?.number ?? 0) : 0).ok).toBe(true);
  expect(there.fresh().load(id)).toMatchObject({
    ok: true,
    value: { review: { answers: { summary: { value: 'text 9' } } } },
  });
});
