import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../../../files/read.ts';
import { isRunning } from '../../../../files/running.ts';
import { makePrivateFolder, writeWhole } from '../../../../files/write.ts';

/*
 * The text that is being edited in another program stands in a private folder: `field.md`, beside it what it was
 * (`given`), and which process edits it (`editor`). The folder's name says which process waits for it.
 */

/** A private folder for a text that is handed to an editor; gives the paths of the text and of the folder. */
export function makeEditorFolder(text: string, extension: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), `sanctum-review-${process.pid}-`));
  const file = join(folder, `field${extension}`);
  const content = text === '' ? '' : `${text}\n`;
  for (const path of [file, join(folder, 'given')]) writeFileSync(path, content, { mode: 0o600 });
  return { folder, file };
}

/** Says in the folder which process edits the text. */
export function noteEditor(folder: string, pid: number | undefined): void {
  if (pid !== undefined) writeFileSync(join(folder, 'editor'), `${pid}`, { mode: 0o600 });
}

/**
 * Takes away the folders that were left when the program was killed while an editor was open. What the editor had saved
 * is moved into the home.
 * @returns where it is now
 */
export function settleEditorFiles(home: string, temporary = tmpdir()): string[] {
  return quietly(() => readdirSync(temporary), []).flatMap((name) => {
    const pid = /^sanctum-review-(\d+)-/.exec(name)?.[1];
    const folder = join(temporary, name);
    if (pid === undefined || isRunning(Number(pid)) || !isOwn(folder)) return [];
    return quietly(() => settled(home, folder), []);
  });
}

function settled(home: string, folder: string): string[] {
  const editor = textOf(join(folder, 'editor'));
  if (editor !== null && isRunning(Number(editor))) return [];
  const file = readdirSync(folder).find((name) => name.startsWith('field'));
  const text = file && textOf(join(folder, file));
  // What cannot be read is left for the reviewer.
  if (text === null) return [];
  const kept: string[] = [];
  if (file && text && text.trim() !== '' && text !== textOf(join(folder, 'given'))) {
    makePrivateFolder(join(home, 'recovered'));
    const path = join(home, 'recovered', `${Date.now()}-${file}`);
    writeWhole(path, text, { mode: 0o600, fresh: true });
    kept.push(path);
  }
  rmSync(folder, { recursive: true, force: true });
  return kept;
}

function textOf(path: string): string | null {
  const text = readText(path);
  return text.ok ? text.value : null;
}

function isOwn(folder: string): boolean {
  return quietly(() => statSync(folder).isDirectory() && statSync(folder).uid === userInfo().uid, false);
}

function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
