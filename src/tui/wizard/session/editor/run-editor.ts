import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { Failure } from '../../../../failure.ts';
import { makeEditorFolder, noteEditor } from './editor-files.ts';

/** The words of a command line: quotes hold words together, nothing else is special. No shell is involved. */
export function words(command: string): string[] {
  return Array.from(command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g), ([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single),
  );
}

/** What came of an editor. `saved`: what one that failed had saved until then; null when that is nothing new. */
type Edited = { ok: true; value: string } | { ok: false; problems: Failure[]; saved: string | null };

/**
 * The text as the reviewer left it in their editor. It stands in a private file meanwhile, which is removed
 * afterwards.
 * @param onOpen is given what tells, while the editor is open, what it has saved: null when that is nothing new
 */
export async function edited(
  text: string,
  extension: string,
  env: Record<string, string | undefined>,
  onOpen: (saved: () => string | null) => void = () => {},
): Promise<Edited> {
  const command = env.VISUAL?.trim() || env.EDITOR?.trim() || usual.find((name) => isOnPath(name, env.PATH));
  if (!command) return notEdited('the editor', `none of ${usual.join(', ')} is installed`);
  const [program, ...args] = words(command);
  if (!program) return notEdited(command, 'it names no program');
  const { folder, file } = makeEditorFolder(text, extension);
  // Editors end the last line; the field's text does not have that newline.
  const read = () => readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  /** An empty file may be one that is just being written. */
  const saved = () => {
    try {
      const now = read();
      return now === '' || now === text ? null : now;
    } catch {
      return null;
    }
  };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // The program may be ended while the editor is open; by a signal, which ends it without an exit of its own.
  const ends = ['exit', 'SIGTERM', 'SIGHUP'];
  for (const end of ends) process.on(end, remove);
  try {
    onOpen(saved);
    const trouble = await run(program, [...args, file], (pid) => noteEditor(folder, pid));
    return trouble ? notEdited(command, trouble, saved()) : { ok: true, value: read() };
  } catch (error) {
    return notEdited(command, reasonOf(error));
  } finally {
    for (const end of ends) process.off(end, remove);
    remove();
  }
}

function reasonOf(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'the file was deleted';
  return error instanceof Error ? error.message : String(error);
}

function run(
  program: string,
  args: string[],
  onStart: (pid: number | undefined) => void,
): Promise<string | null> {
  return new Promise((resolve) => {
    const listenAgain = deaf(['SIGINT', 'SIGQUIT']);
    const settings = terminalSettings();
    const child = spawn(program, args, { stdio: 'inherit', shell: false });
    onStart(child.pid);
    const ended = (trouble: string | null) => {
      // One that was killed may leave the terminal raw.
      if (settings) spawnSync('stty', [settings], { stdio: 'inherit' });
      listenAgain();
      resolve(trouble);
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      ended(error.code === 'ENOENT' ? 'no such program' : error.message);
    });
    child.on('exit', (code, signal) => {
      if (signal) ended(`it was killed by ${signal}`);
      else ended(code === 0 ? null : `it exited with code ${code}`);
    });
  });
}

/**
 * Ctrl+C in the editor reaches all that runs in the terminal, and is meant for the editor alone.
 * @returns what makes the program hear of these signals again
 */
function deaf(signals: NodeJS.Signals[]): () => void {
  const ignored = () => {};
  const before = signals.map((signal) => [signal, process.rawListeners(signal)] as const);
  for (const signal of signals) process.removeAllListeners(signal).on(signal, ignored);
  return () => {
    for (const [signal, listeners] of before) {
      process.off(signal, ignored);
      for (const listener of listeners) process.on(signal, listener as () => void);
    }
  };
}

/** How the terminal is set, for stty to set it again; null where there is none. */
function terminalSettings(): string | null {
  const { stdout, status } = spawnSync('stty', ['-g'], {
    stdio: ['inherit', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

/** What is tried where neither VISUAL nor EDITOR names one. */
const usual = ['sensible-editor', 'nano', 'vim', 'vi', 'emacs', 'notepad.exe'];

const isOnPath = (name: string, path = ''): boolean =>
  path.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));

const notEdited = (command: string, why: string, saved: string | null = null): Edited => ({
  ok: false,
  problems: [
    {
      where: command,
      what: `the editor failed: ${why}; the field is unchanged`,
      remedy:
        saved === null ? 'set VISUAL or EDITOR to another editor' : 'press Ctrl+Y to use what it had saved',
    },
  ],
  saved,
});
