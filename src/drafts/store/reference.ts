import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { idsOn, type Shelf, unreadable } from '../files/folder.ts';
import { snapshotFiles, snapshotsOf } from '../files/snapshots.ts';

/** What could be an id or the beginning of one; anything else could lead out of the drafts' folder. */
export const looksLikeId = (ref: string) => /^[a-z0-9]{1,64}$/.test(ref);

/** The one draft on a shelf that is meant by an id or the beginning of one. */
export function resolveId(home: string, shelf: Shelf, ref: string): Result<string> {
  try {
    return resolved(home, shelf, ref);
  } catch (error) {
    return failed(unreadable(join(home, shelf), error));
  }
}

function resolved(home: string, shelf: Shelf, ref: string): Result<string> {
  const where = `draft ${JSON.stringify(ref)}`;
  if (!looksLikeId(ref)) {
    const remedy = 'ids are small letters and digits: see "sanctum-review drafts"';
    return failed({ where, what: 'is not the id of a draft', remedy });
  }
  const ids = idsOn(home, shelf);
  if (ids.includes(ref)) return done(ref);
  const meant = ids.filter((id) => id.startsWith(ref));
  if (meant[0] !== undefined && meant.length === 1) return done(meant[0]);
  return failed(meant.length === 0 ? unknown(home, shelf, ref, where) : ambiguous(where, meant));
}

/** The one draft that is meant, also when only earlier states of it are there. */
export function resolveKept(home: string, ref: string): Result<string> {
  try {
    const isLost =
      looksLikeId(ref) && !idsOn(home, 'trash').includes(ref) && snapshotFiles(home, ref).length > 0;
    return isLost ? done(ref) : resolveId(home, 'drafts', ref);
  } catch (error) {
    return failed(unreadable(snapshotsOf(home, ref), error));
  }
}

function unknown(home: string, shelf: Shelf, ref: string, where: string): Failure {
  const other = idsOn(home, shelf === 'drafts' ? 'trash' : 'drafts').find((id) => id.startsWith(ref));
  if (other && shelf === 'drafts') {
    return { where, what: 'is in the trash', remedy: `get it back: sanctum-review drafts restore ${other}` };
  }
  if (other) return { where, what: 'is not in the trash', remedy: `open it: sanctum-review resume ${other}` };
  const list = shelf === 'drafts' ? 'sanctum-review drafts' : 'sanctum-review drafts trash';
  return { where, what: 'does not exist', remedy: `see what there is: ${list}` };
}

function ambiguous(where: string, meant: string[]): Failure {
  const some = meant.toSorted().slice(0, 5).join(', ');
  const what = `could be ${meant.length} drafts: ${some}${meant.length > 5 ? ', …' : ''}`;
  return { where, what, remedy: 'give more of the id' };
}
