import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Whether this machine lets us mount: root in most containers, nobody else. */
export const mountable = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'sanctum-mount-'));
  const can = run('mount', '-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder);
  if (can) run('umount', '-l', folder);
  rmdirSync(folder);
  return can;
})();

/** What is mounted is unmounted before the folder under it is taken away: what was begun last is ended first. */
const unmountLater = (folder: string): void => onTestFinished(() => void run('umount', '-l', folder));

/** Makes a folder a disk of its own of so many KiB, until the test has ended. */
export function smallDisk(folder: string, size: number): void {
  mkdirSync(folder, { recursive: true });
  const options = `size=${size}k,mode=0700`;
  if (!run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder)) throw new Error('cannot mount');
  unmountLater(folder);
}

/** Ways in which a folder cannot be written that can be had here; each gives what makes it writable again. */
export const readOnlyWays: [string, (folder: string) => () => void][] = [
  ['there is a file in its place', byFile],
  ...(process.getuid?.() === 0 ? [] : [['its mode forbids it', byMode] as [string, typeof byMode]]),
  ...(mountable ? [['its file system is read-only', byMount] as [string, typeof byMount]] : []),
];

function byFile(folder: string): () => void {
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  return () => {
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
  };
}

/** Not for root, whom modes do not bind. */
function byMode(folder: string): () => void {
  chmodSync(folder, 0o500);
  return () => chmodSync(folder, 0o700);
}

function byMount(folder: string): () => void {
  const done = run('mount', '--bind', folder, folder) && run('mount', '-o', 'remount,bind,ro', folder);
  if (!done) throw new Error('cannot mount');
  unmountLater(folder);
  return () => void run('umount', '-l', folder);
}
