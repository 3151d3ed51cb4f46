import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findScans } from '../../src/findings/importing/find-scans.ts';
import { samples } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanctum-scans-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

test('files that look like scans are found by what they begin with, wherever they are', async () => {
  const gosec = JSON.stringify(samples.gosec?.content);
  put('gosec.json', gosec);
  put('ci/deep/scan.json', Buffer.from(`\ufeff${gosec}`, 'utf16le'));
  put('cover.out', 'mode: set\n');
  put('package.json', '{"name":"x"}');
  put('gosec.md', gosec);
  put('empty.json', '');
  put('node_modules/x/gosec.json', gosec);
  put('.cache/gosec.json', gosec);
  symlinkSync(join(folder, 'gosec.json'), join(folder, 'link.json'));
  const found = await findScans(folder);
  expect(found.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
    { path: 'ci/deep/scan.json', format: 'gosec' },
    { path: 'cover.out', format: 'go-cover-profile' },
    { path: 'gosec.json', format: 'gosec' },
  ]);
});

test.each(Object.entries(samples))('%s looks like a scan', async (_, { content }) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  put('one.json', text);
  expect((await findScans(folder)).map(({ path }) => path)).toContain('one.json');
});
