import { lstatSync } from 'node:fs';
import { readText } from '../files/read.ts';
import { failed, type Problem, type Result } from '../problem.ts';
import type { Draft } from './draft.ts';
import { fileOf, type Shelf } from './folder.ts';
import { parseDraft } from './parse.ts';

/** Reads drafts' files. One that has not changed since it was last read is not read again. */
export function draftReader(home: string): (shelf: Shelf, id: string) => Result<Draft> {
  const known = new Map<string, { stamp: string; draft: Result<Draft> }>();
  return (shelf, id) => {
    const path = fileOf(home, shelf, id);
    const stats = lstatSync(path, { throwIfNoEntry: false, bigint: true });
    if (!stats) return failed(lost(id, path));
    if (!stats.isFile()) return failed(notOurs(path));
    const stamp = `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
    const hit = known.get(path);
    if (hit?.stamp === stamp) return hit.draft;
    const draft = readDraft(path, id);
    known.set(path, { stamp, draft });
    return draft;
  };
}

function readDraft(path: string, id: string): Result<Draft> {
  const text = readText(path);
  if (!text.ok) return text;
  const draft = parseDraft(text.value, path);
  return draft.ok && draft.value.id !== id ? failed(otherId(path, draft.value.id)) : draft;
}

const lost = (id: string, path: string): Problem => ({
  where: `draft ${id}`,
  what: `does not exist (${path})`,
  remedy: 'see what there is: sanctum-review drafts',
});

const notOurs = (path: string): Problem => ({
  where: path,
  what: 'is a symbolic link or no file at all, and is not followed',
  remedy: 'put the draft itself there',
});

const otherId = (path: string, id: string): Problem => ({
  where: `${path}: id`,
  what: `is "${id}", which is not the name of the file`,
  remedy: `name the file ${id}.json`,
});
