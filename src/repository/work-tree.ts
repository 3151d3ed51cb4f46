import { createReadStream, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

/** What is in the work tree under a path: the number of its lines, "folder", or null when there is nothing. */
export type OnDisk = number | 'folder' | null;

/** So many paths are looked at before other work gets its turn. */
const stretch = 200;

/** Looks at files of a work tree, one after the other. What lies outside, or behind a symbolic link, is not there. */
export async function inWorkTree(folder: string, paths: string[]): Promise<OnDisk[]> {
  const top = realOf(folder) ?? folder;
  const found: OnDisk[] = [];
  // Many files lie in few folders, and a path that is not there is told without an error being made.
  const isInside = new Map<string, boolean>();
  const inside = (parent: string): boolean => {
    const known = isInside.get(parent) ?? `${realOf(parent) ?? ''}${sep}`.startsWith(`${top}${sep}`);
    isInside.set(parent, known);
    return known;
  };
  for (const [at, path] of paths.entries()) {
    if (at % stretch === stretch - 1) await turn();
    const file = join(top, path);
    const stats = statsOf(file);
    if (!stats || stats.isSymbolicLink() || !(file === top || inside(dirname(file)))) found.push(null);
    else if (stats.isDirectory()) found.push('folder');
    else found.push(stats.isFile() ? await linesIn(file).catch(() => null) : null);
  }
  return found;
}

/** Null where there is nothing, or it cannot be looked at. */
function statsOf(file: string) {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function realOf(folder: string): string | null {
  try {
    return realpathSync(folder);
  } catch {
    return null;
  }
}

async function linesIn(file: string): Promise<number> {
  let lines = 0;
  let last = newline;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines++;
    last = chunk.at(-1) ?? last;
  }
  return lines + (last === newline ? 0 : 1);
}

const newline = 10;
