import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';

/** A program, and a text that it writes when it is ready. */
export type Program = [command: string[], ready: string];

export const median = (all: number[]): number => quantile(all, 0.5);

export function quantile(all: number[], part: number): number {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Wall-clock milliseconds of a whole process. */
export function processTime(command: string[], input?: string): number {
  const [file = '', ...args] = command;
  const start = performance.now();
  const { status, stderr } = spawnSync(file, args, { input, maxBuffer: 1 << 28, env: process.env });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  return performance.now() - start;
}

/** A program in a pseudo-terminal of 120x36, of which the time and size of what it writes are measured. */
export class Screen {
  readonly #pty: IPty;
  #data = '';
  #wake: () => void = () => {};

  constructor(command: string[], home: string) {
    const [file = '', ...args] = command;
    const { CI: _, ...outer } = process.env;
    const env = { ...outer, TERM: 'xterm-256color', SANCTUM_REVIEW_HOME: home };
    this.#pty = spawn(file, args, { cols: 120, rows: 36, env });
    this.#pty.onData((data) => {
      this.#data += data;
      this.#wake();
    });
  }

  /** Waits until a text was written since the last call of `written`; rejects after a minute. */
  async until(text: string): Promise<void> {
    const limit = AbortSignal.timeout(60_000);
    while (!this.#data.includes(text)) {
      await new Promise<void>((settle, reject) => {
        this.#wake = settle;
        limit.addEventListener('abort', () => reject(new Error(`never seen: ${text}`)), { once: true });
      });
    }
  }

  /** How many bytes were written since the last call. */
  written(): number {
    const bytes = Buffer.byteLength(this.#data);
    this.#data = '';
    return bytes;
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** The most memory that the program had, in MiB; only Linux tells. */
  peak(): number {
    const status = readFileSync(`/proc/${this.#pty.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Waits until the program has done nothing for so many milliseconds; only Linux tells. */
  async quiet(time: number): Promise<void> {
    for (let last = Number.NaN; last !== this.worked(); ) {
      last = this.worked();
      await new Promise((settle) => setTimeout(settle, time));
    }
  }

  /** Its time on the processor in milliseconds, to ten of them: other programs do not add to it. */
  worked(): number {
    const stat = readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  }

  /** Ends the program as a closed terminal does: it gives back what it holds. */
  async end(): Promise<void> {
    const ended = new Promise<void>((settle) => void this.#pty.onExit(() => settle()));
    this.#pty.kill('SIGTERM');
    await ended;
  }
}

/** Types letters one after the other, each when the one before is on the screen. */
export async function keyTimes(screen: Screen, count: number): Promise<{ times: number[]; bytes: number[] }> {
  const times: number[] = [];
  const bytes: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const key = 'abcdefghij'.charAt(at % 10);
    screen.written();
    const start = performance.now();
    screen.type(key);
    await screen.until(key);
    times.push(performance.now() - start);
    await new Promise((settle) => setTimeout(settle, 15));
    bytes.push(screen.written());
  }
  return { times, bytes };
}
