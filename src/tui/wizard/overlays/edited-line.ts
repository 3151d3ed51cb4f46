import { focusedBlock } from '../page/view.ts';
import { itemsOf, rowsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';

/** The lines of what is being edited, and which of them has the cursor, counted from 0. */
interface Edited {
  lines: readonly string[];
  at: number;
}

/** The text or the rows of the field that has the focus; null where there are none. */
function editedIn(state: State): Edited | null {
  const { buffer, history } = state;
  const block = focusedBlock(state);
  if (block?.type === 'row' || block?.type === 'item') {
    const { place, field, index } = block;
    const rows =
      block.type === 'row'
        ? rowsOf(history.present, place, field)
        : itemsOf(history.present, place, field).map(({ text }) => text);
    return { lines: linesIn(rows), at: linesIn(rows.slice(0, index)).length };
  }
  if (block?.type !== 'field' || !buffer) return null;
  return { lines: linesIn([buffer.text]), at: linesIn([buffer.text.slice(0, buffer.caret)]).length - 1 };
}

const linesIn = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split('\n'));

/** Which line of the focused field has the cursor, counted from 0; 0 where it has no lines. */
export const editedLine = (state: State): number => editedIn(state)?.at ?? 0;

/** An answer begins at most so many lines below its place: an empty one, a code fence. */
const most = 3;
/** By so many of its lines it is known where it begins. */
const looked = 5;

/**
 * The line of a report that has the cursor.
 * @param report its lines
 * @param from the one where the focused field's answer has its place
 */
export function editedLineIn(state: State, report: readonly string[], from: number): number {
  const { lines = [], at = 0 } = editedIn(state) ?? {};
  const first = lines.findIndex(hasWords);
  if (first < 0) return from;
  const known = lines.slice(first, first + looked).map(plain);
  const matches = (begin: number): number =>
    known.filter((words, index) => plain(report[begin + index] ?? '').endsWith(words)).length;
  // Blank lines before an answer are printed in code only, and those behind it nowhere.
  const begins = Array.from({ length: first + most + 1 }, (_, down) => from + down);
  const best = Math.max(...begins.map(matches));
  const begin = begins.find((one) => matches(one) === best) ?? from;
  return Math.max(from, begin + Math.min(at, lines.findLastIndex(hasWords)) - first);
}

const hasWords = (line: string): boolean => plain(line) !== '';

/** Letters and digits: what begins a block of Markdown is printed with entities. */
const plain = (line: string): string => line.replace(/[^\p{L}\p{N}]+/gu, '');
