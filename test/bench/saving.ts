import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { thisWindow } from '../../src/drafts/lock/window.ts';
import { openWriter } from '../../src/drafts/open-draft/writer.ts';
import { openStore } from '../../src/drafts/store/store.ts';
import { writeDraft } from './drafts.ts';
import { quantile } from './measure.ts';

const times = 500;

/** Milliseconds of the main thread for each of many calls, all but the slowest hundredth. */
function p99(call: (at: number) => void): number {
  const each = Array.from({ length: times }, (_, at) => {
    const start = performance.now();
    call(at);
    return performance.now() - start;
  });
  return quantile(each, 0.99);
}

/** What is kept of a key before it is shown, in a draft of 3 MB. */
export function keystrokes(home: string): number {
  const store = openStore({ home, now: () => new Date() });
  const draft = store.look(writeDraft(home, 'issues4000', 4000));
  if (!draft.ok) throw new Error(draft.failures[0]?.what);
  const writer = openWriter(store, draft.value, thisWindow({}), () => new Date());
  const { position } = draft.value.draft;
  const spent = p99((at) => writer.note([], { ...position, caret: at }, at));
  writer.close();
  return spent;
}

/** As many bytes, written to an open file. */
export function floorOfSaving(home: string): number {
  const handle = openSync(join(home, 'floor'), 'a');
  const line = `${'x'.repeat(200)}\n`;
  const spent = p99(() => writeSync(handle, line));
  closeSync(handle);
  return spent;
}
