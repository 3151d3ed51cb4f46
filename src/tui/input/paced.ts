import { EventEmitter } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { asPaste, isPaste, isText, keysOfRest, looksPasted, splitKeys } from './keys.ts';

/** How long more of a sequence is waited for, in ms. Shorter than a person notices, longer than ssh splits. */
const patience = 35;

/**
 * A standard input that hands Ink one key for each turn of the event loop, so that every key meets the screen
 * that the key before it made: handlers see the state of the last frame, and terminals, ssh and tmux send
 * several keys in one read. A paste is one key, and so is a grapheme.
 */
export function pacedStdin(stdin: NodeJS.ReadStream): NodeJS.ReadStream {
  // Ink needs only this much of a stream: it is a reader of 'readable', in raw mode.
  return new Paced(stdin) as unknown as NodeJS.ReadStream;
}

class Paced extends EventEmitter {
  readonly #stdin: NodeJS.ReadStream;
  readonly #decoder = new StringDecoder('utf8');
  readonly #keys: string[] = [];
  #taken = 0;
  #rest = '';
  /** A paste that the terminal did not mark, as far as it came. */
  #unmarked = '';
  #ready: string | null = null;
  #turn: NodeJS.Immediate | undefined;
  #wait: NodeJS.Timeout | undefined;
  #last: NodeJS.Immediate | undefined;

  constructor(stdin: NodeJS.ReadStream) {
    super();
    this.#stdin = stdin;
    this.on('newListener', (event) => {
      if (event === 'readable' && this.listenerCount('readable') === 0) this.#attach();
    });
    this.on('removeListener', (event) => {
      if (event === 'readable' && this.listenerCount('readable') === 0) this.#detach();
    });
  }

  get isTTY(): boolean {
    return this.#stdin.isTTY === true;
  }

  get isRaw(): boolean {
    return this.#stdin.isRaw;
  }

  setRawMode(raw: boolean): this {
    this.#stdin.setRawMode(raw);
    return this;
  }

  // Decoding is done here: a character may come split over two reads.
  setEncoding(): this {
    return this;
  }

  ref(): this {
    this.#stdin.ref?.();
    return this;
  }

  unref(): this {
    this.#stdin.unref?.();
    return this;
  }

  pause(): this {
    this.#stdin.pause();
    return this;
  }

  resume(): this {
    this.#stdin.resume();
    return this;
  }

  read(): string | null {
    const key = this.#ready;
    this.#ready = null;
    return key;
  }

  #attach(): void {
    this.#stdin.on('readable', this.#take);
    this.#schedule();
  }

  // Keys that wait stay: a screen that is being replaced must not lose what was typed ahead.
  #detach(): void {
    this.#stdin.removeListener('readable', this.#take);
    clearImmediate(this.#turn);
    this.#turn = undefined;
    this.#endWait();
    // Else Node goes on reading, and takes the first keys away from an editor that is started meanwhile.
    setImmediate(() => {
      if (this.listenerCount('readable') === 0) this.#stdin.pause?.();
    });
  }

  readonly #take = (): void => {
    for (;;) {
      const chunk: Buffer | string | null = this.#stdin.read();
      if (chunk === null) break;
      this.#add(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk));
    }
    this.#schedule();
  };

  #add(text: string): void {
    const whole = this.#rest === '' && isText(text);
    if (whole && (this.#unmarked !== '' || looksPasted(text))) {
      this.#unmarked += text;
      return;
    }
    this.#endUnmarked();
    const { keys, rest } = splitKeys(this.#rest + text);
    for (const key of keys) this.#keys.push(key);
    this.#rest = rest;
  }

  #schedule(): void {
    if (this.#taken < this.#keys.length) this.#turn ??= setImmediate(this.#handOn);
    this.#endWait();
    if (this.#unmarked === '' && (this.#rest === '' || isPaste(this.#rest))) return;
    // What came while the program was busy is read first: it is late, not missing.
    this.#wait = setTimeout(() => {
      this.#last = setImmediate(this.#giveUp);
    }, patience);
  }

  #endWait(): void {
    clearTimeout(this.#wait);
    clearImmediate(this.#last);
    this.#wait = undefined;
    this.#last = undefined;
  }

  #endUnmarked(): void {
    if (this.#unmarked !== '') this.#keys.push(asPaste(this.#unmarked));
    this.#unmarked = '';
  }

  readonly #giveUp = (): void => {
    this.#endUnmarked();
    for (const key of keysOfRest(this.#rest)) this.#keys.push(key);
    this.#rest = '';
    this.#schedule();
  };

  readonly #handOn = (): void => {
    this.#turn = undefined;
    const key = this.#keys[this.#taken++];
    if (this.#taken >= this.#keys.length) {
      this.#keys.length = 0;
      this.#taken = 0;
    }
    if (key === undefined) return;
    this.#ready = key;
    // The next key is scheduled after this: what React schedules while it handles this one then comes first.
    this.emit('readable');
    if (this.listenerCount('readable') > 0 && this.#keys.length > 0) {
      this.#turn ??= setImmediate(this.#handOn);
    }
  };
}
