import { isUtf8 } from 'node:buffer';
import { lstatSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { largestDocument, namesIn, readBytes } from '../../files/read.ts';
import { makePrivateFolder, writeWhole } from '../../files/write.ts';
import { fileOf } from './folder.ts';

/** An earlier state of a draft, as a file of its own. */
export interface SnapshotFile {
  /** Counts up from 1, and is never given again. */
  number: number;
  path: string;
  /** When it was kept, in milliseconds. */
  at: number;
  /** In bytes. */
  size: number;
}

/** Snapshots that are kept of each draft. */
const kept = 5;

const fileName = /^(\d{1,9})\.json$/;

/** Where the snapshots of a draft are kept. */
export const snapshotsOf = (home: string, id: string) => join(home, 'snapshots', id);
/** Where versions before 0.2 kept them. */
const oldSnapshotsOf = (home: string, id: string) => join(home, 'generations', id);

/** The snapshots of a draft, the newest first. Throws when their folder cannot be read. */
export function snapshotFiles(home: string, id: string): SnapshotFile[] {
  return [snapshotsOf(home, id), oldSnapshotsOf(home, id)]
    .flatMap((folder) => namesIn(folder).map((name) => [folder, name] as const))
    .flatMap(([folder, name]) => {
      const number = Number(fileName.exec(name)?.[1] ?? 0);
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return number > 0 && stats?.isFile() ? [{ number, path, at: stats.mtimeMs, size: stats.size }] : [];
    })
    .sort((a, b) => b.number - a.number);
}

/**
 * Keeps the draft as its file has it now, unless the newest snapshot is the same; lets the oldest go. Throws the
 * file system's error. A copy and no link: whatever damages the one file leaves the other.
 */
export function keepSnapshot(home: string, id: string, now: Date): void {
  const bytes = readBytes(fileOf(home, 'drafts', id), largestDocument);
  if (bytes.ok && isUtf8(bytes.value) && !bytes.value.includes(0)) keepBytes(home, id, bytes.value, now);
}

/** Keeps a state of a draft that stands in none of its files. Throws the file system's error. */
export const keepText = (home: string, id: string, text: string, now: Date): void =>
  keepBytes(home, id, Buffer.from(text), now);

function keepBytes(home: string, id: string, bytes: Uint8Array, now: Date): void {
  const folder = snapshotsOf(home, id);
  makePrivateFolder(folder);
  const old = oldSnapshotsOf(home, id);
  for (const name of namesIn(old)) renameSync(join(old, name), join(folder, name));
  rmSync(old, { recursive: true, force: true });
  const [newest, ...older] = snapshotFiles(home, id);
  if (newest?.size === bytes.length) {
    const last = readBytes(newest.path, largestDocument);
    if (last.ok && Buffer.compare(last.value, bytes) === 0) return;
  }
  const number = (newest?.number ?? 0) + 1;
  const path = join(folder, `${number}.json`);
  writeWhole(path, bytes, { mode: 0o600, fresh: true });
  utimesSync(path, now, now);
  for (const one of older.slice(kept - 2)) rmSync(one.path, { force: true });
}

/** Removes all snapshots of a draft. */
export function removeSnapshots(home: string, id: string): void {
  for (const folder of [snapshotsOf(home, id), oldSnapshotsOf(home, id)])
    rmSync(folder, { recursive: true, force: true });
}
