import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manPage } from '../../src/build/man-page.ts';
import { compiled } from '../compiled.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanctum-package-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const npm = (...args: string[]): string =>
  execFileSync('npm', args, { env: { ...process.env, ...compiled }, encoding: 'utf8' });

test('the package is installed without a network, and is the program with all that belongs to it', () => {
  const prefix = join(folder, 'there');
  const how = ['--global', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', prefix];
  // Packed first, as for the registry.
  npm('install', ...how, '--install-links', '.');
  const names = globSync('**', { cwd: join(prefix, 'lib/node_modules/sanctum-review') });
  const belonging = ['README.md', 'LICENSE', 'dist/licences.txt', 'dist/templates/production-readiness.md'];
  belonging.push('dist/chunks/summary-worker.js');
  expect(names).toEqual(expect.arrayContaining(belonging));
  expect(names.filter((name) => /^test|\.tsx?$/.test(name))).toEqual([]);
  const version = execFileSync(join(prefix, 'bin/sanctum-review'), ['--version'], { encoding: 'utf8' });
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(existsSync(join(prefix, 'share/man/man1/sanctum-review.1'))).toBe(true);
});

test('what was built imports nothing but itself and Node', () => {
  const imported = globSync('dist/chunks/*.js').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:^|;)import(?:[\w*{}$,\s]+from)?"([^"]+)"/gm)].map(
      ([, name]) => name,
    ),
  );
  const outside = imported.filter((name) => !name?.startsWith('.') && !name?.startsWith('node:'));
  expect(outside.filter((name) => !builtinModules.includes(name ?? ''))).toEqual([]);
});

test('the manual has every command, and no line of it is a command to man by accident', () => {
  const page = manPage();
  for (const name of ['new', 'demo', 'drafts restore', 'template check', 'completion'])
    expect(page).toContain(`.SS ${name}`);
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.filter((line) => !/^\.(?:TH|SH|SS|TP|B)\b/.test(line))).toEqual([]);
});
