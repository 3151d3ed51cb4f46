import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../failure.ts';
import { fileOf, type Shelf } from '../files/folder.ts';
import { fileStamp } from '../files/stamp.ts';
import type { DraftSummary } from './summary.ts';

/** Which draft is read. */
export interface Asked {
  home: string;
  shelf: Shelf;
  id: string;
}

/**
 * What threads of their own read of drafts; known until a draft's file is replaced. What another window notes of it
 * meanwhile is no reason to read all of it again: the window saves it soon.
 * @param here reads one in this thread, where there can be no other
 */
export function apartReader(home: string, here: (id: string, shelf: Shelf) => Promise<Result<DraftSummary>>) {
  const known = new Map<string, { stamp: string; summary: Result<DraftSummary> }>();
  return {
    async read(id: string, shelf: Shelf): Promise<void> {
      const stamp = fileStamp(fileOf(home, shelf, id));
      const summary = await summaryApart({ home, shelf, id }).catch(() => here(id, shelf));
      known.set(`${shelf}/${id}`, { stamp, summary });
    },
    known(id: string, shelf: Shelf): Result<DraftSummary> | null {
      const one = known.get(`${shelf}/${id}`);
      return one?.stamp === fileStamp(fileOf(home, shelf, id)) ? one.summary : null;
    },
  };
}

/**
 * How a draft stands in a list, read in a thread of its own: to parse a large one takes a second, and keys go on
 * meanwhile. Rejects when there can be no such thread.
 */
async function summaryApart(asked: Asked): Promise<Result<DraftSummary>> {
  // Built, it is a chunk beside this one (build/bundle.ts).
  const file = new URL(`summary-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: asked });
  // It does not keep a program that is left.
  worker.unref();
  return answerOf(worker);
}

/** The first message of a thread. Rejects when the thread fails, or ends without one. */
export const answerOf = <Answer>(worker: Worker): Promise<Answer> =>
  new Promise((settle, reject) => {
    worker.once('message', settle);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with code ${code} and no answer.`)));
  });
