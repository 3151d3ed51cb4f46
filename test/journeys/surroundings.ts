import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { openStore } from '../../src/drafts/store/store.ts';
import { emptyReview, type Review } from '../../src/review/review.ts';
import type { Template } from '../../src/template/template.ts';
import { compiled } from '../compiled.ts';
import { given } from '../drafts/given.ts';
import { type Given, runHere } from '../in-process.ts';
import { gitRepo } from '../repository/git-repo.ts';
import { bundled } from '../template/bundled.ts';
import { type Setting, Terminal } from './terminal.ts';

/** A Go application to review, committed and tagged, with drafts of its own; gone after the test. */
export function surroundings() {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const terminals: Terminal[] = [];
  onTestFinished(() => {
    for (const terminal of terminals) terminal.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const home = join(folder, 'home');
  const repository = join(folder, 'app');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'Europe/Berlin',
    SANCTUM_REVIEW_HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    ...compiled,
  };
  cpSync(application(), repository, { recursive: true, preserveTimestamps: true });
  const store = () => openStore({ home, now: () => new Date() });
  const ids = (): string[] => given(store().list()).drafts.map(({ id }) => id);
  return {
    repository,
    home,
    /** Starts the program in a terminal, in the repository. */
    start(args: string[], setting: Partial<Setting> = {}): Terminal {
      const terminal = Terminal.start(args, { cwd: repository, ...setting, env: { ...env, ...setting.env } });
      terminals.push(terminal);
      return terminal;
    },
    /** Runs the program in this process, to its end. */
    run: (args: string[], more: Partial<Given> = {}) =>
      runHere(args, { cwd: repository, ...more, env: { ...env, ...more.env } }),
    /** Saves a draft as the program would have left it: its answers, and the field that has the focus. */
    made(answers: Review['answers'], focus: string): Draft {
      const { name, version, pages } = template();
      const page = pages.find(({ fields }) => fields.includes(focus))?.id ?? '';
      const draft = store().create(
        { name, version },
        {
          review: { ...emptyReview, answers },
          position: { page, focus, scroll: 0 },
          repository,
          // Not edited since, it would be a draft in which nothing was done.
          made: '2026-02-13T10:00:00.000Z',
        },
      );
      given(store().save(draft));
      return draft;
    },
    /** The ids of all drafts, the last edited first. */
    ids,
    /** The only draft there is, as its file has it. */
    draft(): Draft {
      const [only, ...others] = ids();
      if (!only || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} drafts`);
      return JSON.parse(readFileSync(join(home, 'drafts', `${only}.json`), 'utf8')) as Draft;
    },
    /** All files there are now. */
    files: () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted(),
  };
}

let committed: string | null = null;

/** The application's folder, to be copied: git has made it once. */
function application(): string {
  if (committed) return committed;
  const { repo, git } = gitRepo('sanctum-application-');
  writeFileSync(join(repo, 'go.mod'), 'module example.org/app\n\ngo 1.24\n');
  writeFileSync(join(repo, 'main.go'), 'package main\n\nfunc main() {\n\t_ = serve()\n}\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  git('tag', 'v1.4.2');
  committed = repo;
  return repo;
}
/** The template that the reviews are of. */
export const template = (): Template => bundled();
