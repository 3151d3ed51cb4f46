import { spawn } from 'node:child_process';
import { type Environment, gitIn } from './git.ts';

/** What git has under a name. */
export interface GitObject {
  id: string;
  /** "blob", "tree", "commit"; "submodule" for what is not in this repository. */
  type: string;
  /** Of a text, as an editor counts them. */
  lines: number;
}

/** Git may take so long for all of it, in milliseconds. */
const patience = 20_000;

/**
 * What git has under these names (`v1.4.2^{commit}`, `COMMIT:src/a.go`), in their order; null for what it does not
 * have. One process for all of them, and nothing of what it says is kept but the number of lines. Null altogether when
 * there is no git, no repository, or it takes too long.
 */
export function objectsIn(
  folder: string,
  env: Environment,
  names: string[],
): Promise<(GitObject | null)[] | null> {
  const askable = names.map((name) => !/[\n\0]/.test(name) && name !== '');
  const { args, options } = gitIn(folder, env, ['cat-file', '--batch']);
  return new Promise((resolve) => {
    const answers = answersIn();
    const git = spawn('git', args, { ...options, timeout: patience, stdio: ['pipe', 'pipe', 'ignore'] });
    git.on('error', () => resolve(null));
    git.stdin.on('error', () => {});
    git.stdout.on('data', answers.take);
    git.on('close', (code) => {
      const told = answers.all.values();
      resolve(code === 0 ? askable.map((asked) => (asked ? (told.next().value ?? null) : null)) : null);
    });
    git.stdin.end(
      names
        .filter((_, index) => askable[index])
        .join('\n')
        .concat('\n'),
    );
  });
}

/** Reads what `git cat-file --batch` says: "ID TYPE SIZE", then so many bytes and a newline, or one line without any. */
function answersIn() {
  const all: (GitObject | null)[] = [];
  let heading = '';
  /** The bytes that are still to come of what was told last, its newline with them. */
  let left = 0;
  let lines = 0;
  let last = newline;
  return {
    all,
    take(chunk: Buffer) {
      let at = 0;
      while (at < chunk.length) {
        if (left > 0) {
          const end = Math.min(chunk.length, at + left);
          // The last byte is the newline behind it all.
          const text = chunk.subarray(at, left === end - at ? end - 1 : end);
          for (let next = text.indexOf(newline); next >= 0; next = text.indexOf(newline, next + 1)) lines++;
          if (text.length > 0) last = text[text.length - 1] ?? newline;
          left -= end - at;
          at = end;
          const object = all.at(-1);
          if (left === 0 && object) object.lines = lines + (last === newline ? 0 : 1);
          continue;
        }
        const end = chunk.indexOf(newline, at);
        heading += chunk.toString('utf8', at, end < 0 ? chunk.length : end);
        at = end < 0 ? chunk.length : end + 1;
        if (end < 0) break;
        const [, id, type, size] = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(heading) ?? [];
        all.push(id && type ? { id, type, lines: 0 } : submodule(heading));
        if (id) left = Number(size) + 1;
        lines = 0;
        last = newline;
        heading = '';
      }
    },
  };
}

const newline = 10;

const submodule = (heading: string): GitObject | null =>
  heading.endsWith(' submodule') ? { id: '', type: 'submodule', lines: 0 } : null;
