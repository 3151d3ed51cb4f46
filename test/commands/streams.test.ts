import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { program } from './program.ts';

const it = program();
afterAll(() => it.remove());
const bundle = resolve('dist/sanctum-review.js');

test('a reader that goes away early is no reason to complain', async () => {
  const child = spawn(process.execPath, [bundle, 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  expect({ said, code }).toEqual({ said: '', code: 0 });
});

test('a full disk behind standard output is told', () => {
  const full = openSync('/dev/full', 'w');
  const { stderr, status } = spawnSync(process.execPath, [bundle, 'schema'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr).toContain('standard output: could not be written');
});
