import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import type { Template } from '../../template/template.ts';
import { asLeft } from '../files/as-left.ts';
import { idsOn, type Shelf, unreadable } from '../files/folder.ts';
import { draftStamp } from '../files/stamp.ts';
import type { Draft } from '../format/draft.ts';
import type { DraftState } from './read-draft.ts';
import { type DraftSummary, summaryOf, summarySchema } from './summary.ts';

export interface Listing {
  /** The last edited first. */
  drafts: DraftSummary[];
  /** Drafts that cannot be read; their files are left as they are. */
  damaged: Failure[];
}

/**
 * The drafts on a shelf. One that is as it was left is not read.
 * @param leftAs how a draft was when it was left, when nothing was written of it since; else null
 */
export function listing(
  home: string,
  shelf: Shelf,
  leftAs: LeftReader,
  look: (id: string, shelf: Shelf) => Result<DraftState>,
  templateOf: (template: Draft['template']) => Template | undefined,
): Result<Listing> {
  const summary = (id: string): Result<DraftSummary> => {
    const left = leftAs(shelf, id);
    if (left) return done(left);
    const state = look(id, shelf);
    return state.ok ? done(summaryOf(state.value.draft, templateOf(state.value.draft.template))) : state;
  };
  try {
    const all = idsOn(home, shelf).map(summary);
    const drafts = all.flatMap((one) => (one.ok ? one.value : []));
    drafts.sort((a, b) => b.edited.localeCompare(a.edited) || a.id.localeCompare(b.id));
    return done({ drafts, damaged: all.flatMap((one) => (one.ok ? [] : one.failures.slice(0, 1))) });
  } catch (error) {
    return failed(unreadable(join(home, shelf), error));
  }
}

/** The templates of the drafts that are read to be listed. */
export function templatesToList(
  home: string,
  leftAs: LeftReader,
  read: (shelf: Shelf, id: string) => Result<DraftState>,
): Draft['template'][] {
  const shelves = ['drafts', 'trash'] as const;
  const templates = shelves.flatMap((shelf) =>
    ids(home, shelf).flatMap((id) => {
      const state = leftAs(shelf, id) ? null : read(shelf, id);
      return state?.ok ? [state.value.draft.template] : [];
    }),
  );
  return [...new Map(templates.map((template) => [template.hash ?? template.name, template])).values()];
}

type LeftReader = (shelf: Shelf, id: string) => DraftSummary | null;

/** Tells how drafts were when they were left. The note of one of which nothing was written since is read once. */
export function leftReader(home: string): LeftReader {
  const known = new Map<string, { stamp: string; summary: DraftSummary }>();
  return (shelf, id) => {
    const stamp = shelf === 'drafts' ? stampOf(home, id) : null;
    if (stamp === null) return null;
    const hit = known.get(id);
    if (hit?.stamp === stamp) return hit.summary;
    const left = summarySchema.safeParse(asLeft(home, id, stamp)?.summary);
    if (!left.success) return null;
    known.set(id, { stamp, summary: left.data });
    return left.data;
  };
}

/** Null where the draft's folder cannot be read. */
function stampOf(home: string, id: string): string | null {
  try {
    return draftStamp(home, 'drafts', id);
  } catch {
    return null;
  }
}

/** None where the folder cannot be read: the listing says so. */
function ids(home: string, shelf: Shelf): string[] {
  try {
    return idsOn(home, shelf);
  } catch {
    return [];
  }
}
