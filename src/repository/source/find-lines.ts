import { spawn } from 'node:child_process';
import { type Environment, gitIn } from '../git.ts';

/** A line of a tracked file. */
export interface FoundLine {
  /** From the repository's top, with forward slashes. */
  path: string;
  /** Counted from 1. */
  line: number;
  text: string;
}

export interface FoundLines {
  lines: FoundLine[];
  /** Whether there are more than these. */
  more: boolean;
}

/** More than this many lines narrow nothing down. */
const most = 1000;
/** Git may take so long, in milliseconds. */
const patience = 10_000;
/** Characters of a line: a minified file is one line. */
const longest = 400;

/**
 * The lines of a commit's files that hold these words, letter for letter; capitals count where the words have any. From
 * git's objects only: no filter, no converter, no submodule, no link. Null where git cannot search.
 * @param commit the full id
 */
export function findLines(
  repository: string,
  env: Environment,
  commit: string,
  words: string,
): Promise<FoundLines | null> {
  const plain = ['--no-color', '--no-column', '--no-textconv', '--no-recurse-submodules'];
  const shape = ['--full-name', '--line-number', '--null', '-I', '--fixed-strings'];
  const anyCase = words === words.toLowerCase() ? ['--ignore-case'] : [];
  const { args, options } = gitIn(repository, env, [
    'grep',
    ...[...plain, ...shape, ...anyCase],
    ...['-e', words, commit, '--'],
  ]);
  return new Promise((resolve) => {
    const git = spawn('git', args, { ...options, timeout: patience, stdio: ['ignore', 'pipe', 'ignore'] });
    const lines: FoundLine[] = [];
    let rest = '';
    git.on('error', () => resolve(null));
    git.stdout.setEncoding('utf8').on('data', (said: string) => {
      const whole = (rest + said).split('\n');
      rest = whole.pop() ?? '';
      lines.push(...whole.flatMap(lineIn));
      if (lines.length > most) git.kill();
    });
    git.on('close', (code) => {
      const more = lines.length > most;
      // 1: there are none.
      const isDone = more || code === 0 || code === 1;
      resolve(isDone ? { lines: lines.slice(0, most), more } : null);
    });
  });
}

/** "COMMIT:PATH, a zero byte, the line's number, another one, its text"; older versions of git have a colon for the second. */
function lineIn(said: string): FoundLine[] {
  const [, path, line, text] = /^[0-9a-f]+:([^\0]+)\0(\d+)[\0:](.*)$/s.exec(said) ?? [];
  return path === undefined ? [] : [{ path, line: Number(line), text: (text ?? '').slice(0, longest) }];
}
