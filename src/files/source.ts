import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Result } from '../problem.ts';
import { readStream, readText } from './read.ts';

/** The text of a file, or of standard input for `-`. */
export function readSource(context: Context, name: string): Promise<Result<string>> {
  if (name === '-') return readStream(context.stdin, 'standard input');
  return Promise.resolve(readText(resolve(context.cwd, name)));
}
