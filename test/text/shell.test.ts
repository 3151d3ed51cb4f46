import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellLine } from '../../src/text/shell.ts';
import { runs } from '../runs.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    "'",
    "it's",
    '$(touch x)',
    '`id`',
    '-rf',
    '; rm -rf ~',
    '!!',
    '~',
    '*',
    '\\',
    '"',
    '漢字 🙂',
    ' ',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
);

test('a shell takes each word as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (words) => {
      const line = shellLine(words);
      if (line === null) return;
      const said = execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
      expect(said.split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: runs(30, 100) },
  );
});

test.each(['a\nb', 'a\tb', 'a\x1b[2Jb', 'a\u202eb', 'a\x00b', ''])(
  'no line is made of %j, which nobody can read',
  (word) => {
    expect(shellLine(['git', word])).toBeNull();
  },
);

test('plain words stay plain', () => {
  expect(shellLine(['git', 'add', '--', 'docs/reports/2026-11-27.md', 'a b'])).toBe(
    "git add -- docs/reports/2026-11-27.md 'a b'",
  );
});
