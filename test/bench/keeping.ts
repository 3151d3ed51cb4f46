import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Context } from '../../src/context.ts';
import { openStore } from '../../src/drafts/store/store.ts';
import { loadTemplate } from '../../src/template-library/registry.ts';
import { pressed } from '../../src/tui/wizard/keys/dispatch.ts';
import { goToField } from '../../src/tui/wizard/navigation/go-to.ts';
import { restore } from '../../src/tui/wizard/navigation/restore.ts';
import { openSaving } from '../../src/tui/wizard/session/saving/saving.ts';
import { settled } from '../../src/tui/wizard/session/settle.ts';
import { createStore } from '../../src/tui/wizard/state/store.ts';
import { writeDraft } from './drafts.ts';
import { median, quantile } from './measure.ts';

export interface Kept {
  /** Bytes of the draft's file. */
  size: number;
  /** What it costs to keep one key, in milliseconds of the main thread. */
  p50: number;
  p99: number;
  /** What it costs to save the whole of it, as happens when typing pauses. */
  save: number;
}

/** Types into a draft with so many issues, and saves it; without a screen. */
export async function keepKeys(home: string, issues: number, keys: number): Promise<Kept> {
  const id = writeDraft(home, `keeping${issues}`, issues);
  const drafts = openStore({ home, now: () => new Date() });
  const draft = drafts.load(id);
  const template = await loadTemplate({ name: 'production-readiness' }, home);
  if (!draft.ok || !template.ok) throw new Error('no draft');
  const start = goToField(restore(template.value, draft.value, Date.now()), { field: 'summary' });
  const store = createStore(start, () => {}, settled);
  const saving = openSaving(start, store, contextOf(), drafts);
  const times: number[] = [];
  for (let at = 0; at < keys; at += 1) {
    const letter = 'abcdefghij'.charAt(at % 10);
    const next = pressed(store.getState(), letter, letter, Date.now());
    const began = performance.now();
    store.dispatch(() => next);
    times.push(performance.now() - began);
    if (at % 20 === 0) await new Promise((settle) => setTimeout(settle, 1));
  }
  // The first save keeps a snapshot besides.
  saving.save();
  const saves = Array.from({ length: 5 }, () => {
    const began = performance.now();
    saving.save();
    return performance.now() - began;
  });
  saving.end();
  // The first ones are slow in any program.
  const warm = times.slice(Math.min(50, keys / 4));
  const { size } = statSync(join(home, 'drafts', `${id}.json`));
  return { size, p50: median(warm), p99: quantile(warm, 0.99), save: median(saves) };
}

/** The floor: a line put at the end of a file that is open. */
export function appendLines(home: string, lines: number): { p50: number; p99: number } {
  const handle = openSync(join(home, 'lines'), 'a');
  const line = `${'x'.repeat(250)}\n`;
  const times = Array.from({ length: lines }, () => {
    const began = performance.now();
    writeSync(handle, line);
    return performance.now() - began;
  });
  closeSync(handle);
  return { p50: median(times), p99: quantile(times, 0.99) };
}

function contextOf(): Context {
  const stream = () => new PassThrough() as never;
  return {
    args: [],
    env: {},
    cwd: process.cwd(),
    now: () => new Date(),
    stdin: stream(),
    stdout: stream(),
    stderr: stream(),
  };
}
