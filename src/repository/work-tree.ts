import { createReadStream } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What is in the work tree under a path: the number of its lines, "folder", or null when there is nothing. */
export type OnDisk = number | 'folder' | null;

/** Looks at files of a work tree, one after the other. What lies outside, or behind a symbolic link, is not there. */
export async function inWorkTree(folder: string, paths: string[]): Promise<OnDisk[]> {
  const top = await realpath(folder).catch(() => folder);
  const found: OnDisk[] = [];
  for (const path of paths) found.push(await lookAt(top, path).catch(() => null));
  return found;
}

async function lookAt(top: string, path: string): Promise<OnDisk> {
  const file = join(top, path);
  const stats = await lstat(file);
  const real = await realpath(file);
  if (stats.isSymbolicLink() || !`${real}${sep}`.startsWith(`${top}${sep}`)) return null;
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? linesIn(file) : null;
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
