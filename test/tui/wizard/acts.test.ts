import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../../src/fields/kinds.ts';
import type { Answer } from '../../../src/fields/value.ts';
import { localDate } from '../../../src/repository/suggestions.ts';
import { answerAt, type Issue, type Item, type Review } from '../../../src/review/review.ts';
import { plainText } from '../../../src/tui/row.ts';
import { offerAt } from '../../../src/tui/wizard/page/offers/offer.ts';
import { typing } from '../../../src/tui/wizard/page/text.ts';
import { focusedBlock } from '../../../src/tui/wizard/page/view.ts';
import { rowsOfBlock } from '../../../src/tui/wizard/render/blocks/blocks.ts';
import { fieldAt } from '../../../src/tui/wizard/state/lookup.ts';
import { problemsFor } from '../../../src/tui/wizard/state/problems.ts';
import { keyboard } from '../pure.ts';

type Hand = Awaited<ReturnType<typeof keyboard>>;

const review = (hand: Hand): Review => hand.state().history.present;

/** Where the hand is. */
function place(hand: Hand): string {
  const { page, open } = hand.state();
  const block = focusedBlock(hand.state());
  const empty = block?.type === 'row' && block.empty ? ' empty' : '';
  return `${page} ${JSON.stringify(open)} ${hand.focus()}${empty}`;
}

/** What is answered, without what says nothing: an empty list is none. */
function answered({ answers, issues, items, notes }: Review) {
  const some = Object.entries(items).filter(([, entries]) => entries.length > 0);
  return { answers, issues, items: Object.fromEntries(some), notes };
}

/** Presses a key from the first field on until nothing moves any more, or something lies over the page. */
function walk(hand: Hand, key: string, at: (before: string) => void = () => {}): number {
  for (let steps = 0; steps < 1000; steps++) {
    const before = place(hand);
    at(before);
    hand.press(key);
    // In long text Enter begins a new line: there Tab goes on.
    if (key === 'enter' && typing(hand.state()) === 'lines' && place(hand) === before) hand.press('tab');
    if (hand.state().overlay || place(hand) === before) return steps;
  }
  throw new Error(`${key} goes in a circle`);
}

/** The clock of these tests stands still. */
const today = localDate(new Date(0));
const suggestions = {
  reviewer: 'Ada Park',
  version: 'v1.4.2',
  previousReview: 'docs/reports/2026-01-31-x.md',
};

/** Some answers, issues and items, so that every kind of stop is there. */
const issues: Issue[] = [
  { id: 'a', severity: 'critical', answers: { title: { value: 'One' }, category: { value: ['Security'] } } },
  { id: 'b', severity: 'high', answers: { title: { value: 'Two' } } },
];
const entry = (id: string, field: string): Item => ({ id, answers: { [field]: { value: 'Words' } } });
const filled: Partial<Review> = {
  answers: { risk: { value: 'HIGH' }, recommendation: { value: 'GO' }, 'auth-status': { value: 'Secure' } },
  issues,
  items: {
    immediate: [entry('x', 'action'), entry('y', 'action')],
    strengths: [entry('s', 'title')],
    delta: [entry('d', 'earlier')],
  },
};

/** The stops of the forms of that review's issues and items, by how one comes there. */
const forms = [
  { issue: 'a', field: 'title' },
  { issue: 'b', field: 'title' },
  { list: 'immediate', item: 'x', field: 'action' },
] as const;

describe('a fresh review', () => {
  it('is not answered by Enter alone, on any page or form', async () => {
    const hand = await keyboard();
    const steps = walk(hand, 'enter');
    expect(hand.state().overlay?.type).toBe('finish');
    expect(steps).toBeGreaterThan(120);
    // The day is suggested from the start, in words and with the key: see below.
    const { fields } = hand.state().template;
    const given = Object.keys(review(hand).answers).map((id) => fields[id]?.suggest);
    expect(new Set(given)).toEqual(new Set(['today']));
    expect(answered({ ...review(hand), answers: {} })).toEqual(answered(review(await keyboard())));
  });

  it('takes by Enter only suggestions that the screen shows in words, with the key that accepts them', async () => {
    const hand = (await keyboard()).do((state) => ({ ...state, suggestions }));
    const offered: Record<string, Answer> = {};
    walk(hand, 'enter', () => {
      const block = focusedBlock(hand.state());
      const offer = block && offerAt(hand.state(), block);
      if (!offer || !('place' in block) || !('field' in block.place)) return;
      expect(rowsOfBlock(hand.state(), block).map(plainText).join('\n')).toContain(
        `suggested: ${offer.words}, Enter accepts`,
      );
      offered[block.place.field] = { value: offer.value };
    });
    expect(Object.keys(offered)).toEqual(expect.arrayContaining(['review-date', 'version', 'references']));
    expect(answered(review(hand))).toMatchObject({ answers: offered, issues: [], items: {} });
    expect(Object.keys(review(hand).answers).sort()).toEqual(Object.keys(offered).sort());
  });

  it('is not answered by Tab alone, suggestions and all', async () => {
    for (const key of ['tab', 'shift+tab']) {
      const hand = (await keyboard()).do((state) => ({ ...state, suggestions }));
      if (key === 'shift+tab') walk(hand, 'tab');
      const steps = walk(hand, key);
      expect(steps).toBeGreaterThan(100);
      expect(review(hand)).toEqual(review(await keyboard()));
    }
  });

  it('passes a checklist and a list as one field, and goes through them by the arrows', async () => {
    const hand = (await keyboard(filled)).goTo({ field: 'infrastructure' });
    const [field] = hand.focus().split('#');
    hand.press('down');
    expect(hand.focus()).toBe(`${field}#1`);
    hand.press('tab');
    expect(hand.focus()).not.toContain(field);
    hand.press('shift+tab');
    expect(hand.focus()).toBe(`${field}#0`);
    hand.goTo({ list: 'immediate', item: 'x', field: 'action' }).press('escape');
    expect(hand.focus()).toBe('entry/immediate/x');
    hand.press('tab');
    expect(hand.focus()).not.toContain('immediate');
    hand.press('shift+tab');
    expect(hand.focus()).toBe('entry/immediate/x');
  });
});

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** All stops that Tab comes to, of the pages and of the open forms; at each, what a fresh hand does there. */
async function atEachStop(does: (hand: Hand) => void, check: (before: Review, hand: Hand) => void) {
  let stops = 0;
  const begin = [null, ...forms];
  for (const form of begin) {
    const walker = await keyboard(filled);
    if (form) walker.goTo(form);
    const { open } = walker.state();
    walk(walker, 'tab', () => {
      const state = walker.state();
      if (JSON.stringify(state.open) !== JSON.stringify(open)) return;
      stops += 1;
      const before = review(walker);
      does(walker);
      check(before, walker);
      walker.do(() => state);
    });
  }
  expect(stops).toBeGreaterThan(120);
}

/** Everything of a review but one field. */
function without(given: Review, at: Parameters<typeof answerAt>[1]): unknown {
  const copy = structuredClone(given);
  if ('issue' in at) delete copy.issues.find(({ id }) => id === at.issue)?.answers[at.field];
  else if ('list' in at) delete copy.items[at.list]?.find(({ id }) => id === at.item)?.answers[at.field];
  else delete copy.answers[at.field];
  return copy;
}

describe('typing at every stop that Tab comes to', () => {
  it('changes only what shows a text cursor, or an option that the screen shows as chosen', async () => {
    await atEachStop(
      (hand) => hand.type(alphabet),
      (before, hand) => {
        const state = hand.state();
        if (review(hand) === before) return;
        const block = focusedBlock(state);
        if (block?.type === 'note') return;
        if (!block || !('place' in block)) throw new Error(`${place(hand)} has changed the review`);
        expect(without(review(hand), block.place)).toEqual(without(before, block.place));
        if (typing(state)) return;
        const given = answerAt(review(hand), block.place);
        const field = fieldAt(state.template, review(hand), block.place);
        if (!given || !('value' in given) || !field || isEmpty(field, given.value))
          throw new Error(place(hand));
        const rows = rowsOfBlock(state, block).map(plainText).join('\n');
        for (const one of [given.value].flat()) {
          expect(rows, place(hand)).toMatch(/\((•)\)|\[✓\]|❯/);
          expect(rows, place(hand)).toContain(String(one));
        }
      },
    );
  });

  it.each(['november', 'add the code', 'marked as done', 'all keys KJ /'])(
    '“%s” marks, adds, deletes and moves nothing',
    async (words) => {
      await atEachStop(
        (hand) => hand.type(words),
        (before, hand) => {
          const after = review(hand);
          expect(hand.state().overlay, place(hand)).toBeNull();
          expect(after.issues.map(({ id, severity }) => id + severity)).toEqual(
            before.issues.map(({ id, severity }) => id + severity),
          );
          expect(after.items).toMatchObject(
            Object.fromEntries(
              Object.entries(before.items).map(([list, all]) => [list, all.map(({ id }) => ({ id }))]),
            ),
          );
          expect(JSON.stringify(after)).not.toContain('notApplicable');
          if (after !== before) expect(typing(hand.state()), place(hand)).not.toBeNull();
        },
      );
    },
  );

  it('“november” on a page that one has turned to marks and adds nothing either', async () => {
    const hand = await keyboard(filled);
    for (let page = 0; page < 14; page++) {
      const before = hand.state();
      hand.type('november');
      const after = hand.state().history.present;
      expect(after.issues, hand.state().page).toEqual(before.history.present.issues);
      expect(JSON.stringify(after)).not.toContain('notApplicable');
      expect(JSON.stringify(after.items)).toHaveLength(JSON.stringify(before.history.present.items).length);
      hand.do(() => before).press('pagedown');
    }
  });
});

describe('a letter key in a list', () => {
  it('acts once the list is really gone into, and says so before', async () => {
    const hand = (await keyboard(filled)).goTo({ issue: 'a', field: 'title' }).press('escape', 'pageup');
    while (!hand.focus().startsWith('issue/')) hand.press('tab');
    hand.type('d');
    expect(review(hand).issues).toHaveLength(2);
    expect(hand.notice()).toContain('Press ↑ or ↓');
    expect(hand.bottom().join('')).not.toContain('d delete');
    hand.press('down', 'up');
    expect(hand.bottom().join('')).toContain('d delete');
    hand.type('d');
    expect(review(hand).issues).toHaveLength(1);
  });
});

describe('a choice', () => {
  const risk = { field: 'risk' };

  it('has no highlight until the reviewer moves, and Enter goes on without one', async () => {
    const hand = (await keyboard()).goTo(risk);
    expect(hand.page().join('\n')).not.toMatch(/❯|•/);
    hand.press('enter');
    expect(hand.answer(risk)).toBeUndefined();
    hand.goTo(risk).press('right', 'enter');
    expect(hand.answer(risk)).toEqual({ value: 'CRITICAL' });
  });

  it('goes to the option that begins with a letter, and never types it', async () => {
    const hand = (await keyboard({}, 120)).goTo(risk).type('m');
    expect(hand.answer(risk)).toBeUndefined();
    expect(hand.page().join('\n')).toContain('❯( ) MEDIUM');
    hand.press('enter');
    expect(hand.answer(risk)).toEqual({ value: 'MEDIUM' });
    hand.goTo(risk).type('x');
    expect(hand.notice()).toContain('Choose “other…” first');
    expect(hand.answer(risk)).toEqual({ value: 'MEDIUM' });
  });

  it('does nothing for a digit beyond its options, or within a word', async () => {
    const hand = (await keyboard()).goTo(risk).type('9');
    expect(hand.answer(risk)).toBeUndefined();
    hand.type('about 2');
    expect(hand.answer(risk)).toBeUndefined();
    hand.press('left').type('2');
    expect(hand.answer(risk)).toEqual({ value: 'HIGH' });
  });

  it('says how a pasted text can be put in, and answers nothing', async () => {
    const hand = (await keyboard()).goTo(risk).paste('high, so far');
    expect(hand.answer(risk)).toBeUndefined();
    expect(hand.notice()).toContain('Nothing pasted. Choose “other…” first');
    hand.type('5').paste('high, so far');
    expect(hand.answer(risk)).toEqual({ value: 'high, so far' });
  });

  it('stands in one row, so that the form does not jump when the focus comes', async () => {
    const hand = (await keyboard(filled, 120, 60)).goTo({ field: 'cache-invalidation' });
    const rowOf = (label: string) => hand.page().findIndex((row) => row.includes(label));
    const apart = () => rowOf('TTLs Defined') - rowOf('Redis Usage');
    expect(hand.page().join('\n')).toContain('( ) Correct  ( ) Incorrect  ( ) Missing  ( ) other…');
    const before = apart();
    expect(before).toBe(2);
    hand.press('tab');
    expect(apart()).toBe(before);
  });
});

describe('a suggestion', () => {
  it('is shown as one where the focus is, and is no answer elsewhere', async () => {
    const hand = (await keyboard()).do((state) => ({ ...state, suggestions }));
    expect(hand.screen()).toContain(`suggested: ${today}, Enter accepts`);
    expect(hand.screen()).toMatch(/suggested: Ada Park$/m);
    hand.press('tab');
    expect(hand.screen()).toContain('suggested: Ada Park, Enter accepts');
    expect(hand.screen()).toContain(`suggested: ${today}\n`);
    expect(hand.state().history.present.answers).toEqual({});
  });

  it('for the first page is accepted by three Enters, and is missing until then', async () => {
    const hand = (await keyboard()).do((state) => ({ ...state, suggestions }));
    const missing = () => problemsFor(hand.state()).filter(({ id }) => id === 'required').length;
    const before = missing();
    hand.press('enter', 'enter', 'enter');
    expect(hand.state().history.present.answers).toEqual({
      'review-date': { value: today },
      reviewer: { value: 'Ada Park' },
      version: { value: 'v1.4.2' },
    });
    expect(missing()).toBe(before - 3);
  });

  it('for the previous report takes its place among the references', async () => {
    const hand = (await keyboard()).do((state) => ({ ...state, suggestions }));
    hand.goTo({ field: 'references' });
    const block = () => hand.rows().find((row) => row.includes('Previous Review'));
    for (let at = 0; at < 20 && !block()?.includes('▌'); at += 1) hand.press('down');
    expect(hand.screen()).toContain('suggested: docs/reports/2026-01-31-x.md, Enter accepts');
    hand.press('enter');
    expect(hand.answer({ field: 'references' })).toMatchObject({
      value: expect.arrayContaining(['Previous Review: `docs/reports/2026-01-31-x.md`']),
    });
  });
});

describe('not applicable for a group', () => {
  it('touches what is unanswered, says how many first and names the rest', async () => {
    const hand = await keyboard({ answers: { 'redis-usage': { value: 'Consistent' } } });
    hand.goTo({ field: 'ttls' }).press('alt+N');
    expect(hand.bottom().join('\n')).toContain(
      'Mark 2 unanswered fields as not applicable; 1 answered one stays',
    );
    hand.submit('no cache');
    expect(hand.answer({ field: 'redis-usage' })).toEqual({ value: 'Consistent' });
    expect(hand.answer({ field: 'ttls' })).toEqual({ notApplicable: 'no cache' });
    expect(hand.notice()).toBe('Answered, so not marked: Redis Usage.');
  });
});
