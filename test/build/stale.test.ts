import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from '../../src/build/stale.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sanctum-stale-'));
  mkdirSync(join(root, 'src/a'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function file(name: string, at: number): string {
  writeFileSync(join(root, name), '');
  utimesSync(join(root, name), at, at);
  for (const folder of ['src/a', 'src']) utimesSync(join(root, folder), 100, 100);
  return join(root, name);
}

test('what was built is stale when a source is newer, or when it is not there', () => {
  const sources = [join(root, 'src'), join(root, 'package.json')];
  expect(isStale(join(root, 'bundle.js'), sources)).toBe(true);
  file('src/a/x.ts', 200);
  const bundle = file('bundle.js', 300);
  expect(isStale(bundle, sources)).toBe(false);
  file('src/a/x.ts', 400);
  expect(isStale(bundle, sources)).toBe(true);
});

test('a source that was taken away makes it stale too', () => {
  const bundle = file('bundle.js', 300);
  const gone = file('src/a/x.ts', 200);
  expect(isStale(bundle, [join(root, 'src')])).toBe(false);
  rmSync(gone);
  expect(isStale(bundle, [join(root, 'src')])).toBe(true);
});
