import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInside } from '../files/inside.ts';
import { isStale } from './stale.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'dist', 'sanctum-review.js');

function built(): boolean {
  const sources = ['src', 'templates', 'package.json'].map((name) => join(root, name));
  if (!isStale(bundle, sources)) return true;
  const script = fileURLToPath(new URL('build.ts', import.meta.url));
  // What the build says goes to standard error: standard output is the program's.
  return spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] }).status === 0;
}

function run(): void {
  // npm changes to this folder; the reviewer is where they called it from.
  const cwd = process.env.INIT_CWD || process.cwd();
  // In this project npm finds it; the program need not be on the PATH: what it says in the end names what works.
  const env = isInside(cwd, root) ? { ...process.env, SANCTUM_REVIEW_COMMAND: 'npm start --' } : process.env;
  const child = spawn(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit', cwd, env });
  // A key that interrupts reaches the child by itself, being in the same terminal.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`sanctum-review could not be started: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

if (built()) run();
else process.exitCode = 2;
