import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packed, unpacked } from '../../src/template-library/cache.ts';
import { loadTemplate, openTemplate } from '../../src/template-library/registry.ts';
import { readTemplate } from '../../src/template-library/source.ts';
import { compiled } from '../template/bundled.ts';

const source = '::template{name=mine}\n\n# Mine\n\n**Name:** :text[Who]{#who}\n';
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sanctum-templates-'));
  writeFileSync(join(home, 'mine.md'), source);
});
afterEach(() => rmSync(home, { recursive: true }));

const kept = (ext: string) => {
  const name = readdirSync(join(home, 'templates')).find((file) => file.endsWith(ext)) ?? '';
  return join(home, 'templates', name);
};
async function keep(): Promise<string> {
  const opened = await openTemplate('mine.md', home, home);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failures));
  return opened.value.hash ?? '';
}

test('a file is kept for nobody else to read, and found again when it is gone', async () => {
  const hash = await keep();
  rmSync(join(home, 'mine.md'));
  expect(await loadTemplate({ name: 'mine', hash }, home)).toEqual({ ok: true, value: compiled(source) });
  expect(statSync(join(home, 'templates')).mode & 0o777).toBe(0o700);
  for (const ext of ['.md', '.json']) expect(statSync(kept(ext)).mode & 0o777).toBe(0o600);
});

test.each([
  ['of another structure', () => '{"format":1}'],
  ['that is empty', () => ''],
  ['of another version', (text: string) => text.replace(/"program":"[^"]*"/, '"program":"0.0.1"')],
  ['that is cut off', (text: string) => text.slice(0, -20)],
  ['that was changed', (text: string) => text.replaceAll('Who', 'You')],
])('a compiled copy %s is made again', async (_, change) => {
  const hash = await keep();
  const good = readFileSync(kept('.json'), 'utf8');
  writeFileSync(kept('.json'), change(good));
  expect(await loadTemplate({ name: 'mine', hash }, home)).toEqual({ ok: true, value: compiled(source) });
  expect(readFileSync(kept('.json'), 'utf8')).toBe(good);
});

test('a kept copy that was changed is refused until the original is named again', async () => {
  const hash = await keep();
  writeFileSync(kept('.md'), source.replace('Who', 'You'));
  const refused = await loadTemplate({ name: 'mine', hash }, home);
  expect(refused).toMatchObject({
    ok: false,
    failures: [{ where: 'template "mine"', what: expect.stringContaining('has been changed') }],
  });
  expect(await keep()).toBe(hash);
  expect(await loadTemplate({ name: 'mine', hash }, home)).toMatchObject({ ok: true });
});

test('a kept copy that is gone is named', async () => {
  const hash = await keep();
  rmSync(kept('.md'));
  expect(await loadTemplate({ name: 'mine', hash }, home)).toMatchObject({
    failures: [{ what: expect.stringContaining('does not exist') }],
  });
  for (const wrong of ['../../etc/passwd', '', 'ABC'])
    expect(await loadTemplate({ name: 'mine', hash: wrong }, home)).toMatchObject({ ok: false });
});

test('where nothing can be kept, it says so', async () => {
  writeFileSync(join(home, 'templates'), '');
  const opened = await openTemplate('mine.md', home, home);
  expect(opened).toMatchObject({ failures: [{ what: expect.stringContaining('cannot be kept') }] });
});

test('a file that is no template for its size or kind is not read', () => {
  writeFileSync(join(home, 'large.md'), 'a'.repeat(1024 * 1024 + 1));
  const said = (file: string) => readTemplate(file, 'it');
  expect(said(join(home, 'large.md'))).toMatchObject({
    failures: [{ where: 'it', what: expect.stringContaining('1 MiB is the most') }],
  });
  expect(said('/dev/zero')).toMatchObject({ failures: [{ what: 'is a device, not a file' }] });
  expect(said(home)).toMatchObject({ failures: [{ what: 'is a folder' }] });
  expect(said(join(home, 'none.md'))).toMatchObject({
    failures: [{ what: expect.stringContaining('neither') }],
  });
});

test('a compiled template is taken only from the source that it was made from', () => {
  const template = compiled(source);
  const text = packed(template, source);
  expect(unpacked(text, source)).toEqual(template);
  expect(unpacked(text, `${source}\n`)).toBeNull();
});
