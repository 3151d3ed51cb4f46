import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../src/report/writer/render.ts';
import { firstDay, template } from '../compare/two.ts';
import { program } from './program.ts';

let it: ReturnType<typeof program>;
let id: string;

beforeAll(async () => {
  it = program();
  writeFileSync(join(it.root, 'first.md'), render(template, firstDay()));
  writeFileSync(join(it.root, 'notes.txt'), '');
  mkdirSync(join(it.root, 'docs/reports'), { recursive: true });
  writeFileSync(join(it.root, 'docs/reports/second.md'), '');
  id = (await it.run(['read', 'first.md', '--save'])).out.trim();
});
afterAll(() => it.remove());

/** What is offered for the last of these words. */
async function offered(...words: string[]): Promise<string[]> {
  const { out } = await it.run(['complete', '--', ...words]);
  return out
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(':'))
    .map((line) => line.split('\t')[0] ?? '');
}

describe('completion offers', () => {
  test.each<[what: string, words: string[], expected: string[]]>([
    ['commands', ['re'], ['resume', 'render', 'read']],
    ['commands of a command', ['drafts', 're'], ['restore']],
    ['options', ['render', 'abc', '--f'], ['--force']],
    ['the values of an option', ['check', 'x.md', '--require', ''], ['go', 'conditional-go']],
    ['templates', ['new', '--template', 'p'], ['production-readiness']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['commands to help with', ['help', 'dr'], ['drafts']],
    ['commands of a command to help with', ['help', 'template', 's'], ['show']],
    ['reports', ['open', 'f'], ['first.md']],
    ['reports in folders', ['open', 'docs/reports/'], ['docs/reports/second.md']],
    ['folders on the way to them', ['open', 'd'], ['docs/']],
  ])('%s', async (_, words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  test('drafts by their ids, and reports beside them', async () => {
    expect(await offered('resume', '')).toEqual([id]);
    expect(await offered('render', id.slice(0, 2))).toEqual([id]);
    expect(await offered('check', '')).toEqual([id, 'docs/', 'first.md', 'home/']);
    expect(await offered('diff', 'first.md', id.slice(0, 2))).toEqual([id]);
    expect(await offered('new', '--from', id.slice(0, 2))).toEqual([id]);
    await it.run(['drafts', 'rm', id]);
    expect(await offered('resume', '')).toEqual([]);
    expect(await offered('drafts', 'restore', '')).toEqual([id]);
    await it.run(['drafts', 'restore', id]);
  });
});

test.each(['bash', 'zsh', 'fish'])('there is a script for %s', async (shell) => {
  const { out, code } = await it.run(['completion', shell]);
  expect(code).toBe(0);
  expect(out).toContain('sanctum-review complete --');
});

test('in bash, the script offers what the program does, and evaluates nothing that was typed', async () => {
  const { out } = await it.run(['completion', 'bash']);
  const bin = join(it.root, 'bin');
  mkdirSync(bin);
  const run = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/sanctum-review.js')}' "$@"\n`;
  writeFileSync(join(bin, 'sanctum-review'), run, { mode: 0o755 });
  const inBash = (...words: string[]) => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const ask = `${out}\nCOMP_WORDS=(sanctum-review ${typed}); COMP_CWORD=${words.length}; _sanctum_review; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', ask], {
      cwd: it.root,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, SANCTUM_REVIEW_HOME: it.home },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };
  expect(inBash('re')).toEqual(['resume', 'render', 'read']);
  expect(inBash('check', '--require', '=', 'g')).toEqual(['go']);
  writeFileSync(join(it.root, '$(touch sprung).md'), '');
  expect(inBash('open', '$')).toEqual(['$(touch sprung).md']);
  inBash('open', '$(touch sprung).md', '');
  expect(existsSync(join(it.root, 'sprung'))).toBe(false);
});
