import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { largestDocument } from '../../files/read.ts';
import { atOnce, type Steps } from '../../files/steps.ts';
import { besideOf, syncFolder, writing } from '../../files/write.ts';
import type { Draft } from '../format/draft.ts';
import { draftText } from '../format/draft-text.ts';
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
export const writeDraft = (home: string, draft: Draft, through?: Through): boolean =>
  atOnce(writingDraft(home, draft, through));

/** The same in steps. */
export function* writingDraft(home: string, draft: Draft, through?: Through): Steps<boolean> {
  const path = fileOf(home, 'drafts', draft.id);
  yield* writing(through?.file ?? path, measured(draft), { mode: 0o600 });
  if (!through) return true;
  if (existsSync(path) && !through.mayPublish()) return false;
  publish(through.file, path, draft);
  syncFolder(draftsOf(home));
  return true;
}

/** The draft's text. Throws as soon as it is longer than what would be read again. */
function* measured(draft: Draft): Generator<string> {
  let size = 0;
  for (const part of draftText(draft)) {
    size += Buffer.byteLength(part);
    if (size > largestDocument)
      throw new Error(`has grown to more than ${largestDocument / 1024 / 1024} MiB`);
    yield part;
  }
}

/** One file under both names, which costs no room. It is replaced by another one and never written to again. */
function publish(from: string, to: string, draft: Draft): void {
  const beside = besideOf(from);
  try {
    linkSync(from, beside);
    renameSync(beside, to);
  } catch {
    rmSync(beside, { force: true });
    atOnce(writing(to, draftText(draft), { mode: 0o600 }));
  }
}
