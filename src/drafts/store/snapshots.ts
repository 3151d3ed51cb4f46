import { lstatSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files/read.ts';
import { makePrivateFolder, writeWhole } from '../../files/write.ts';
import { fileOf, generationsOf } from './folder.ts';

/** An earlier state of a draft, as a file of its own. */
export interface GenerationFile {
  /** Counts up from 1, and is never given again. */
  number: number;
  path: string;
  /** When it was kept, in milliseconds. */
  at: number;
}

/** Generations that are kept of each draft. */
const kept = 5;

const fileName = /^(\d{1,9})\.json$/;

/** The generations of a draft, the newest first. */
export function generationFiles(home: string, id: string): GenerationFile[] {
  const folder = generationsOf(home, id);
  return namesIn(folder)
    .flatMap((name) => {
      const number = Number(fileName.exec(name)?.[1] ?? 0);
      const path = join(folder, name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return number > 0 && stats?.isFile() ? [{ number, path, at: stats.mtimeMs }] : [];
    })
    .sort((a, b) => b.number - a.number);
}

/**
 * Keeps the draft as its file has it now, unless the newest generation is the same; lets the oldest go. Throws the
 * file system's error. A copy and no link: whatever damages the one file leaves the other.
 */
export function keepGeneration(home: string, id: string, now: Date): void {
  const text = readText(fileOf(home, 'drafts', id));
  if (!text.ok) return;
  const [newest, ...older] = generationFiles(home, id);
  if (newest) {
    const last = readText(newest.path);
    if (last.ok && last.value === text.value) return;
  }
  const folder = generationsOf(home, id);
  makePrivateFolder(folder);
  const number = (newest?.number ?? 0) + 1;
  const path = join(folder, `${number}.json`);
  writeWhole(path, text.value, { mode: 0o600, fresh: true });
  utimesSync(path, now, now);
  for (const old of older.slice(kept - 2)) rmSync(old.path, { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
