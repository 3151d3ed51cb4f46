import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { largestFile } from '../../files/read.ts';
import { besideOf, syncFolder, writeWhole } from '../../files/write.ts';
import type { Draft } from '../format/draft.ts';
import { draftsOf, fileOf } from './folder.ts';

/** What a window writes a draft through: a file of its own, which nobody else touches. */
export interface Through {
  file: string;
  /** Asked when that file is written: whether the draft's own file may be replaced by it. */
  mayPublish(): boolean;
}

/**
 * Puts a draft in its file, whole or not at all (mode 0600). Throws the file system's error.
 * @param through written first, when a window saves the draft
 * @returns whether the draft's file holds it now: not when the draft is another window's
 */
export function writeDraft(home: string, draft: Draft, through?: Through): boolean {
  const text = `${JSON.stringify(draft, null, '\t')}\n`;
  const size = Buffer.byteLength(text);
  if (size > largestFile)
    throw new Error(`has grown to ${Math.ceil(size / 1024 / 1024)} MiB; 32 MiB is the most`);
  const path = fileOf(home, 'drafts', draft.id);
  writeWhole(through?.file ?? path, text, { mode: 0o600 });
  if (!through) return true;
  if (existsSync(path) && !through.mayPublish()) return false;
  publish(through.file, path, text);
  syncFolder(draftsOf(home));
  return true;
}

/** One file under both names, which costs no room. It is replaced by another one and never written to again. */
function publish(from: string, to: string, text: string): void {
  const beside = besideOf(from);
  try {
    linkSync(from, beside);
    renameSync(beside, to);
  } catch {
    rmSync(beside, { force: true });
    writeWhole(to, text, { mode: 0o600 });
  }
}
