import { PassThrough } from 'node:stream';

/** One end of a terminal in memory: what Ink reads keys from, or draws on. */
export class Terminal extends PassThrough {
  readonly isTTY = true;
  readonly columns = 80;
  readonly rows = 24;
  raw = false;

  setRawMode(raw: boolean): this {
    this.raw = raw;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  get asInput(): NodeJS.ReadStream {
    return this as unknown as NodeJS.ReadStream;
  }

  get asOutput(): NodeJS.WriteStream {
    return this as unknown as NodeJS.WriteStream;
  }
}
