import { accessSync, constants, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { largestFile } from '../../files/read.ts';
import { syncFolder } from '../../files/write.ts';
import type { Draft } from '../format/draft.ts';
import { fileOf } from './folder.ts';

/**
 * Puts a draft in its file, whole or not at all (mode 0600). Throws the file system's error.
 *
 * conf writes beside the file, and what it wrote is put in place only when all of it is there: on a disk that fills
 * meanwhile it takes a part of a file for the file, and says nothing. `sure` is asked last, and throws when the draft
 * is another's by now.
 */
export function draftWriter(home: string, id: string): (draft: Draft, sure?: () => void) => void {
  let size = 0;
  const file = new Conf<Record<string, unknown>>({
    cwd: join(home, 'drafts'),
    configName: id,
    fileExtension: 'next',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    // What an interrupted save left there is nothing to go by.
    clearInvalidConfig: true,
    serialize: (value) => {
      const text = `${JSON.stringify(value, null, '\t')}\n`;
      size = Buffer.byteLength(text);
      if (size > largestFile)
        throw new Error(`has grown to ${Math.ceil(size / 1024 / 1024)} MiB; 32 MiB is the most`);
      return text;
    },
  });
  return (draft, sure) => {
    // conf tries for a second what may not be written, and keys wait for it.
    accessSync(join(home, 'drafts'), constants.W_OK);
    try {
      file.store = { ...draft };
      if (statSync(file.path).size !== size) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
      sure?.();
      renameSync(file.path, fileOf(home, 'drafts', id));
      syncFolder(join(home, 'drafts'));
    } finally {
      rmSync(file.path, { force: true });
    }
  };
}
