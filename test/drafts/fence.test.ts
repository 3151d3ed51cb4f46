import { expect, test } from 'vitest';
import { historyOf } from '../../src/drafts/journal/replay.ts';
import { openKeeper } from '../../src/drafts/journal/writer.ts';
import { clearUnfinished } from '../../src/drafts/store/folder.ts';
import { record } from '../../src/review/history/history.ts';
import { home } from './kept.ts';

/**
 * The first stands still right after it has looked for the `at`-th time whether the draft is still its own, is taken
 * over and goes on: whatever it was writing then, what the second wrote stays.
 */
function stoppedAt(at: number, act: 'note' | 'save' | 'save anew') {
  const there = home();
  const { id } = there.draft();
  const store = there.fresh();
  const loaded = store.load(id);
  if (!loaded.ok) throw new Error('not loaded');
  let second: ReturnType<typeof there.open> | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  const held = () => {
    asked += 1;
    if (asked !== at) return asked < at;
    clearUnfinished(there.path, id);
    second = there.open(id);
    second.fence();
    second.type('of the second');
    return true;
  };
  const first = openKeeper(store, loaded.value, () => there.clock.now, held);
  let history = historyOf(loaded.value);
  const type = (value: string) => {
    history = record(history, { do: 'answer', at: { field: 'summary' }, answer: { value } }, 'typing');
    return history.recent.slice(-1);
  };
  const save = () => first.save({ draft: { ...loaded.value, review: history.present }, history });
  first.note(type('both know this'), null, 1);
  save();
  if (act === 'save anew') there.clock.now = new Date(there.clock.now.getTime() + 60 * 60_000);

  asked = 0;
  const late = type('of the first');
  if (act === 'note') held();
  first.note(late, null, 1);
  if (act !== 'note') save();
  first.close();
  second?.type('of the second, and more');
  second?.kill();
  const then = there.fresh().load(id);
  return {
    taken: second !== undefined,
    summary: then.ok ? then.value.review.answers.summary : then.failures,
  };
}

test.each(['note', 'save', 'save anew'] as const)(
  'a %s that is cut short anywhere, and goes on, harms nothing',
  (act) => {
    let times = 0;
    for (let at = 1; at < 20; at += 1) {
      const { taken, summary } = stoppedAt(at, act);
      if (!taken) break;
      times += 1;
      expect({ at, summary }).toEqual({ at, summary: { value: 'of the second, and more' } });
    }
    expect(times).toBeGreaterThan(0);
  },
);
