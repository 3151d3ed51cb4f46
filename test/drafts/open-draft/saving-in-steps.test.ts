import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyOf } from '../../../src/drafts/journal/replay.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { openWriter } from '../../../src/drafts/open-draft/writer.ts';
import { atOnce } from '../../../src/files/steps.ts';
import { type History, record } from '../../../src/review/history/history.ts';
import { emptyReview } from '../../../src/review/review.ts';
import { given } from '../given.ts';
import { home } from '../kept.ts';

/** A window with a draft of many issues, that is saved in steps. */
function window() {
  const there = home();
  const issues = Array.from(
    { length: 1000 },
    (_, at) => ({ id: `i${at}`, severity: 'low', answers: {} }) as const,
  );
  const { id } = there.draft({ review: { ...emptyReview, issues: [...issues] } });
  const store = there.fresh();
  const opened = given(store.look(id));
  let { draft } = opened;
  let history: History = historyOf(draft);
  const writer = openWriter(store, opened, thisWindow({}), () => there.clock.now);
  return {
    there,
    writer,
    type(value: string) {
      history = record(history, { do: 'answer', at: { field: 'summary' }, answer: { value } });
      draft = { ...draft, review: history.present };
      given(writer.note(history.recent.slice(-1), null, 1));
    },
    steps: () => writer.saving({ draft, history }),
    save: () => given(writer.save({ draft, history })),
    /** What somebody finds who opens the draft now. */
    kept: () => given(there.fresh().look(id)),
    /** The words of its file alone. */
    published: () => given(there.fresh().look(id)).published?.review.answers.summary,
    files: () => readdirSync(join(there.path, 'journals', id)),
  };
}

const said = (value: string) => ({ value });

test('what is noted while a draft is saved in steps is in its journal, and in the next save', () => {
  const own = window();
  own.type('before');
  const steps = own.steps();
  for (let count = 0; count < 3; count += 1) expect(steps.next().done).toBe(false);
  own.type('meanwhile');
  expect(own.kept().draft.review.answers.summary).toEqual(said('meanwhile'));
  expect(given(atOnce(steps))).toBe('published');
  expect(own.published()).toEqual(said('before'));
  expect(own.kept()).toMatchObject({
    draft: { review: { answers: { summary: said('meanwhile') } } },
    lost: 0,
    apart: [],
  });
  // Much later the journal would be begun anew: not while it has more than the draft.
  own.there.clock.now = new Date(own.there.clock.now.getTime() + 60 * 60_000);
  const more = own.steps();
  more.next();
  own.type('later');
  given(atOnce(more));
  expect(own.kept()).toMatchObject({
    draft: { review: { answers: { summary: said('later') } } },
    lost: 0,
    apart: [],
  });
  own.save();
  expect(own.published()).toEqual(said('later'));
});

test('a save that is given up leaves the draft as it was, and nothing beside it', () => {
  const own = window();
  own.type('before');
  own.save();
  const files = own.files();
  own.type('meanwhile');
  const steps = own.steps();
  for (let count = 0; count < 3; count += 1) steps.next();
  steps.return(undefined as never);
  expect(own.published()).toEqual(said('before'));
  expect(own.files()).toEqual(files);
  own.save();
  own.writer.close();
  expect(own.published()).toEqual(said('meanwhile'));
});

test('a window that is left between two steps of a save keeps all that it did', () => {
  const own = window();
  own.type('before');
  own.save();
  own.type('meanwhile');
  own.steps().next();
  own.writer.close();
  expect(own.kept()).toMatchObject({
    draft: { review: { answers: { summary: said('meanwhile') } } },
    apart: [],
  });
});
