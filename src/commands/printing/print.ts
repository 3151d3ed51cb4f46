import type { Failure } from '../../failure.ts';
import { visible } from '../../text/clean.ts';

/** Writes everything; resolves to the error if it did not get through. */
export function write(stream: NodeJS.WritableStream, text: string): Promise<Error | null> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? null));
  });
}

/** A problem as two lines: what, and what to do. What comes from files cannot steer the terminal. */
export function linesOf({ where, what, remedy }: Failure): string {
  const said = where ? `${where}: ${what}` : what;
  return `sanctum-review: ${oneLine(said)}\n  ${oneLine(remedy)}\n`;
}

/** A line about something that went well. */
export const noteLine = (note: string) => `${oneLine(note)}\n`;

const oneLine = (text: string) => visible(text.replace(/\s*\n\s*/g, ' '));
