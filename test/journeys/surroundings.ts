import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import type { Template } from '../../src/template/template.ts';
import { compiled } from '../compiled.ts';
import { bundled } from '../template/bundled.ts';
import { type Setting, Terminal } from './terminal.ts';

const made: { folder: string; terminals: Terminal[] }[] = [];

afterEach(() => {
  for (const { folder, terminals } of made.splice(0)) {
    for (const terminal of terminals) terminal.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** A Go application to review, committed and tagged, with drafts of its own; gone after the test. */
export function surroundings() {
  const folder = mkdtempSync(join(tmpdir(), 'sanctum-journey-'));
  const terminals: Terminal[] = [];
  made.push({ folder, terminals });
  const home = join(folder, 'home');
  const repository = join(folder, 'app');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'Europe/Berlin',
    SANCTUM_REVIEW_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    ...compiled,
  };
  goApplication(repository, env);
  const run = (args: string[], given: { input?: string; env?: Record<string, string> } = {}) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [resolve('dist/sanctum-review.js'), ...args],
      { cwd: repository, env: { ...env, ...given.env }, input: given.input ?? '', encoding: 'utf8' },
    );
    return { out: stdout, said: stderr, code: status };
  };
  return {
    repository,
    home,
    /** Starts the program in a terminal, in the repository. */
    start(args: string[], setting: Partial<Setting> = {}): Terminal {
      const terminal = Terminal.start(args, { cwd: repository, ...setting, env: { ...env, ...setting.env } });
      terminals.push(terminal);
      return terminal;
    },
    /** Runs the program to its end, without a terminal. */
    run,
    /** The ids of all drafts. */
    ids: (): string[] =>
      (JSON.parse(run(['drafts', '--json']).out) as { id: string }[]).map((draft) => draft.id),
    /** The only draft there is, as its file has it. */
    draft(): Draft {
      const [only, ...others] = JSON.parse(run(['drafts', '--json']).out) as { id: string }[];
      if (!only || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} drafts`);
      return JSON.parse(readFileSync(join(home, 'drafts', `${only.id}.json`), 'utf8')) as Draft;
    },
    /** All files there are now. */
    files: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(),
  };
}

function goApplication(folder: string, env: Record<string, string | undefined>): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, env, stdio: 'pipe' });
  mkdirSync(folder);
  writeFileSync(join(folder, 'go.mod'), 'module example.org/app\n\ngo 1.24\n');
  writeFileSync(join(folder, 'main.go'), 'package main\n\nfunc main() {\n\t_ = serve()\n}\n');
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada Park');
  git('config', 'user.email', 'ada@example.org');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  git('tag', 'v1.4.2');
}

/** The template that the reviews are of. */
export const template = (): Template => bundled();
