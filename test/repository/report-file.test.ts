import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { difference } from '../../src/repository/difference.ts';
import { writeReport } from '../../src/repository/report-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanctum-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fresh = { overwrite: false };
const replacing = { overwrite: true };
const whatOf = (path: string, options = replacing) => {
  const result = writeReport(path, 'new\n', options);
  return result.ok ? '' : (result.failures[0]?.what ?? '');
};

test('a report is written whole, with the folders that it needs, and nothing is left beside it', () => {
  const path = join(folder, 'docs/reports/r.md');
  expect(writeReport(path, 'text\n', fresh)).toEqual({ ok: true, value: { written: true } });
  expect(readFileSync(path, 'utf8')).toBe('text\n');
  expect(readdirSync(join(folder, 'docs/reports'))).toEqual(['r.md']);
});

test('a report is replaced as it was seen, and not when it says something else by now', () => {
  const path = join(folder, 'r.md');
  writeFileSync(path, 'theirs\n');
  expect(writeReport(path, 'new\n', { overwrite: 'old\n' })).toEqual({
    ok: true,
    value: { exists: 'theirs\n' },
  });
  expect(readFileSync(path, 'utf8')).toBe('theirs\n');
  expect(writeReport(path, 'new\n', { overwrite: 'theirs\n' })).toEqual({
    ok: true,
    value: { written: true },
  });
});

test.each(['x'.repeat(252), '漢'.repeat(84), '👩'.repeat(63)])('a name of 252 bytes: %s', (name) => {
  const path = join(folder, `${name}.md`);
  expect(writeReport(path, 'text\n', fresh)).toEqual({ ok: true, value: { written: true } });
  expect(readdirSync(folder)).toEqual([`${name}.md`]);
});

test('a report that is there is given back, and replaced only when asked to', () => {
  const path = join(folder, 'r.md');
  writeFileSync(path, 'old\n');
  chmodSync(path, 0o600);
  expect(writeReport(path, 'new\n', fresh)).toEqual({ ok: true, value: { exists: 'old\n' } });
  expect(readFileSync(path, 'utf8')).toBe('old\n');
  expect(writeReport(path, 'new\n', replacing)).toEqual({ ok: true, value: { written: true } });
  expect(readFileSync(path, 'utf8')).toBe('new\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['r.md']);
});

test('a symbolic link is refused, wherever it leads', () => {
  writeFileSync(join(folder, 'target'), 'old');
  symlinkSync(join(folder, 'target'), join(folder, 'link.md'));
  symlinkSync(join(folder, 'nothing'), join(folder, 'dangling.md'));
  for (const name of ['link.md', 'dangling.md']) {
    for (const options of [fresh, replacing]) {
      expect(whatOf(join(folder, name), options)).toContain('is a symbolic link');
    }
  }
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('old');
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});

test('what cannot be written to is one problem', () => {
  mkdirSync(join(folder, 'r.md'));
  expect(whatOf(join(folder, 'r.md'))).toBe('is a folder');
  expect(whatOf('/dev/null')).toBe('is not a file');
  writeFileSync(join(folder, 'file'), '');
  expect(whatOf(join(folder, 'file/r.md'))).toContain('goes through a file');
  expect(whatOf(join(folder, `${'x'.repeat(300)}.md`))).toContain('too long');
  expect(whatOf('/proc/nothing/r.md')).toContain('cannot be written');
  expect(readdirSync(folder).toSorted()).toEqual(['file', 'r.md']);
});

test('a binary file is never shown as a difference', () => {
  const path = join(folder, 'r.md');
  writeFileSync(path, new Uint8Array([1, 0, 2]));
  expect(whatOf(path, fresh)).toBe('is a binary file');
});

test('a difference leads from the old text to the new one', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', '', '- x'), { maxLength: 12 });
  const joined = lines.map((all) => all.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(joined, joined, (before, after) => {
      const said = difference(before, after).filter((line) => !line.startsWith('@@'));
      const side = (sign: string) => said.filter((line) => line.startsWith(sign)).length;
      const count = (text: string) => text.split('\n').length;
      expect(side('+') - side('-')).toBe(count(after) - count(before));
      expect(said.length === 0).toBe(before === after);
    }),
  );
  expect(difference('a\nb\nc\n', 'a\nB\nc\n')).toEqual(['@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c']);
});

test('a folder of the repository that is a link out of it is not followed, others are', () => {
  const repository = join(folder, 'app');
  const elsewhere = join(folder, 'elsewhere');
  for (const one of [repository, elsewhere, join(repository, 'real')]) mkdirSync(one);
  symlinkSync(elsewhere, join(repository, 'docs'));
  symlinkSync(join(repository, 'real'), join(repository, 'inside'));
  symlinkSync(repository, join(folder, 'link'));
  const write = (path: string, within = repository) => writeReport(path, 'x', { overwrite: false, within });
  for (const path of ['docs/x.md', 'docs/reports/2026/x.md']) {
    expect(write(join(repository, path))).toMatchObject({
      failures: [{ what: expect.stringContaining('leads out of') }],
    });
  }
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(write(join(repository, 'inside/x.md')).ok).toBe(true);
  expect(write(join(repository, 'new/reports/x.md')).ok).toBe(true);
  expect(write(join(elsewhere, 'named.md')).ok).toBe(true);
  expect(write(join(folder, 'link/new/y.md'), join(folder, 'link')).ok).toBe(true);
});
