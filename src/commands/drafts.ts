import type { Context } from '../context.ts';
import { trashDays } from '../drafts/folder.ts';
import type { Listing } from '../drafts/store.ts';
import { done, type Problem, type Result } from '../problem.ts';
import { draftTable } from './draft-table.ts';
import { openDrafts } from './drafts-at-hand.ts';
import type { Outcome } from './outcome.ts';

interface ListOptions {
  json?: boolean;
}

/** `drafts [--json]` */
export async function list(context: Context, options: ListOptions): Promise<Result<Outcome>> {
  const store = await openDrafts(context);
  return done(listed(store.list(), options, 'No drafts yet: begin one with "sanctum-review new"'));
}

/** `drafts trash [--json]` */
export async function trash(context: Context, options: ListOptions): Promise<Result<Outcome>> {
  const store = await openDrafts(context);
  return done(listed(store.trash(), options, 'The trash is empty'));
}

/** `drafts rm DRAFT...` */
export async function remove(context: Context, refs: string[]): Promise<Result<Outcome>> {
  const store = await openDrafts(context);
  return each(refs, store.remove, (id) => {
    return `Draft ${id} is in the trash for ${trashDays} days; back with: sanctum-review drafts restore ${id}`;
  });
}

/** `drafts restore DRAFT...` */
export async function restore(context: Context, refs: string[]): Promise<Result<Outcome>> {
  const store = await openDrafts(context);
  return each(refs, store.restore, (id) => `Draft ${id} is back; open it with: sanctum-review resume ${id}`);
}

function listed({ drafts, damaged }: Listing, options: ListOptions, none: string): Outcome {
  if (options.json) return { out: `${JSON.stringify(drafts, null, 2)}\n`, problems: damaged };
  return drafts.length > 0
    ? { out: draftTable(drafts), problems: damaged }
    : { notes: [none], problems: damaged };
}

/** One that cannot be done does not keep the others from being done. */
function each(
  refs: string[],
  act: (ref: string) => Result<string>,
  said: (id: string) => string,
): Result<Outcome> {
  const notes: string[] = [];
  const problems: Problem[] = [];
  for (const ref of refs) {
    const result = act(ref);
    if (result.ok) notes.push(said(result.value));
    else problems.push(...result.problems);
  }
  return done({ notes, problems, code: problems.length > 0 ? 2 : 0 });
}
