import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openJournal } from '../../../src/drafts/journal/journal-file.ts';
import { type Entry, lineAfter, type Mark, readJournal } from '../../../src/drafts/journal/journal-lines.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { emptyReview, type Review } from '../../../src/review/review.ts';
import { action } from '../../review/arbitrary.ts';
import { isLong, runs } from '../../runs.ts';
import { given } from '../given.ts';
import { home } from '../kept.ts';

const summary = (review: Review) => review.answers.summary;
const loaded = (there: ReturnType<typeof home>, id: string) => {
  const draft = there.fresh().load(id);
  if (!draft.ok) throw new Error(JSON.stringify(draft.failures));
  return draft.value;
};

test('what was done is there after the program was killed, before it was ever saved', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('A');
  someone.type('All is well');
  someone.at({ page: 'summary', scroll: 3, focus: 'summary', caret: 4 });
  someone.kill();

  const draft = loaded(there, id);

  expect(summary(draft.review)).toEqual({ value: 'All is well' });
  expect(draft.position).toEqual({ page: 'summary', scroll: 3, focus: 'summary', caret: 4 });
});

test('any session that is killed and opened again is as if it had gone on, undo and redo included', () => {
  const move = fc.oneof(
    { weight: 6, arbitrary: action },
    { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constantFrom('save' as const, 'kill' as const, 'later' as const) },
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
      const there = home();
      const { id } = there.draft();
      const uncut = there.open(there.draft().id);
      let someone = there.open(id);
      for (const one of moves) {
        if (one === 'later') there.clock.now = new Date(there.clock.now.getTime() + 11 * 60_000);
        else if (one === 'save') someone.save();
        else if (one === 'kill') {
          someone.kill();
          someone = there.open(id);
        } else if (one === 'undo' || one === 'redo') {
          someone[one]();
          uncut[one]();
        } else {
          someone.do(one);
          uncut.do(one);
        }
        expect(someone.review()).toEqual(uncut.review());
        expect(loaded(there, id).review).toEqual(uncut.review());
      }
    }),
    { numRuns: runs(10) },
  );
});

test('a journal that is cut anywhere gives all of its whole lines', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  const texts = ['a', 'añ', 'añ😀', 'añ😀\n', `añ😀\n${'b'.repeat(80)}`, `añ😀\n${'b'.repeat(81)}`];
  const ends = texts.map((text) => {
    someone.type(text);
    return statSync(there.windows(id)[0] ?? '').size;
  });
  someone.kill();
  const [journal = ''] = there.windows(id);
  const whole = readFileSync(journal);
  // In a usual run where lines begin and end, and here and there in their midst.
  const near = (size: number) => [0, ...ends].some((end) => Math.abs(end - size) <= 2);
  for (let size = 0; size <= whole.length; size += 1) {
    if (!(isLong || near(size) || size % 16 === 0)) continue;
    writeFileSync(journal, whole.subarray(0, size));
    const last = ends.findLastIndex((end) => end <= size);
    expect(summary(loaded(there, id).review)).toEqual(last === -1 ? undefined : { value: texts[last] });
  }
});

test('after a torn line one can go on, and be killed again', () => {
  const there = home();
  const { id } = there.draft();
  const first = there.open(id);
  first.type('one');
  first.type('one two');
  first.kill();
  const [journal = ''] = there.windows(id);
  truncateSync(journal, statSync(journal).size - 5);
  const second = there.open(id);
  second.type('one 2');
  second.type('one 2 three');
  second.kill();
  expect(there.fresh().unread(id)).toBeNull();
  expect(summary(loaded(there, id).review)).toEqual({ value: 'one 2 three' });
});

test('lines of another draft, or that do not follow, are not taken, and told', () => {
  const there = home();
  const [one, other] = [there.draft(), there.draft()];
  for (const { id } of [one, other]) {
    const someone = there.open(id);
    someone.type(`of ${id}`);
    someone.type(`of ${id}, more`);
    someone.kill();
  }
  const [from = '', to = ''] = [other, one].flatMap(({ id }) => there.windows(id));
  const before = readFileSync(to, 'utf8');
  appendFileSync(to, `${readFileSync(from, 'utf8').split('\n')[2]}\n`);
  expect(summary(loaded(there, one.id).review)).toEqual({ value: `of ${one.id}, more` });
  expect(there.fresh().unread(one.id)).toContain('a line of');
  const someone = there.open(one.id);
  someone.type('after');
  someone.kill();
  expect(summary(loaded(there, one.id).review)).toEqual({ value: 'after' });
  expect(readFileSync(to, 'utf8')).toContain(before);
});

test('an older copy of the draft that is put back is kept, and so is what a killed window typed', () => {
  const there = home();
  const { id } = there.draft();
  const first = there.open(id);
  first.type('first');
  first.leave();
  const copy = readFileSync(there.file(id));
  const someone = there.open(id);
  someone.type('last');
  someone.kill();
  writeFileSync(there.file(id), copy);
  expect(summary(loaded(there, id).review)).toEqual({ value: 'last' });
});

test('a kill between the save and the new journal loses and repeats nothing', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('something');
  someone.save();
  someone.do({ do: 'add-issue', issue: { id: 'x1', severity: 'high', answers: {} } });
  const [journal = ''] = there.windows(id);
  const before = readFileSync(journal);
  there.clock.now = new Date(there.clock.now.getTime() + 11 * 60_000);
  someone.save();
  expect(readFileSync(journal).length).toBeLessThan(before.length);
  someone.kill();
  writeFileSync(journal, before);
  expect(loaded(there, id).review.issues).toHaveLength(1);
  const again = there.open(id);
  again.type('more');
  again.kill();
  expect(loaded(there, id).review).toMatchObject({
    issues: [{ id: 'x1' }],
    answers: { summary: { value: 'more' } },
  });
});

test('a key in a text of megabytes makes a short line', () => {
  const there = home();
  const long = 'All is well. '.repeat(100_000);
  const { id } = there.draft({ review: { ...emptyReview, answers: { summary: { value: long } } } });
  const someone = there.open(id);
  const at = 600_000;
  someone.type(`${long.slice(0, at)}x${long.slice(at)}`);
  const [journal = ''] = there.windows(id);
  const before = statSync(journal).size;
  someone.type(`${long.slice(0, at)}xy${long.slice(at)}`);
  expect(statSync(journal).size - before).toBeLessThan(250);
  someone.kill();
  expect(summary(loaded(there, id).review)).toEqual({ value: `${long.slice(0, at)}xy${long.slice(at)}` });
});

test('looking at a draft makes no files, editing makes private ones', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.kill();
  expect(existsSync(join(there.path, 'journals'))).toBe(false);
  someone.type('x');
  for (const file of [...there.windows(id), ...there.windows(id, 'json')])
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect((statSync(join(there.path, 'journals', id)).mode & 0o777).toString(8)).toBe('700');
});

test('a window that is left without another one beside it leaves nothing but the draft', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('x');
  someone.leave();
  expect(existsSync(join(there.path, 'journals'))).toBe(false);
  expect(summary(loaded(there, id).review)).toEqual({ value: 'x' });
});

test('a symbolic link in the place of the journals is not followed', () => {
  const there = home();
  const { id } = there.draft();
  const target = join(there.path, 'elsewhere');
  mkdirSync(join(there.path, 'journals', id), { recursive: true });
  writeFileSync(target, 'mine');
  symlinkSync(target, join(there.path, 'journals', id, 'abcdefgh.journal'));
  symlinkSync(target, join(there.path, 'journals', id, 'abcdefgh.json'));
  const someone = there.open(id);
  expect(someone.type('x')?.ok).toBe(true);
  expect(someone.save().ok).toBe(true);
  someone.kill();
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(summary(loaded(there, id).review)).toEqual({ value: 'x' });
});

test('what is in journals goes to the trash and back with its draft', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('unsaved');
  someone.kill();
  there.fresh().remove(id);
  expect(given(there.fresh().trash()).drafts).toHaveLength(1);
  there.fresh().restore(id);
  expect(summary(loaded(there, id).review)).toEqual({ value: 'unsaved' });
});

test('a clock that is set back and forward does not change the order of lines, saves and snapshots', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  const hour = 60 * 60_000;
  const steps = [1, -5, 2, -1, 30 * 24, -60 * 24, 3];
  for (const [n, hours] of steps.entries()) {
    there.clock.now = new Date(there.clock.now.getTime() + hours * hour);
    someone.type(`text ${n}`);
    someone.save();
    someone.type(`text ${n}, more`);
    expect(summary(loaded(there, id).review)).toEqual({ value: `text ${n}, more` });
  }
  someone.kill();
  const known = there.fresh().snapshots(id);
  if (!known.ok) throw new Error('no snapshots');
  expect(known.value.damaged).toEqual([]);
  const numbers = known.value.all.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(numbers.length).toBe(5);
  const again = there.open(id);
  again.undo();
  again.kill();
  expect(there.fresh().unread(id)).toBeNull();
});

test('every line that cannot be written says why, and the first that can is the next', () => {
  const there = home();
  const { id } = there.draft();
  const folder = join(there.path, 'journals');
  const path = join(folder, 'a.journal');
  const of = { window: thisWindow({}), turn: 1, journals: {} };
  const journal = openJournal(path, id, { sequence: 0, check: '' }, of);
  const append = () => journal.append({ at: '2026-02-13T10:00:00Z', worked: 1 });
  expect(append).toThrow('ENOENT');
  expect(append).toThrow('ENOENT');
  mkdirSync(folder);
  append();
  append();
  expect(readJournal(id, readFileSync(path))?.lines).toHaveLength(2);
});

test('a journal that does not say who wrote last, as an earlier program began it, goes on from the draft', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('one');
  someone.leave();
  const { journal: mark, turn = 0 } = loaded(there, id);
  const folder = join(there.path, 'journals', id);
  mkdirSync(folder, { recursive: true });
  const of = { window: thisWindow({}), turn: turn + 1, journals: {} };
  const journal = openJournal(join(folder, 'abcdefgh.journal'), id, mark as Mark, of);
  journal.append({ at: '2026-02-13T10:00:00Z', worked: 99 });
  journal.close();
  expect(loaded(there, id).worked).toBe(99);
  expect(there.fresh().unread(id)).toBeNull();
});

test('a folder that is taken away under an open draft is made again, and the journal in it', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('one');
  expect(someone.save().ok).toBe(true);
  rmSync(join(there.path, 'drafts'), { recursive: true });
  someone.type('one two');
  expect(someone.save().ok).toBe(true);
  someone.type('one two three');
  someone.kill();
  expect(there.fresh().load(id)).toMatchObject({
    value: { review: { answers: { summary: { value: 'one two three' } } } },
  });
});

test('a home that is taken away is not made again: its disk may be another one now', () => {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('one');
  expect(someone.save().ok).toBe(true);
  renameSync(there.path, `${there.path}-away`);
  someone.type('one two');
  expect(someone.save()).toMatchObject({
    failures: [{ what: expect.stringContaining('is gone'), remedy: 'mount its disk, or make it again' }],
  });
  expect(existsSync(there.path)).toBe(false);
  renameSync(`${there.path}-away`, there.path);
  expect(someone.save().ok).toBe(true);
  someone.kill();
  expect(there.fresh().load(id)).toMatchObject({
    value: { review: { answers: { summary: { value: 'one two' } } } },
  });
});

test.each([
  ['an action', { did: 'record', action: { do: 'paint', colour: 'red' } }],
  ['a change', { did: 'merge', actions: [] }],
])(
  '%s of a later program, which this one does not know, takes nothing away that came before it',
  (_, change) => {
    const there = home();
    const { id } = there.draft();
    const someone = there.open(id);
    someone.type('one');
    someone.save();
    someone.type('one two');
    someone.kill();
    const [path = ''] = there.windows(id);
    const last = readJournal(id, readFileSync(path))?.lines.at(-1)?.mark;
    if (!last) throw new Error('no line');
    const entry = { at: '2026-02-13T10:00:00.000Z', worked: 1, changes: [change] } as unknown as Entry;
    appendFileSync(path, lineAfter(id, last, entry).line);
    expect(summary(loaded(there, id).review)).toEqual({ value: 'one two' });
    expect(there.fresh().unread(id)).toContain('a line of');
    const again = there.open(id);
    again.type('one two three');
    again.save();
    expect(there.fresh().unread(id)).toBeNull();
    expect(
      there
        .windows(id)
        .map((file) => readFileSync(file, 'utf8'))
        .join(),
    ).toContain(JSON.stringify(change));
    again.kill();
    expect(summary(loaded(there, id).review)).toEqual({ value: 'one two three' });
  },
);
