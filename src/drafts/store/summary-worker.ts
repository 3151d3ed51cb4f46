import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from './store.ts';
import type { Asked } from './summary-apart.ts';

/* The thread of `summary-apart.ts`. */

const { home, shelf, id } = workerData as Asked;
const store = openStore({ home, now: () => new Date() });
parentPort?.postMessage(await store.summary(id, shelf));
