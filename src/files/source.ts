import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Result } from '../failure.ts';
import { largestDocument, readStream, readText } from './read.ts';

/**
 * The text of a report or another document in a file, or of standard input for `-`.
 * @param most bytes that it may have
 */
export function readSource(context: Context, name: string, most = largestDocument): Promise<Result<string>> {
  if (name === '-') return readStream(context.stdin, 'standard input', most);
  return Promise.resolve(readText(resolve(context.cwd, name), most));
}
