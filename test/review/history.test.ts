import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/review/actions.ts';
import { type History, record, redo, startHistory, undo } from '../../src/review/history/history.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, valueAt } from '../../src/review/review.ts';
import { runs } from '../runs.ts';
import { action, actions, review } from './arbitrary.ts';

const type = (history: History, text: string, group?: string) =>
  record(history, { do: 'answer', at: { field: 'summary' }, answer: { value: text } }, group);
const summary = (history: History) => valueAt(history.present, { field: 'summary' });

test('undo takes any action back', () => {
  fc.assert(
    fc.property(review, action, (before, one) => {
      const after = record(startHistory(before), one);
      expect(undo(after).history.present).toEqual(before);
    }),
    { numRuns: runs(50) },
  );
});

test('redo does again what undo took back', () => {
  fc.assert(
    fc.property(review, action, (before, one) => {
      const after = record(startHistory(before), one);
      fc.pre(after.past.length > 0);
      const again = redo(undo(after).history).history;
      expect(again.present).toEqual(after.present);
      expect(again.future).toEqual([]);
    }),
    { numRuns: runs(50) },
  );
});

test('a whole session is undone to its beginning and redone to its end, grouped or not', () => {
  const grouped = fc.array(fc.tuple(action, fc.constantFrom(undefined, 'g', 'h')), { maxLength: 25 });
  fc.assert(
    fc.property(review, grouped, (before, steps) => {
      const end = steps.reduce((now, [one, group]) => record(now, one, group), startHistory(before));
      let now = end;
      for (const _ of end.past) now = undo(now).history;
      expect(now.present).toEqual(before);
      for (const _ of end.past) now = redo(now).history;
      expect(now.present).toEqual(end.present);
    }),
    { numRuns: runs(30) },
  );
});

test('the present is what the actions alone give', () => {
  fc.assert(
    fc.property(review, actions, (before, all) => {
      const end = all.reduce((now, one) => record(now, one), startHistory(before));
      expect(end.present).toEqual(all.reduce(reduce, before));
    }),
  );
});

test('steps are plain data', () => {
  fc.assert(
    fc.property(review, actions, (before, all) => {
      const { past } = all.reduce((now, one) => record(now, one), startHistory(before));
      expect(JSON.parse(JSON.stringify(past))).toEqual(past);
    }),
  );
});

test('the letters of one word are one step', () => {
  const word = ['h', 'ha', 'hal', 'half'].reduce(
    (now, text) => type(now, text, 'w'),
    startHistory(emptyReview),
  );
  const more = type(word, 'half a', 'v');
  expect(more.past).toHaveLength(2);
  expect(summary(undo(more).history)).toBe('half');
  expect(summary(undo(undo(more).history).history)).toBeUndefined();
});

test('typing after an undo starts a new step and forgets what was undone', () => {
  const word = type(type(startHistory(emptyReview), 'a', 'w'), 'a b', 'v');
  const again = type(type(undo(word).history, 'a c', 'v'), 'a cd', 'v');
  expect(again.future).toEqual([]);
  expect(summary(undo(again).history)).toBe('a');
});

test('undo and redo say where to look', () => {
  const add: Action = { do: 'add-issue', issue: { id: 'x1', severity: 'high', answers: {} } };
  const added = record(startHistory(emptyReview), add);
  const named = record(added, {
    do: 'answer',
    at: { issue: 'x1', field: 'title' },
    answer: { value: 'Leak' },
  });
  const back = undo(named);
  expect(back.touched).toEqual({ issue: 'x1', field: 'title', severity: 'high' });
  expect(undo(back.history).touched).toEqual({ issue: 'x1', severity: 'high' });
  expect(redo(undo(back.history).history).touched).toEqual({ issue: 'x1', severity: 'high' });
  expect(undo(startHistory(emptyReview)).touched).toBeNull();
});

test('an action that changes nothing is no step', () => {
  const start = type(startHistory(emptyReview), 'a');
  expect(type(start, 'a')).toBe(start);
});

test('a session without end keeps its last thousand steps', () => {
  let now = startHistory(emptyReview);
  for (let n = 0; n < 1100; n += 1) now = type(now, `${n}`);
  expect(now.past).toHaveLength(1000);
  expect(summary(now)).toBe('1099');
});
