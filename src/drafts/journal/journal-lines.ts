import { hash } from 'node:crypto';
import type { Change } from '../../review/history/history.ts';
import type { Position } from '../format/draft.ts';
import { type Window, windowOf } from '../lock/window.ts';

/** How far a draft's journals have come: the number of its last line, and that line's check. */
export interface Mark {
  sequence: number;
  check: string;
}

/** Before the first line that was ever written for a draft. */
export const beginning: Mark = { sequence: 0, check: '' };

/** What one line tells: what was done, and where the reviewer was then. */
export interface Entry {
  /** ISO 8601, UTC. */
  at: string;
  /** Seconds worked in all until then. */
  worked: number;
  changes?: Change[];
  position?: Position;
}

/**
 * A line is `["CHECK",NUMBER,{…}]`. The check is made of the draft's id, the check of the line before, the number
 * and the body, so that a torn line, a line of another draft, and one that does not follow are all recognised.
 */
export function lineAfter(id: string, { sequence, check }: Mark, entry: Entry): { line: string; mark: Mark } {
  const body = JSON.stringify(entry);
  const mark = { sequence: sequence + 1, check: checkOf(id, check, sequence + 1, body) };
  return { line: written(mark, body), mark };
}

/** Whose a journal is, and where that window began. */
export interface JournalOf {
  window: Window;
  /** As in the draft. */
  turn: number;
  journals: Record<string, number>;
}

/** The first line of a journal: what its lines follow, and whose they are. */
export function headOf(id: string, after: Mark, of: JournalOf): string {
  const body = JSON.stringify({ draft: id, after: after.check, ...of });
  return written({ sequence: after.sequence, check: checkOf(id, '', after.sequence, body) }, body);
}

/** A mark that no journal holds: something was saved that is in none. */
export function markBeyond(id: string, { sequence, check }: Mark, why: string): Mark {
  return { sequence: sequence + 1, check: checkOf(id, check, sequence + 1, why) };
}

export interface JournalText {
  /** Null in a journal of an older format, which had one for all windows. */
  of: JournalOf | null;
  /** What its lines follow. */
  after: Mark;
  lines: { mark: Mark; entry: Entry }[];
  /** Where the last good line ends, in bytes. */
  end: number;
  /** Lines after that which cannot be used. One that was being written when the power went is none of them. */
  lost: number;
}

/** The lines of a journal up to the first that is none; null when it is no journal of that draft at all. */
export function readJournal(id: string, bytes: Buffer): JournalText | null {
  const lines: JournalText['lines'] = [];
  const { line: first, next } = lineAt(bytes, 0);
  const head = first === null ? null : parts(first);
  if (!head || head.check !== checkOf(id, '', head.sequence, head.body)) return null;
  const { after: check, ...of } = JSON.parse(head.body) as { after: string } & JournalOf;
  const after = { sequence: head.sequence, check };
  let mark = after;
  let end = next;
  for (;;) {
    const { line, next } = lineAt(bytes, end);
    const read = line === null ? null : parts(line);
    if (!read || read.sequence !== mark.sequence + 1) break;
    if (read.check !== checkOf(id, mark.check, read.sequence, read.body)) break;
    mark = { sequence: read.sequence, check: read.check };
    lines.push({ mark, entry: JSON.parse(read.body) as Entry });
    end = next;
  }
  return { of: windowOf(of.window) && of, after, lines, end, lost: linesIn(bytes, end) };
}

/** The bytes up to the next newline, as text; null when there is no newline any more. */
function lineAt(bytes: Buffer, from: number): { line: string | null; next: number } {
  const end = bytes.indexOf(10, from);
  return end === -1 ? { line: null, next: from } : { line: bytes.toString('utf8', from, end), next: end + 1 };
}

/** Whole lines in the rest; what follows the last newline is torn. */
function linesIn(bytes: Buffer, from: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10, from); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

const written = ({ sequence, check }: Mark, body: string) => `["${check}",${sequence},${body}]\n`;

function parts(line: string): { check: string; sequence: number; body: string } | null {
  const match = /^\["([0-9a-f]{12})",(\d{1,15}),/.exec(line);
  if (!match?.[1] || !line.endsWith(']')) return null;
  return { check: match[1], sequence: Number(match[2]), body: line.slice(match[0].length, -1) };
}

const checkOf = (id: string, before: string, sequence: number, body: string): string =>
  hash('sha256', `${id} ${before} ${sequence} ${body}`, 'hex').slice(0, 12);
