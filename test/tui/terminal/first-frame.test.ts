import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Context } from '../../../src/context.ts';
import type { Draft } from '../../../src/drafts/format/draft.ts';
import { openLock } from '../../../src/drafts/lock/lock.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { openStore } from '../../../src/drafts/store/store.ts';
import { loadTemplate } from '../../../src/template-library/registry.ts';
import { paintFirstFrame } from '../../../src/tui/terminal/first-frame.ts';
import { Terminal } from '../terminal.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'first-frame-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A draft that is about to be opened on a terminal in memory; `drawn()` is all that was written to it. */
async function opening(env: Record<string, string> = {}, colours = true) {
  const template = await loadTemplate({ name: 'production-readiness' }, home);
  if (!template.ok) throw new Error('no template');
  const store = openStore({ home, now: () => new Date() });
  const draft: Draft = store.create(
    { name: 'production-readiness', version: '1' },
    { position: { page: 'summary-page', focus: 'summary', scroll: 0 } },
  );
  store.save(draft);
  const [stdin, stdout] = [new Terminal(), new Terminal()];
  let drawn = '';
  stdout.on('data', (data) => {
    drawn += data;
  });
  const out = Object.assign(stdout.asOutput, { hasColors: () => colours });
  const context = { env, stdin: stdin.asInput, stdout: out, now: () => new Date() } as unknown as Context;
  const paint = () => paintFirstFrame({ draft, template: template.value }, context, home);
  return { draft, stdin, paint, drawn: () => drawn };
}

test('the wizard is on a screen of its own, with the keyboard taken, and can be taken back', async () => {
  const { stdin, paint, drawn } = await opening();
  const first = paint();
  await vi.waitFor(() => expect(drawn()).toContain('Summary Statement'));
  expect(drawn().startsWith('\x1b[?1007s\x1b[?1007h\x1b[?1049h')).toBe(true);
  expect(stdin.raw).toBe(true);
  first?.takeBack();
  await vi.waitFor(() => expect(drawn()).toContain('\x1b[?1049l\x1b[?25h\x1b[?1007r'));
  expect(stdin.raw).toBe(false);
});

test('a signal that comes before the screens listen is theirs', async () => {
  const { paint } = await opening();
  const before = process.listenerCount('SIGTERM');
  const first = paint();
  // The signal itself would end the tests, too.
  process.listeners('SIGTERM').at(-1)?.('SIGTERM');
  const heard: string[] = [];
  first?.handOver((signal) => heard.push(signal));
  expect(heard).toEqual(['SIGTERM']);
  expect(process.listenerCount('SIGTERM')).toBe(before);
});

test.each([
  ['without colours', {}, false],
  ['for a screen reader', { INK_SCREEN_READER: 'true' }, true],
])('nothing is painted %s', async (_, env, colours) => {
  const { stdin, paint, drawn } = await opening(env, colours);
  expect(paint()).toBeNull();
  expect(drawn()).toBe('');
  expect(stdin.raw).toBe(false);
});

test('a draft that is open in another window is painted read-only, with the window that has it', async () => {
  const { draft, paint, drawn } = await opening();
  const lock = openLock(home, draft.id, thisWindow({ TMUX_PANE: '%7' }), { now: () => new Date() });
  expect(lock.take()).toBeNull();
  paint();
  await vi.waitFor(() => expect(drawn()).toContain('READ-ONLY'));
  lock.release();
});
