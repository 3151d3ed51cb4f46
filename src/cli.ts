#!/usr/bin/env node
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What went wrong before or beside a command, in two lines; exit code 1 would be the answer of a check. */
function giveUp(what: string, remedy: string): void {
  process.stderr.write(`sanctum-review: ${what}\n  ${remedy}\n`);
  process.exitCode = 2;
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? (process.env.DEBUG && error.stack) || error.message : String(error)).split(
    '\n',
    1,
  )[0] ?? '';

/** The current folder; null where it was deleted, or cannot be read. */
function currentFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/**
 * Keeps what V8 made of the program's code, so that the next start need not make it again. In a folder of the user's
 * own: code from a shared one could be somebody else's. Node does without where it cannot be written.
 */
function keepCompiledCode(env: Record<string, string | undefined>): void {
  // Node does as these say by itself.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_COMPILE_CACHE) return;
  const own = env.SANCTUM_REVIEW_HOME
    ? join(env.SANCTUM_REVIEW_HOME, 'cache')
    : join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'sanctum-review');
  try {
    // One by one: in /proc, Node never comes back from a `recursive` one.
    for (const folder of [dirname(own), own]) if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  } catch {
    return;
  }
  module.enableCompileCache?.(join(own, 'code'));
}

// An open screen has listeners of its own, which save the draft and give the terminal back.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    if (process.listenerCount(event) > 1) return;
    giveUp(`unexpected error: ${reasonOf(error)}`, 'please report it, with what DEBUG=1 adds');
    process.exit();
  });

// Nothing is imported before Node's version is known: what follows needs the new one to be read at all.
const cwd = currentFolder();
if (Number(process.versions.node.split('.')[0]) < 22) {
  giveUp(
    `this is Node.js ${process.version}, and version 22 or later is needed`,
    'install it from https://nodejs.org',
  );
} else if (cwd === null) {
  giveUp(
    'the current folder does not exist any more, or cannot be read',
    'change to another folder first: cd "$HOME"',
  );
} else {
  try {
    // A command without a screen leaves nothing behind.
    if (process.stdin.isTTY && process.stdout.isTTY) keepCompiledCode(process.env);
    const { main } = await import('./commands/main.ts');
    process.exitCode = await main({
      args: process.argv.slice(2),
      env: process.env,
      cwd,
      now: () => new Date(),
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
    });
  } catch (error) {
    giveUp(`unexpected error: ${reasonOf(error)}`, 'please report it, with what DEBUG=1 adds');
  }
}
