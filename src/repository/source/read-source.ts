import { execFile } from 'node:child_process';
import { type Environment, gitIn, runGit } from '../git.ts';

/** A file's lines at a commit, or why they cannot be shown, as a sentence without a full stop. */
export type SourceText = { lines: readonly string[] } | { refused: string; missing?: true };

/** A file with more bytes is not read: nobody picks lines of it. */
const mostBytes = 1 << 20;
/** A zero byte among the first so many makes a file binary, as for git. */
const looked = 8000;

/**
 * Reads a tracked file as it is at a commit, from git's objects only: the work tree, its filters and its links are not
 * looked at. Never throws.
 * @param commit the full id
 * @param path from the repository's top, with forward slashes
 */
export async function readSource(
  repository: string,
  env: Environment,
  commit: string,
  path: string,
): Promise<SourceText> {
  const entry = await entryAt(repository, env, commit, path);
  if (!entry) return { refused: `There is no such file at ${commit.slice(0, 8)}`, missing: true };
  const refused = refusalOf(entry);
  if (refused !== null) return { refused };
  const bytes = await blob(repository, env, entry.id);
  return bytes ? linesIn(bytes) : { refused: 'Git does not have its content in this clone' };
}

/** What a tree has under a path. */
interface Entry {
  mode: string;
  id: string;
  /** In bytes; NaN where it is no file, or its content is not in this clone. */
  size: number;
}

async function entryAt(
  repository: string,
  env: Environment,
  commit: string,
  path: string,
): Promise<Entry | null> {
  const plain = path.replace(/\/+$/, '');
  if (!isInside(plain) || !/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const tree = ['ls-tree', '-z', '--long', '--full-tree', commit, '--', plain];
  const said = await runGit(repository, env, '--literal-pathspecs', ...tree);
  const [, mode, id, size, name] = /^(\d{6}) \w+ ([0-9a-f]+) +(\S+)\t([^\0]*)\0/.exec(said ?? '') ?? [];
  return mode && id && name === plain ? { mode, id, size: Number(size) } : null;
}

const isInside = (path: string): boolean =>
  path !== '' && !path.startsWith('/') && !/[\0\n]/.test(path) && !path.split('/').includes('..');

function refusalOf({ mode, size }: Entry): string | null {
  if (mode === '160000') return 'It is a submodule: its files are in another repository';
  if (mode === '120000') return 'It is a symbolic link, which is not followed';
  if (mode === '040000') return 'It is a folder: name a file in it';
  if (size > mostBytes) return `It has ${Math.ceil(size / mostBytes)} MiB, more than can be shown`;
  return null;
}

function blob(repository: string, env: Environment, id: string): Promise<Buffer | null> {
  const { args, options } = gitIn(repository, env, ['cat-file', 'blob', id]);
  const limits = { timeout: 5000, maxBuffer: 2 * mostBytes, encoding: 'buffer' } as const;
  return new Promise((resolve) => {
    execFile('git', args, { ...options, ...limits }, (error, said) => resolve(error ? null : said));
  });
}

function linesIn(bytes: Buffer): SourceText {
  if (bytes.subarray(0, looked).includes(0)) return { refused: 'It is a binary file' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refused: 'It is not UTF-8 text' };
  }
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return { refused: 'Its content is in Git LFS, not in the repository' };
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.length > 0 ? { lines } : { refused: 'It is empty' };
}
