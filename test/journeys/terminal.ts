import { once } from 'node:events';
import { resolve } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bytesOf } from '../keys.ts';
import { unicode } from './unicode.ts';

const bundle = resolve('dist/sanctum-review.js');

/** How long something may take to be on the screen, on a slow machine with other things to do, in milliseconds. */
const patience = 20_000;

export interface Setting {
  cwd: string;
  env: Record<string, string | undefined>;
  columns?: number;
  rows?: number;
  /** A shell command for what the program shall run under: limits, signals that are ignored. */
  under?: string;
  /** A shell command that is run in the same terminal after the program, whatever ended that. */
  after?: string;
  /** Whether the terminal turns its wheel into arrow keys by itself, as many do. */
  wheel?: boolean;
}

interface Ended {
  code: number;
  /** What the terminal shows then. */
  screen: string;
}

/** The built program in a real pseudo-terminal, with the screen that a person would see. */
export class Terminal {
  /** Keys pressed until now; a paste is one. */
  keys = 0;
  /** Whether the terminal's cursor is shown. */
  cursor = true;
  /** All that the program wrote to the terminal. */
  written = '';
  /** Mode 1007, which xterm.js does not know, as it is and as it was saved last. */
  readonly #wheel = { on: false, saved: false };
  readonly #pty: IPty;
  readonly #xterm: xterm.Terminal;
  readonly #checks = new Set<() => void>();
  readonly #ended: Promise<Ended>;
  #gone = false;

  private constructor(
    args: string[],
    { cwd, env, columns = 80, rows = 24, under, after, wheel = false }: Setting,
  ) {
    this.#wheel = { on: wheel, saved: wheel };
    const limits = under === undefined ? [] : ['/bin/sh', '-c', `${under}; exec "$@"`, 'sh'];
    const program = [...limits, process.execPath, bundle, ...args];
    const [file = '', ...rest] = after === undefined ? program : [...shell(after), ...program];
    this.#xterm = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#xterm.unicode.register(unicode);
    this.#xterm.unicode.activeVersion = unicode.version;
    this.#pty = spawn(file, rest, { name: env.TERM ?? '', cols: columns, rows, cwd, env });
    this.#ended = this.#follow();
  }

  /** Starts `sanctum-review ARGS`. */
  static start(args: string[], setting: Setting): Terminal {
    return new Terminal(args, setting);
  }

  #follow(): Promise<Ended> {
    for (const [final, shown] of [
      ['h', true],
      ['l', false],
    ] as const) {
      this.#xterm.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        if (parameters.includes(25)) this.cursor = shown;
        return false;
      });
    }
    for (const final of ['h', 'l', 's', 'r']) {
      this.#xterm.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        if (!parameters.includes(1007)) return false;
        if (final === 's') this.#wheel.saved = this.#wheel.on;
        else this.#wheel.on = final === 'r' ? this.#wheel.saved : final === 'h';
        return true;
      });
    }
    this.#xterm.onData((reply) => this.#pty.write(reply));
    this.#pty.onData((data) => {
      this.written += data;
      this.#xterm.write(data, () => this.#check());
    });
    return new Promise((settle) => {
      this.#pty.onExit(({ exitCode }) => {
        this.#gone = true;
        this.#xterm.write('', () => {
          settle({ code: exitCode, screen: this.screen() });
          this.#check();
        });
      });
    });
  }

  #check(): void {
    for (const check of this.#checks) check();
  }

  /** Keys by their names, or characters, each in a write of its own. */
  press(...keys: string[]): this {
    this.keys += keys.length;
    for (const key of keys) this.#pty.write(bytesOf(key));
    return this;
  }

  /** Keys that come in one read, as over ssh. */
  atOnce(...keys: string[]): this {
    this.keys += keys.length;
    this.#pty.write(keys.map(bytesOf).join(''));
    return this;
  }

  /** A text, a key for each character; its newlines are Enter. */
  type(text: string): this {
    this.keys += [...new Intl.Segmenter().segment(text)].length;
    this.#pty.write(text.replaceAll('\n', '\r'));
    return this;
  }

  /** Bytes as they are: a part of a key, say. */
  send(bytes: Buffer): this {
    // Bytes are taken too, whatever the type says.
    this.#pty.write(bytes as unknown as string);
    return this;
  }

  paste(text: string): this {
    this.keys += 1;
    this.#pty.write(`\x1b[200~${text}\x1b[201~`);
    return this;
  }

  /** The rows of the screen, without the spaces at their ends. */
  screen(): string {
    const { active } = this.#xterm.buffer;
    const rows = Array.from({ length: this.#xterm.rows }, (_, row) =>
      active.getLine(active.viewportY + row)?.translateToString(true),
    );
    return rows.join('\n').trimEnd();
  }

  /** The cells of the screen, with their looks. */
  get buffer(): xterm.IBuffer {
    return this.#xterm.buffer.active;
  }

  /** What stands in a cell, counted from 0. */
  cell(row: number, column: number): string {
    const { active } = this.#xterm.buffer;
    return (
      active
        .getLine(active.viewportY + row)
        ?.getCell(column)
        ?.getChars() ?? ''
    );
  }

  /** Row and column of the cursor, from 0. */
  caret(): { row: number; column: number } {
    const { cursorX, cursorY } = this.#xterm.buffer.active;
    return { row: cursorY, column: cursorX };
  }

  /** What stands before the cursor, in its row. */
  beforeCaret(): string {
    const { active } = this.#xterm.buffer;
    const line = active.getLine(active.viewportY + active.cursorY);
    return line?.translateToString(false, 0, active.cursorX) ?? '';
  }

  /** What a program may leave behind in a terminal. */
  modes(): { alternateScreen: boolean; cursor: boolean; bracketedPaste: boolean; wheel: boolean } {
    return {
      alternateScreen: this.#xterm.buffer.active.type === 'alternate',
      cursor: this.cursor,
      bracketedPaste: this.#xterm.modes.bracketedPasteMode,
      wheel: this.#wheel.on,
    };
  }

  /** Waits until a whole frame shows the words; runs of spaces count as one. */
  async sees(words: string): Promise<this> {
    return this.until(`“${words}” is shown`, (screen) => screen.replace(/ +/g, ' ').includes(words));
  }

  /** Waits until something holds of the screen, and fails with the screen when it does not come to. */
  async until(what: string, holds: (screen: string) => boolean): Promise<this> {
    // A frame between these marks is not whole yet.
    const now = () => !this.#xterm.modes.synchronizedOutputMode && holds(this.screen());
    if (now()) return this;
    const { promise, resolve: settle, reject } = Promise.withResolvers<void>();
    const fail = (why: string) =>
      reject(new Error(`${why}: waited until ${what}. The screen:\n${this.screen()}`));
    const deadline = setTimeout(() => fail(`Not in ${patience / 1000} s`), patience);
    const check = () => {
      if (now()) settle();
      else if (this.#gone) fail('The program has ended');
    };
    this.#checks.add(check);
    try {
      check();
      await promise;
    } finally {
      clearTimeout(deadline);
      this.#checks.delete(check);
    }
    return this;
  }

  resize(columns: number, rows: number): this {
    this.#xterm.resize(columns, rows);
    this.#pty.resize(columns, rows);
    return this;
  }

  /** Sends a signal to all that runs in the terminal. */
  kill(signal: NodeJS.Signals): this {
    if (this.#gone) return this;
    try {
      process.kill(-this.#pty.pid, signal);
    } catch {
      // A process that was only just started has no group of its own yet.
      process.kill(this.#pty.pid, signal);
    }
    return this;
  }

  /** Waits until the program has ended. */
  async ended(): Promise<Ended> {
    const late = AbortSignal.timeout(patience);
    const overdue = once(late, 'abort').then(() => {
      throw new Error(`It has not ended in ${patience / 1000} s. The screen:\n${this.screen()}`);
    });
    return Promise.race([this.#ended, overdue]);
  }
}

/** Runs a command line, then `after`, and ends with the code of the first. Signals are the command's. */
const shell = (after: string): string[] => [
  '/bin/sh',
  '-c',
  `trap : TERM HUP; "$@"; code=$?; ${after}; exit $code`,
  'sh',
];
