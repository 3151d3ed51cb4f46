import type { Context } from '../context.ts';
import { trashDays } from '../drafts/files/folder.ts';
import type { Listing } from '../drafts/store/listing.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import type { CommandResult } from './command-result.ts';
import { openDrafts, openDraftsToList } from './opening/open-store.ts';
import { draftTable, localSecond } from './printing/draft-table.ts';
import { maskedSummaries } from './printing/masked-summaries.ts';

interface ListOptions {
  json?: boolean;
}

/** `drafts [--json]` */
export async function list(context: Context, options: ListOptions): Promise<Result<CommandResult>> {
  const store = await openDraftsToList(context);
  return listed(store.list(), options, 'No drafts yet. Start one with "sanctum-review new"');
}

/** `drafts trash [--json]` */
export async function trash(context: Context, options: ListOptions): Promise<Result<CommandResult>> {
  const store = await openDraftsToList(context);
  await store.emptyTrash();
  return listed(store.trash(), options, 'The trash is empty');
}

/** `drafts rm DRAFT...` */
export async function remove(context: Context, refs: string[]): Promise<Result<CommandResult>> {
  const store = openDrafts(context);
  return each(refs, store.remove, (id) => {
    return `Draft ${id} is in the trash for ${trashDays} days; restore it with: sanctum-review drafts restore ${id}`;
  });
}

/** `drafts restore DRAFT...`, and `drafts restore DRAFT --snapshot N` */
export async function restore(
  context: Context,
  refs: string[],
  options: { snapshot?: string; generation?: string } = {},
): Promise<Result<CommandResult>> {
  const store = openDrafts(context);
  const snapshot = options.snapshot ?? options.generation;
  if (snapshot !== undefined) return goBack(store, refs, snapshot);
  return each(
    refs,
    store.restore,
    (id) => `Draft ${id} was restored; open it with: sanctum-review resume ${id}`,
  );
}

function goBack(store: DraftStore, refs: string[], snapshot: string): Result<CommandResult> {
  const [ref = '', ...others] = refs;
  const number = /^\d{1,9}$/.test(snapshot) ? Number(snapshot) : 0;
  if (others.length > 0 || number === 0) {
    const what =
      number === 0 ? `${JSON.stringify(snapshot)} is not the number of a snapshot` : 'takes one draft only';
    const remedy = 'name one draft and one number: see "sanctum-review drafts history DRAFT"';
    return failed({ where: '--snapshot', what, remedy });
  }
  const back = store.goBack(ref, number);
  if (!back.ok) return back;
  return done({
    notes: [
      `Draft ${back.value} is as it was in snapshot ${number}; what it was before is kept: sanctum-review drafts history ${back.value}`,
    ],
  });
}

/** `drafts history DRAFT [--json]` */
export async function history(
  context: Context,
  ref: string,
  options: ListOptions,
): Promise<Result<CommandResult>> {
  const store = await openDraftsToList(context);
  const known = store.snapshots(ref);
  if (!known.ok) return known;
  const { id, all: read, damaged: problems } = known.value;
  const summaries = await maskedSummaries(read.map(({ summary }) => summary));
  const all = read.map((one, index) => ({ ...one, summary: summaries[index] ?? one.summary }));
  if (options.json) {
    const rows = all.map(({ number, kept, summary }) => ({ snapshot: number, kept, ...summary }));
    return done({ out: `${JSON.stringify(rows, null, 2)}\n`, problems });
  }
  if (all.length === 0) return done({ notes: [`No earlier states of draft ${id} are kept yet`], problems });
  return done({
    out: draftTable(
      all.map(({ number, kept, summary }) => ({ ...summary, id: `${number}`, edited: kept })),
      localSecond,
    ),
    notes: [`Restore one of them with: sanctum-review drafts restore ${id} --snapshot N`],
    problems,
  });
}

async function listed(
  listing: Result<Listing>,
  options: ListOptions,
  none: string,
): Promise<Result<CommandResult>> {
  if (!listing.ok) return listing;
  const { drafts: all, damaged } = listing.value;
  const drafts = await maskedSummaries(all);
  if (options.json) return done({ out: `${JSON.stringify(drafts, null, 2)}\n`, problems: damaged });
  return done(
    drafts.length > 0 ? { out: draftTable(drafts), problems: damaged } : { notes: [none], problems: damaged },
  );
}

/** One that cannot be done does not keep the others from being done. */
function each(
  refs: string[],
  act: (ref: string) => Result<string>,
  said: (id: string) => string,
): Result<CommandResult> {
  const notes: string[] = [];
  const problems: Failure[] = [];
  for (const ref of refs) {
    const result = act(ref);
    if (result.ok) notes.push(said(result.value));
    else problems.push(...result.failures);
  }
  return done({ notes, problems, code: problems.length > 0 ? 2 : 0 });
}
