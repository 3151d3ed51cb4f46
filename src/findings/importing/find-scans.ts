import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { largestFile } from '../../files/read.ts';
import { looksLike } from './looks-like.ts';

/** A file that looks like what a tool wrote; its path is from the folder, with forward slashes. */
export interface FoundScan {
  path: string;
  format: string;
}

/** How names end of files that tools write. */
const endings = /\.(?:json|sarif|ndjson|jsonl|xml|out|info|lcov|tap|txt)$/i;
/** Folders that hold no scans of the reviewed code, however many files they hold. */
const skipped = /^(?:node_modules|vendor|bower_components|\..*)$/;

/** So much is looked at, so that it takes a moment in any repository. */
const most = { depth: 6, entries: 20_000, files: 2000, found: 200, bytes: 16 * 1024 };

/** The files below a folder that look like what scanners and test tools write, by what they begin with. */
export async function findScans(folder: string): Promise<FoundScan[]> {
  const files: string[] = [];
  let entries = 0;
  for (const queue = [{ path: '', depth: 0 }]; queue.length > 0 && entries < most.entries; ) {
    const { path, depth } = queue.shift() ?? { path: '', depth: 0 };
    const names = await readdir(join(folder, path), { withFileTypes: true }).catch(() => []);
    entries += names.length;
    for (const entry of names) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && depth < most.depth && !skipped.test(entry.name))
        queue.push({ path: below, depth: depth + 1 });
      // Links are not followed: they could lead out of the repository.
      else if (entry.isFile() && endings.test(entry.name) && files.length < most.files) files.push(below);
    }
  }
  const found: FoundScan[] = [];
  for (const path of files) {
    const format = found.length < most.found ? looksLike(await beginningOf(join(folder, path))) : null;
    if (format !== null) found.push({ path, format });
  }
  return found;
}

/** What a file begins with; empty for one that cannot be read, or is too large to be imported. */
async function beginningOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    if (size === 0 || size > largestFile) return '';
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(size, most.bytes)), 0);
    const text = buffer.subarray(0, bytesRead);
    // UTF-16, as the shells of Windows write it.
    return text[0] === 0xff && text[1] === 0xfe ? text.toString('utf16le') : text.toString('utf8');
  } catch {
    return '';
  } finally {
    await file.close();
  }
}
