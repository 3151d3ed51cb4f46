import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { asLeft } from '../files/as-left.ts';
import { fileOf, idsOn, type Shelf, unreadable } from '../files/folder.ts';
import { draftStamp, statsInReach } from '../files/stamp.ts';
import type { Draft } from '../format/draft.ts';
import type { DraftState } from './read-draft.ts';
import { type DraftSummary, summarySchema } from './summary.ts';

export interface Listing {
  /** The last edited first. */
  drafts: DraftSummary[];
  /** Drafts that were not read, as they are large. */
  unread: UnreadDraft[];
  /** Drafts that cannot be read; their files are left as they are. */
  damaged: Failure[];
}

/** A draft of which only the file is known. */
export interface UnreadDraft {
  id: string;
  shelf: Shelf;
  /** Bytes of its file. */
  size: number;
  /** When its file was written, ISO 8601. */
  written: string;
}

/** How the drafts on a shelf are read to be listed. */
export interface Reader {
  /** How a draft was when it was left, when nothing was written of it since; else null. */
  leftAs: LeftReader;
  read(shelf: Shelf, id: string): Result<DraftState>;
  /** How it stands in the list, by its template where that is loaded. */
  summary(id: string, shelf: Shelf): Result<DraftSummary>;
  /** What was read of it by a thread of its own, while its files are as they were then. */
  readApart(id: string, shelf: Shelf): Result<DraftSummary> | null;
}

/**
 * The drafts on a shelf. One that is as it was left is not read.
 * @param most bytes of a draft that is read at once
 */
export function listing(home: string, shelf: Shelf, reader: Reader, most: number): Result<Listing> {
  const unread: UnreadDraft[] = [];
  const summary = (id: string): Result<DraftSummary> | null => {
    const left = reader.leftAs(shelf, id);
    if (left) return done(left);
    const file = larger(home, shelf, id, most);
    if (file) {
      const apart = reader.readApart(id, shelf);
      if (!apart) unread.push(file);
      return apart;
    }
    return reader.summary(id, shelf);
  };
  try {
    const all = idsOn(home, shelf).flatMap((id) => summary(id) ?? []);
    const drafts = all.flatMap((one) => (one.ok ? one.value : []));
    drafts.sort((a, b) => b.edited.localeCompare(a.edited) || a.id.localeCompare(b.id));
    return done({ drafts, unread, damaged: all.flatMap((one) => (one.ok ? [] : one.failures.slice(0, 1))) });
  } catch (error) {
    return failed(unreadable(join(home, shelf), error));
  }
}

/**
 * The templates of the drafts that are read to be listed.
 * @param most bytes of a draft that is read at once
 */
export function templatesToList(home: string, { leftAs, read }: Reader, most: number): Draft['template'][] {
  const shelves = ['drafts', 'trash'] as const;
  const templates = shelves.flatMap((shelf) =>
    ids(home, shelf).flatMap((id) => {
      if (leftAs(shelf, id) || larger(home, shelf, id, most)) return [];
      const state = read(shelf, id);
      return state.ok ? [state.value.draft.template] : [];
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

/** What is known of a draft's file where it is larger than that; else null. Reading says why one is out of reach. */
function larger(home: string, shelf: Shelf, id: string, most: number): UnreadDraft | null {
  const stats = statsInReach(fileOf(home, shelf, id));
  return stats && stats.size > most
    ? { id, shelf, size: Number(stats.size), written: stats.mtime.toISOString() }
    : null;
}

/** None where the folder cannot be read: the listing says so. */
function ids(home: string, shelf: Shelf): string[] {
  try {
    return idsOn(home, shelf);
  } catch {
    return [];
  }
}
