import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { answerOf } from '../../../src/drafts/store/summary-apart.ts';

const thread = (code: string) => answerOf(new Worker(code, { eval: true }));

test('a thread that ends without an answer is not waited for', async () => {
  await expect(thread('process.exit(13)')).rejects.toThrow('13');
  await expect(thread('throw new Error("no memory")')).rejects.toThrow('no memory');
  await expect(thread('require("node:worker_threads").parentPort.postMessage("read")')).resolves.toBe('read');
});
