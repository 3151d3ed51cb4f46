import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/drafts/format/draft.ts';
import { openLock } from '../../../src/drafts/lock/lock.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { dropUntouched } from '../../../src/drafts/open-draft/untouched.ts';
import { emptyReview } from '../../../src/review/review.ts';
import { runs } from '../../runs.ts';
import { bundled } from '../../template/bundled.ts';
import { home } from '../kept.ts';

const template = bundled();
/** What a new review begins with where git knows the reviewer. */
const begun = { ...emptyReview, answers: { reviewer: { value: 'Ada Park' } } };
const position = { page: template.pages[3]?.id ?? '', scroll: 2 };

/** A draft of a new review, and what becomes of it once nobody has it open. */
function begin(from: Partial<Draft> = {}) {
  const there = home();
  const { id } = there.draft({ review: begun, ...from });
  const now = () => there.clock.now;
  return { there, id, dropped: () => dropUntouched(there.fresh(), id, template, now, () => true) };
}

type Someone = ReturnType<ReturnType<typeof home>['open']>;

/** What can be done to a draft, and whether that is something. */
const deeds: Record<string, { something: boolean; do(someone: Someone): unknown }> = {
  looks: { something: false, do: (someone) => someone.at(position) },
  saves: { something: false, do: (someone) => someone.save() },
  types: { something: true, do: (someone) => someone.type('All is well') },
  retypes: { something: true, do: (someone) => someone.type('Grace Hopper', 'reviewer') },
  'types and undoes': { something: true, do: (someone) => [someone.type('x'), someone.undo()] },
  'clears what was begun with': {
    something: true,
    do: (someone) => someone.do({ do: 'answer', at: { field: 'reviewer' }, answer: null }),
  },
};

test('a draft goes when nothing was done in it, and stays when anything was, left or killed', () => {
  const some = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 4 });
  fc.assert(
    fc.property(some, fc.boolean(), (names, killed) => {
      const { there, id, dropped } = begin();
      const someone = there.open(id);
      for (const name of names) deeds[name]?.do(someone);
      if (killed) someone.kill();
      else someone.leave();
      const something = names.some((name) => deeds[name]?.something);
      expect(dropped()).toBe(!something);
      expect(there.fresh().has(id)).toBe(something);
      there.gone();
    }),
    { numRuns: runs(25, 60) },
  );
});

test('nothing of a draft that goes is left behind, and no other draft is touched', () => {
  const { there, id, dropped } = begin();
  const other = there.draft({ review: begun });
  there.open(id).leave();
  expect(dropped()).toBe(true);
  expect(there.windows(id)).toEqual([]);
  expect(there.fresh().look(id).ok).toBe(false);
  expect(there.fresh().look(other.id).ok).toBe(true);
});

test.each<[string, Partial<Draft>]>([
  ['was read from a report', { readFrom: '/r/report.md' }],
  ['was written as one', { written: { path: '/r/report.md', at: '2026-02-13T10:00:00Z' } }],
  [
    'holds an answer that no new review begins with',
    { review: { ...begun, answers: { summary: { value: 'x' } } } },
  ],
  ['holds an issue', { review: { ...begun, issues: [{ id: 'one', severity: 'low', answers: {} }] } }],
  ['holds a note', { review: { ...begun, notes: { summary: 'A line' } } }],
  ['was edited where its undo groups are not', { edited: '2026-02-13T10:00:01.000Z' }],
])('one that %s stays', (_, from) => {
  expect(begin(from).dropped()).toBe(false);
});

test('one that another window has open stays, and so does one of a window on another machine', () => {
  const { there, id, dropped } = begin();
  const now = () => there.clock.now;
  const lock = openLock(there.path, id, thisWindow({}), { now });
  lock.take();
  expect(dropped()).toBe(false);
  lock.release();
  there.open(id).at(position);
  expect(dropUntouched(there.fresh(), id, template, now)).toBe(false);
  expect(dropped()).toBe(true);
});

test('one that went back to its beginning keeps what was done before', () => {
  const { there, id, dropped } = begin();
  const someone = there.open(id);
  someone.save();
  someone.type('All is well');
  someone.leave();
  expect(there.fresh().goBack(id, 1).ok).toBe(true);
  expect(dropped()).toBe(false);
});
