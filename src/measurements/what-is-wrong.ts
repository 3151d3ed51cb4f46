import type * as z from 'zod/mini';
import { cleanLine, visible } from '../text/clean.ts';

/** A place in a file has at most so many characters here: its names are the file's. */
const longest = 60;

/** Why a file of a known format is refused, by the first wrong place: "is not as expected at total.lines: …". */
export function whatIsWrong({ issues: [issue] }: z.core.$ZodError): string {
  const path = visible(cleanLine(issue?.path.map(String).join('.') ?? ''));
  const place = path.length > longest ? `${path.slice(0, longest)}…` : path;
  const words = issue?.code === 'invalid_type' ? `no ${issue.expected} there` : 'a wrong value there';
  return `is not as its format asks${place === '' ? '' : ` at ${place}`}: ${words}`;
}
