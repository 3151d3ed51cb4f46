import { lstatSync } from 'node:fs';
import { writeWhole } from '../../files/write.ts';
import { fileOf } from '../files/folder.ts';
import { readDraftText } from '../format/draft-text.ts';
import { olderFormat } from '../format/parse.ts';

/**
 * Keeps the file of a draft that is in an older format, before it is first written in the one at hand: whoever goes
 * back to an older program has it. Throws the file system's error.
 */
export function keepOlderFormat(home: string, id: string): void {
  const path = fileOf(home, 'drafts', id);
  const text = readDraftText(path);
  const format = text.ok ? olderFormat(text.value) : null;
  if (!text.ok || format === null) return;
  const aside = `${path}.format-${format}`;
  if (lstatSync(aside, { throwIfNoEntry: false })) return;
  writeWhole(aside, text.value, { mode: 0o600, fresh: true });
}
