import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { homeFolder } from '../../drafts/files/home.ts';

/** Smaller files are done before anybody would look. */
const large = 512 * 1024;

/**
 * Runs a command; on a terminal, it says from the first second on what it does and for how long, where one of the files
 * or drafts is large. Another thread says so, because reading and checking leave this one no time.
 */
export async function withProgress<T>(
  { stderr, cwd, env }: Context,
  refs: string[],
  doing: string,
  run: () => Promise<T>,
): Promise<T> {
  const isShown = stderr.isTTY && env.TERM !== 'dumb';
  if (!isShown || !refs.some((ref) => sizeOf(ref, cwd, env) > large)) return run();
  const { Worker } = await import('node:worker_threads');
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(saying, { eval: true, workerData: { doing, ended } });
  worker.unref();
  worker.on('error', () => {});
  try {
    return await run();
  } finally {
    Atomics.store(ended, 0, 1);
    stderr.write(cleared);
    await worker.terminate();
  }
}

/** The row is empty again, with the cursor at its beginning. */
const cleared = '\r\u001b[K';

const saying = `
const { workerData: { doing, ended } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const began = Date.now();
setInterval(() => {
  if (Atomics.load(ended, 0) === 0)
    writeSync(2, '\\r\\u001b[K' + doing + ': ' + Math.round((Date.now() - began) / 1000) + ' s');
}, 1000);
`;

/** The size of a file, or of the draft with that id; 0 for what has none. */
function sizeOf(ref: string, cwd: string, env: Context['env']): number {
  const draft = join(homeFolder(env), 'drafts', `${ref}.json`);
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  try {
    return Math.max(size(resolve(cwd, ref)), /^[a-z0-9]+$/.test(ref) ? size(draft) : 0);
  } catch {
    return 0;
  }
}
