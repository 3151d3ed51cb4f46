import type { Listing, UnreadDraft } from '../../drafts/store/listing.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import type { DraftSummary } from '../../drafts/store/summary.ts';

/** A draft in the list of the home screen. */
export type HomeDraft = DraftSummary & {
  /** Of one that was not read yet: bytes of its file, and nothing else is known. */
  unread?: number;
};

/** The drafts of a listing, the last edited first; those that were not read by when their files were written. */
export const homeDrafts = ({ drafts, unread }: Listing): HomeDraft[] =>
  [...drafts, ...unread.map(onlyFile)].sort(
    (one, other) => other.edited.localeCompare(one.edited) || one.id.localeCompare(other.id),
  );

const onlyFile = ({ id, size, written }: UnreadDraft): HomeDraft => ({
  id,
  title: id,
  version: '',
  reviewer: '',
  progress: 0,
  counts: { critical: 0, high: 0, medium: 0, low: 0 },
  edited: written,
  made: written,
  verdict: '',
  unread: size,
});

/**
 * Reads the drafts that no list waits for, one after the other, and tells of each when it has been read.
 * @param ready when to begin: after the first frame
 */
export function largeReader(drafts: DraftStore, ready: Promise<unknown>, tell: () => void) {
  const asked = new Set<string>();
  let last = ready;
  return (unread: readonly UnreadDraft[]): void => {
    for (const { id, shelf, size, written } of unread) {
      const file = `${shelf}/${id} ${size} ${written}`;
      if (asked.has(file)) continue;
      asked.add(file);
      last = last
        .then(() => drafts.readApart(id, shelf))
        .then(tell)
        .catch(() => {
          // Its folder may be out of reach: the next list says so.
        });
    }
  };
}
