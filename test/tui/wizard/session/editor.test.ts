import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { edited, words } from '../../../../src/tui/wizard/session/editor/run-editor.ts';
import { hours } from '../../../../src/tui/wizard/state/suggestions.ts';

const folder = mkdtempSync(join(tmpdir(), 'editor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An "editor" that is a Node script, given the file as its last argument. */
function script(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, source);
  return `"${process.execPath}" '${file}'`;
}

describe('the reviewer’s editor', () => {
  it('splits a command into words, quotes holding them together, without a shell', () => {
    expect(words(`code --wait`)).toEqual(['code', '--wait']);
    expect(words(`"/opt/my editor/ed" -c 'set tw=72' $HOME;x`)).toEqual([
      '/opt/my editor/ed',
      '-c',
      'set tw=72',
      '$HOME;x',
    ]);
  });

  it('gets the text in a private file and gives back what it saved', async () => {
    const log = join(folder, 'log');
    const editor = script(
      'good.mjs',
      `import { readFileSync, statSync, writeFileSync } from 'node:fs';
       const file = process.argv.at(-1);
       writeFileSync(${JSON.stringify(log)}, JSON.stringify({ file, mode: statSync(file).mode & 0o777 }));
       writeFileSync(file, readFileSync(file, 'utf8').toUpperCase());`,
    );
    const result = await edited('one\n\ttwo', '.go', { VISUAL: editor });
    expect(result).toEqual({ ok: true, value: 'ONE\n\tTWO' });
    const { file, mode } = JSON.parse(readFileSync(log, 'utf8'));
    expect(mode).toBe(0o600);
    expect(file).toMatch(/\.go$/);
    expect(() => readFileSync(file)).toThrow();
  });

  it.each([
    ['does not exist', () => '/no/such/editor'],
    ['fails', () => script('bad.mjs', 'process.exit(3)')],
  ])('that %s is said, and the text stays', async (_, command) => {
    const result = await edited('kept', '.md', { EDITOR: command() });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.problems[0]?.what).toContain('the field is unchanged');
  });
});

it('says the time spent in half hours', () => {
  expect(hours(0)).toBe('0.5 hours');
  expect(hours(3600)).toBe('1 hour');
  expect(hours(12_700)).toBe('3.5 hours');
});
