import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settleUnfinished } from '../../../src/drafts/open-draft/unfinished.ts';
import { settleEditorFiles } from '../../../src/tui/wizard/session/editor/editor-files.ts';
import { given } from '../given.ts';
import { home } from '../kept.ts';

const ended = spawnSync('true').pid ?? 0;

/** What a process that has ended was writing, of a draft that somebody edited. */
function left(pid = ended) {
  const there = home();
  const { id } = there.draft();
  const someone = there.open(id);
  someone.type('All is well');
  someone.leave();
  const draft = given(there.fresh().load(id));
  const put = (name: string, content: string, folder = 'drafts') => {
    const path = join(there.path, folder, `.${name}.${pid === 0 ? '' : `${pid}-`}0123456789ab.tmp`);
    mkdirSync(join(there.path, folder), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return { there, id, draft, put, settle: () => settleUnfinished(there.fresh(), new Date(), id) };
}

test('copies of what a draft holds, and torn files, are removed', () => {
  const { there, id, draft, put, settle } = left();
  const { journal: _, turn: __, ...older } = draft;
  const paths = [
    put(`${id}.json`, JSON.stringify(draft)),
    put(`${id}.json.template-0`, JSON.stringify(older)),
    put(`${id}.json`.padEnd(30, 'x'), '{"format": 3, "id":'),
    put(`${id}.lock`, ''),
    put('abcdefgh.json', JSON.stringify(draft), `journals/${id}`),
    put('7.json', JSON.stringify(draft), `snapshots/${id}`),
    put('0123456789abcdef.md', '# A template', 'templates'),
  ];
  expect(settle()).toEqual([]);
  expect(paths.filter(existsSync)).toEqual([]);
  expect(given(there.fresh().list()).drafts).toHaveLength(1);
});

test('a whole draft that no draft holds is kept as one', () => {
  const { there, id, draft, put, settle } = left();
  const answers = { ...draft.review.answers, summary: { value: 'All is well, and more' } };
  const ahead = { ...draft, review: { ...draft.review, answers }, turn: (draft.turn ?? 0) + 1 };
  const path = put(`${id}.json`, JSON.stringify(ahead));
  const lost = put('otherone.json', JSON.stringify({ ...draft, id: 'otherone' }));
  const made = settle();
  expect(made).toHaveLength(2);
  expect(made).toContain('otherone');
  const [copy = ''] = made.filter((one) => one !== 'otherone');
  expect(given(there.fresh().load(copy)).review.answers.summary).toEqual({ value: 'All is well, and more' });
  expect([path, lost].filter(existsSync)).toEqual([]);
  expect(settle()).toEqual([]);
});

test('what a process that is running writes is left alone, unless it was left for long', () => {
  const { put, settle } = left(process.pid);
  const path = put('abcdef1.json', 'x');
  settle();
  expect(existsSync(path)).toBe(true);
  const then = new Date(Date.now() - 2 * 60 * 60_000);
  utimesSync(path, then, then);
  settle();
  expect(existsSync(path)).toBe(false);
});

test('what an older version was writing goes after a minute', () => {
  const { put, settle } = left(0);
  const path = put('abcdef1.json.template-0', 'x');
  settle();
  expect(existsSync(path)).toBe(true);
  const then = new Date(Date.now() - 2 * 60_000);
  utimesSync(path, then, then);
  settle();
  expect(existsSync(path)).toBe(false);
});

test('the private file of an editor goes, and what it had saved is moved into the home', () => {
  const there = home();
  const temporary = join(there.path, 'tmp');
  const folder = (name: string, files: Record<string, string>) => {
    mkdirSync(join(temporary, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(temporary, name, file), text);
  };
  folder(`sanctum-review-${ended}-same`, { 'field.md': 'one\n', given: 'one\n' });
  folder(`sanctum-review-${ended}-more`, { 'field.go': 'one\ntwo\n', given: 'one\n', editor: `${ended}` });
  folder(`sanctum-review-${ended}-open`, { 'field.md': 'x\n', given: 'one\n', editor: `${process.pid}` });
  folder(`sanctum-review-${process.pid}-ours`, { 'field.md': 'x\n', given: 'one\n' });
  const kept = settleEditorFiles(there.path, temporary);
  expect(kept.map((path) => readFileSync(path, 'utf8'))).toEqual(['one\ntwo\n']);
  expect(kept[0]).toMatch(/recovered\/\d+-field\.go$/);
  expect(readdirSync(temporary).toSorted()).toEqual(
    [`sanctum-review-${process.pid}-ours`, `sanctum-review-${ended}-open`].toSorted(),
  );
});
