import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compiled } from '../compiled.ts';
import { runHere } from '../in-process.ts';

const bundle = resolve('dist/sanctum-review.js');

interface Given {
  input?: string;
  env?: Record<string, string>;
}

/** The program in a folder of its own, with drafts of its own. */
export function program() {
  const root = mkdtempSync(join(tmpdir(), 'sanctum-program-'));
  const home = join(root, 'home');
  const env = {
    PATH: process.env.PATH,
    HOME: root,
    SANCTUM_REVIEW_HOME: home,
    TZ: 'Europe/Berlin',
    TERM: 'xterm',
    ...compiled,
  };
  return {
    root,
    home,
    /** Runs it in this process, to its end. */
    run: (args: string[], given: Given = {}) =>
      runHere(args, { cwd: root, env: { ...env, ...given.env }, input: given.input ?? '' }),
    /** The same with the built program, as a process of its own. */
    runBuilt(args: string[], given: Given = {}) {
      const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, ...args], {
        cwd: root,
        env: { ...env, ...given.env },
        input: given.input ?? '',
        encoding: 'utf8',
      });
      return { out: stdout, said: stderr, code: status };
    },
    /** Every file with its content and last change: equal when nothing was touched. */
    contents: () => contents(root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const stats = lstatSync(join(folder, name));
      const text = stats.isFile() ? readFileSync(join(folder, name), 'base64') : '';
      return `${name} ${stats.mtimeMs} ${text}`;
    });
}
