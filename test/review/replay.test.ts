import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/review/actions.ts';
import { compact, expand } from '../../src/review/history/compact-action.ts';
import {
  type Change,
  type History,
  record,
  redo,
  replay,
  savedUndo,
  startHistory,
  undo,
} from '../../src/review/history/history.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview } from '../../src/review/review.ts';
import { spliceBetween, spliced } from '../../src/text/splice.ts';
import { runs } from '../runs.ts';
import { action, review } from './arbitrary.ts';

const asFile = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const body = (history: History) => [history.past, history.present, history.future].map(asFile);

type Move = 'undo' | 'redo' | [Action, string | undefined];
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(action, fc.constantFrom(undefined, 'g', 'h')) },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);
const moves = fc.array(move, { maxLength: 25 });

function act(history: History, what: Move): History {
  if (what === 'undo') return undo(history).history;
  if (what === 'redo') return redo(history).history;
  return record(history, what[0], what[1]);
}

/** A history after the moves, and what a journal would have been told of them. */
function session(before: ReturnType<typeof startHistory>, all: Move[]) {
  const changes: Change[] = [];
  const end = all.reduce((now, one) => {
    const next = act(now, one);
    if (next.made > now.made) changes.push(...next.recent.slice(now.made - next.made));
    return next;
  }, before);
  return { end, changes };
}

test('what was done is done again from what was kept of it', () => {
  fc.assert(
    fc.property(review, moves, (before, all) => {
      const { end, changes } = session(startHistory(before), all);
      const again = asFile(changes).reduce<History | null>(
        (now, change) => now && replay(now, change),
        startHistory(before),
      );
      expect(again && body(again)).toEqual(body(end));
    }),
    { numRuns: runs(50) },
  );
});

test('undo and redo work after a restart as they would have without', () => {
  fc.assert(
    fc.property(review, moves, (before, all) => {
      const { end } = session(startHistory(before), all);
      let now = end;
      let again = startHistory(asFile(end.present), asFile(savedUndo(end)));
      for (const way of [undo, undo, redo, undo, undo, undo, redo, redo, redo, redo, redo]) {
        now = way(now).history;
        again = way(again).history;
        expect(again.present).toEqual(now.present);
      }
    }),
    { numRuns: runs(50) },
  );
});

test('a key in a long text is kept as that key, wherever the text is', () => {
  const long = 'All is well. '.repeat(50);
  const more = `${long.slice(0, 300)}x${long.slice(300)}`;
  const answers = [
    (value: string) => ({ value }),
    (notApplicable: string) => ({ notApplicable }),
    (value: string) => ({ value: ['a', value, 'b'] }),
    (text: string) => ({ value: { text, language: 'go' } }),
    (text: string) => ({
      value: [
        { text: 'a', done: true },
        { text, done: false },
      ],
    }),
  ];
  for (const answer of answers) {
    const put = (text: string) => ({ do: 'answer', at: { field: 'summary' }, answer: answer(text) }) as const;
    const before = reduce(emptyReview, put(long));
    const kept = compact(before, put(more));
    expect(JSON.stringify(kept).length).toBeLessThan(150);
    expect(expand(before, asFile(kept))).toEqual(put(more));
    expect(expand(emptyReview, kept)).toBeNull();
  }
});

test('a splice makes one text of another', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\ud83d', '\ude00'), maxLength: 30 });
  const blocks = fc.tuple(text, fc.nat(9000)).map(([one, n]) => one + 'ab'.repeat(n));
  fc.assert(
    fc.property(blocks, text, blocks, text, (head, old, tail, fresh) => {
      const [before, after] = [head + old + tail, head + fresh + tail];
      const splice = spliceBetween(before, after);
      expect(spliced(before, splice)).toBe(after);
      expect(splice.put.length).toBeLessThanOrEqual(fresh.length);
      expect(splice.cut).toBeLessThanOrEqual(old.length);
    }),
    { numRuns: runs(50) },
  );
});

test('a thousand steps in a long text do not hold a thousand copies of it', () => {
  const text = 'x'.repeat(100_000);
  let now = startHistory(emptyReview);
  for (let n = 0; n < 50; n += 1) {
    now = record(now, { do: 'answer', at: { field: 'summary' }, answer: { value: `${text}${n}` } });
  }
  expect(JSON.stringify(now.past.slice(1, -1)).length).toBeLessThan(20_000);
  for (let n = 0; n < 49; n += 1) now = undo(now).history;
  expect(now.present.answers.summary).toEqual({ value: `${text}0` });
});
