import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/drafts/format/draft.ts';
import { atVersion } from '../../../src/drafts/format/migrate.ts';
import { draftFormat } from '../../../src/drafts/format/schema.ts';
import { historyOf } from '../../../src/drafts/journal/replay.ts';
import { openLock } from '../../../src/drafts/lock/lock.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { keepMigrated } from '../../../src/drafts/store/keep-migrated.ts';
import { redo, undo } from '../../../src/review/history/history.ts';
import type { Template } from '../../../src/template/template.ts';
import { bundled } from '../../template/bundled.ts';
import { emptied, given } from '../given.ts';
import { home } from '../kept.ts';

/*
 * A draft of every format that was ever written, with its journal, as the program of that time wrote them. Never
 * changed: these are the drafts that reviewers have.
 */
const formats = join(import.meta.dirname, 'formats');

/** A home with the draft of a format. */
function kept(format: number) {
  const there = home();
  const text = readFileSync(join(formats, `${format}.json`), 'utf8');
  const { id } = JSON.parse(text) as Draft;
  mkdirSync(join(there.path, 'drafts'), { recursive: true });
  copyFileSync(join(formats, `${format}.json`), there.file(id));
  // Formats 1 and 2 had one journal for all windows.
  const journal =
    format < 3 ? there.file(id, 'journal') : join(there.path, 'journals', id, 'kquietmb.journal');
  mkdirSync(dirname(journal), { recursive: true });
  copyFileSync(join(formats, `${format}.journal`), journal);
  if (format >= 3) copyFileSync(there.file(id), journal.replace(/journal$/, 'json'));
  const bytes = () => [readFileSync(there.file(id)), readFileSync(journal)];
  return { there, id, bytes };
}

function loaded({ there, id }: ReturnType<typeof kept>): Draft {
  const draft = there.fresh().load(id);
  if (!draft.ok) throw new Error(JSON.stringify(draft.failures));
  return draft.value;
}

test('there is one of every format', () => {
  const all = Array.from({ length: draftFormat }, (_, n) => [`${n + 1}.journal`, `${n + 1}.json`]).flat();
  expect(readdirSync(formats).toSorted()).toEqual(all.toSorted());
});

test.each(Array.from({ length: draftFormat }, (_, n) => n + 1))(
  'a draft of format %i is there to the last key, with its steps to and fro, and goes on',
  (format) => {
    const one = kept(format);
    const before = one.bytes();
    const draft = loaded(one);
    expect(draft.review).toMatchObject({
      answers: { summary: { value: 'Not yet ready 🦊' }, 'next-review': { notApplicable: 'no date yet' } },
      issues: [{ severity: 'critical' }, { severity: 'high' }, { severity: 'medium' }, { severity: 'low' }],
      items: { strengths: [{ answers: { detail: { value: 'Many' } } }] },
      notes: { 'summary-page': 'A line that fits no field' },
    });
    expect(draft.position).toMatchObject({ page: 'summary-page', focus: 'summary', caret: 3 });
    expect(draft.worked).toBe(70);
    const back = undo(historyOf(draft)).history;
    expect(back.present.answers.summary).toEqual({ value: 'Not yet ready' });
    expect(redo(historyOf(draft)).history.present.issues.map((issue) => issue.severity)).toEqual([
      'critical',
      'high',
      'high',
      'low',
    ]);
    expect(one.bytes()).toEqual(before);
    const someone = one.there.open(one.id);
    someone.type('goes on');
    someone.save();
    someone.type('goes on and on');
    someone.kill();
    expect(loaded(one).review.answers.summary).toEqual({ value: 'goes on and on' });
    expect(one.there.fresh().unread(one.id)).toBeNull();
  },
);

test('the second format has links, reasons of errors, and what it follows', () => {
  const draft = loaded(kept(2));
  expect(draft.review.items.immediate?.[0]?.issues).toEqual([draft.review.issues[0]?.id]);
  expect(draft.review.overrides).toMatchObject([{ check: 'risk-too-low', reason: 'mended tomorrow' }]);
  expect(draft.previous).toMatchObject({
    issues: [{ name: 'HIGH-1' }],
    answers: { memory: { value: '120' } },
  });
});

test('the file of an older format is kept beside the draft that is written in the one at hand', async () => {
  const one = kept(1);
  const text = readFileSync(one.there.file(one.id), 'utf8');
  const aside = `${one.there.file(one.id)}.format-1`;
  const someone = one.there.open(one.id);
  someone.type('goes on');
  expect(existsSync(aside)).toBe(false);
  someone.save();
  expect(readFileSync(aside, 'utf8')).toBe(text);
  expect(statSync(aside).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(one.there.file(one.id), 'utf8'))).toMatchObject({ format: draftFormat });
  expect(given(one.there.fresh().list())).toMatchObject({ drafts: [{ id: one.id }], damaged: [] });
  // What was deleted is gone for good with all that was kept of it.
  const store = one.there.fresh();
  someone.kill();
  const journal = `${one.there.file(one.id, 'journal')}.1.aside`;
  writeFileSync(journal, 'no journal');
  // What an older version left that was killed.
  const old = ['holder', 'next.tmp-12'].map((ending) => one.there.file(one.id, ending));
  for (const path of old) writeFileSync(path, '');
  expect(store.remove(one.id).ok).toBe(true);
  one.there.clock.now = new Date('2027-02-13T10:00:00Z');
  expect(given(await emptied(one.there.fresh())).drafts).toHaveLength(1);
  one.there.clock.now = new Date('2027-02-14T10:00:00Z');
  expect(given(await emptied(one.there.fresh())).drafts).toEqual([]);
  expect(existsSync(aside)).toBe(false);
  expect([journal, ...old].filter(existsSync)).toEqual([]);
});

test('a draft of a newer format is refused by everything, and keeps its bytes', () => {
  const one = kept(draftFormat);
  const text = readFileSync(one.there.file(one.id), 'utf8');
  writeFileSync(one.there.file(one.id), text.replace(/"format": \d+/, `"format": ${draftFormat + 1}`));
  const before = one.bytes();
  const store = one.there.fresh();
  expect(store.load(one.id)).toMatchObject({
    failures: [{ remedy: expect.stringContaining('the file was left as it') }],
  });
  expect(given(store.list()).damaged).toHaveLength(1);
  expect(store.save(JSON.parse(text) as Draft).ok).toBe(false);
  expect(store.rescue(one.id)).toBeNull();
  expect(store.goBack(one.id, 1).ok).toBe(false);
  expect(one.bytes()).toEqual(before);
});

/** The bundled template as a later version of it may be: without a field and a list, and another of another kind. */
function later(): Template {
  const template = bundled();
  const { reviewer: _, ...fields } = template.fields;
  const { strengths: __, ...lists } = template.lists;
  const text = template.fields.summary;
  if (!text) throw new Error('no summary');
  return { ...template, version: '2', fields: { ...fields, references: text }, lists };
}

test('a draft of an older version of its template is brought to this one, and kept as it was', () => {
  const one = kept(1);
  const old = loaded(one);
  const now = atVersion(old, later());
  if (!now.ok) throw new Error('not migrated');
  expect(now.value.before).toEqual(old);
  expect(now.value.draft.template.version).toBe('2');
  expect(now.value.draft.review.answers).not.toHaveProperty('reviewer');
  expect(now.value.draft.review.answers.summary).toEqual({ value: 'Not yet ready 🦊' });
  expect(now.value.draft.review.items).not.toHaveProperty('strengths');
  const note = now.value.draft.review.notes.details;
  for (const words of ['reviewer: Ada Park', 'references: One; Two', 'strengths 1, detail: Many']) {
    expect(note).toContain(words);
  }

  const migrated = keepMigrated(one.there.fresh(), now.value);
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.failures));
  const aside = `${one.there.file(one.id)}.template-1`;
  expect(migrated.value.notice).toContain(aside);
  expect(JSON.parse(readFileSync(aside, 'utf8'))).toEqual(old);
  expect(loaded(one)).toMatchObject({ template: { version: '2' }, review: { notes: { details: note } } });
  const someone = one.there.open(one.id);
  someone.type('goes on');
  someone.kill();
  expect(loaded(one).review.answers.summary).toEqual({ value: 'goes on' });
  expect(one.there.fresh().unread(one.id)).toBeNull();
  expect(given(one.there.fresh().list()).drafts).toHaveLength(1);
});

test('all that was said of what has no field any more is in the notes', () => {
  const items = [
    { text: 'Tests pass', done: true },
    { text: 'Load test', done: false, notApplicable: 'no load yet' },
  ];
  const { reviewer: _, ...fields } = bundled().fields;
  const old = loaded(kept(1));
  const answers = {
    ...old.review.answers,
    reviewer: { value: items },
    gone: { value: { text: 'a()', language: 'go' } },
  };
  const now = atVersion(
    { ...old, review: { ...old.review, answers } },
    { ...bundled(), version: '2', fields },
  );
  const note = now.ok ? now.value.draft.review.notes.details : '';
  for (const words of ['[x] Tests pass', '[ ] Load test (N/A: no load yet)', 'gone: a()'])
    expect(note).toContain(words);
});

test('a draft that is brought to a version once more is kept beside what was kept before', () => {
  const one = kept(1);
  const aside = `${one.there.file(one.id)}.template-1`;
  const old = loaded(one);
  const migrated = (draft: Draft) => {
    const now = atVersion(draft, later());
    return now.ok && keepMigrated(one.there.fresh(), now.value);
  };
  migrated(old);
  const first = readFileSync(aside, 'utf8');
  migrated({ ...old, edited: '2026-01-01T00:00:00.000Z' });
  expect(readFileSync(aside, 'utf8')).toBe(first);
  expect(readFileSync(`${aside}-2`, 'utf8')).toContain('2026-01-01T00:00:00.000Z');
  migrated(old);
  expect(existsSync(`${aside}-3`)).toBe(false);
});

test('one that another has open is not brought to it meanwhile', () => {
  const one = kept(1);
  const now = atVersion(loaded(one), later());
  if (!now.ok) throw new Error('not migrated');
  const other = openLock(one.there.path, one.id, thisWindow({}), { now: () => new Date() });
  expect(other.take()).toBeNull();
  const before = one.bytes();
  expect(keepMigrated(one.there.fresh(), now.value)).toMatchObject({
    failures: [{ what: expect.stringContaining('is open in') }],
  });
  expect(one.bytes()).toEqual(before);
  other.release();
});

test('a draft of a newer version of its template is refused, and says which', () => {
  const one = kept(1);
  const template = { ...bundled(), version: '0.9' };
  expect(atVersion(loaded(one), template)).toMatchObject({
    failures: [
      {
        what: expect.stringContaining('version 1 of the template'),
        remedy: expect.stringContaining('version 1'),
      },
    ],
  });
  expect(existsSync(`${one.there.file(one.id)}.template-1`)).toBe(false);
});

test.each([
  ['1', '2', true],
  ['1', '1.1', true],
  ['1.9', '1.10', true],
  ['draft', '1', true],
  ['2', '1.9', false],
])('from version %s to %s: %s', (from, to, up) => {
  const draft = { ...loaded(kept(1)), template: { name: 'production-readiness', version: from } };
  expect(atVersion(draft, { ...bundled(), version: to }).ok).toBe(up);
});
