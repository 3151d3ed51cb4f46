import { Readable, Writable } from 'node:stream';
import { main } from '../src/commands/main.ts';
import type { Context } from '../src/context.ts';

export interface Given {
  cwd: string;
  env: Context['env'];
  /** What stands on standard input. */
  input?: string;
  /** Whether the program takes its streams for a terminal of 120 columns. */
  isTerminal?: boolean;
}

/** Runs a command in this process, to its end: what it wrote to its streams, and its exit code. */
export async function runHere(args: string[], { cwd, env, input = '', isTerminal = false }: Given) {
  const terminal = isTerminal ? { isTTY: true, columns: 120, rows: 40 } : {};
  const [stdout, stderr] = [collector(), collector()];
  const code = await main({
    args,
    env,
    cwd,
    now: () => new Date(),
    stdin: Object.assign(Readable.from([Buffer.from(input)]) as Context['stdin'], terminal),
    stdout: Object.assign(stdout.stream, terminal),
    stderr: Object.assign(stderr.stream, terminal),
  });
  return { out: stdout.text(), said: stderr.text(), code };
}

/** A stream with all that is written to it. */
function collector(): { stream: Context['stdout']; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream: stream as Context['stdout'], text: () => Buffer.concat(chunks).toString() };
}
