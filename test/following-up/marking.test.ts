import { expect, test } from 'vitest';
import type { PreviousReview } from '../../src/review/previous/delta-section.ts';
import type { Item, Review } from '../../src/review/review.ts';
import { checkedNow } from '../../src/tui/wizard/state/problems.ts';
import { keyboard } from '../tui/pure.ts';

const issues: Review['issues'] = [
  { id: 'root', severity: 'critical', answers: { title: { value: 'Root password' } } },
  {
    id: 'pool',
    severity: 'high',
    answers: { title: { value: 'Pool runs dry' }, fix: { value: 'Raise it' } },
  },
];
const items: Item[] = [
  { id: 'root', answers: { earlier: { value: 'CRITICAL-1: Root password' } } },
  { id: 'pool', answers: { earlier: { value: 'HIGH-1: Pool runs dry' } } },
];
const previous: PreviousReview = {
  from: '/app/old.md',
  issues: issues.map((issue, index) => ({ name: index === 0 ? 'CRITICAL-1' : 'HIGH-1', issue })),
  answers: { 'unit-coverage': { value: '81' }, 'auth-status': { value: 'At Risk' } },
};

const onPool = { on: 'entry', list: 'delta', item: 'pool' } as const;

async function atPool(columns = 100) {
  const hand = await keyboard({ items: { delta: items } }, columns);
  hand.do((state) => ({ ...state, facts: { ...state.facts, previous } }));
  hand.do((state) => ({ ...state, page: 'delta-page', focus: onPool }));
  const review = () => hand.state().history.present;
  return { hand, review, before: review(), pool: () => review().items.delta?.[1] };
}

test.each([
  ['1', 'Resolved', 0],
  ['2', 'Still open', 1],
  ['3', 'Changed', 1],
  ['4', 'Accepted as risk', 0],
])('%s says that it is %s, in one step', async (key, words, count) => {
  const { hand, review, before, pool } = await atPool();
  hand.press(key, ...(key === '4' ? ['escape'] : []));
  const marked = review();
  expect(pool()?.answers.outcome).toEqual({ value: words });
  expect(review().issues).toHaveLength(count);
  hand.press('ctrl+z');
  expect(review()).toEqual(before);
  expect(hand.focus()).toBe('entry/delta/pool');
  hand.press('ctrl+y');
  expect(review()).toEqual(marked);
  expect(hand.focus()).toBe('entry/delta/pool');
});

test('a previous issue opens at what became of it, a new one at its first field', async () => {
  const { hand, pool } = await atPool();
  hand.press('enter');
  expect(hand.focus()).toBe('list/delta/pool/outcome');
  hand.press('1');
  expect(pool()?.answers).toMatchObject({
    earlier: { value: 'HIGH-1: Pool runs dry' },
    outcome: { value: 'Resolved' },
  });
  hand.press('escape', 'a');
  expect(hand.focus()).toMatch(/^list\/delta\/.+\/earlier$/);
});

test('what is changed is opened, what is accepted asks by whom, why and until when', async () => {
  const { hand, pool } = await atPool();
  hand.press('3');
  expect(hand.state().open).toEqual({ issue: 'pool' });
  expect(hand.screen()).toContain('It is now HIGH-1');
  const other = await atPool();
  other.hand.press('4').type('Grace').press('tab').do(checkedNow);
  expect(other.hand.screen()).not.toMatch(/✗|without "Until"/);
  other.hand.type('Behind a queue').press('tab').type('2026-12-31');
  other.hand.press('escape');
  expect(other.pool()?.answers).toMatchObject({
    'accepted-by': { value: 'Grace' },
    reason: { value: 'Behind a queue' },
    until: { value: '2026-12-31' },
    fix: { value: 'Raise it' },
  });
  expect(other.hand.focus()).toBe('entry/delta/pool');
  expect(other.hand.screen()).toContain('by Grace, until 2026-12-31: Behind a queue');
  expect(pool()?.answers).not.toHaveProperty('fix');
});

test('an issue that was edited stays, and that is said', async () => {
  const { hand, review } = await atPool();
  hand.press('3').goTo({ issue: 'pool', field: 'fix' }).type(' soon');
  hand.do((state) => ({ ...state, page: 'delta-page', open: null, focus: onPool, buffer: null }));
  hand.press('1');
  expect(review().issues).toHaveLength(1);
  expect(hand.notice()).toContain('HIGH-1 was changed, so it stays');
});

test('Backspace takes the decision back', async () => {
  const { hand, review, before } = await atPool();
  hand.press('2', 'backspace');
  expect(review()).toEqual(before);
});

test('marking one goes on to the next one, and stays at the last', async () => {
  const { hand } = await atPool();
  hand.press('up');
  const first = hand.focus();
  expect(first).toMatch(/^entry\/delta\//);
  hand.press('1');
  expect(hand.focus()).toBe('entry/delta/pool');
  hand.press('up', '2');
  expect(hand.focus()).toBe('entry/delta/pool');
  hand.press('1');
  expect(hand.focus()).toBe('entry/delta/pool');
});

test('the outcome can be picked in the open item as well', async () => {
  const { hand, review } = await atPool();
  hand.press('enter').goTo({ list: 'delta', item: 'pool', field: 'outcome' }).press('2');
  expect(hand.state().open).toEqual({ list: 'delta', item: 'pool' });
  expect(review().issues.map(({ id }) => id)).toEqual(['pool']);
  hand.press('up', 'enter');
  expect(review().issues).toEqual([]);
});

test('the row shows the earlier name, what it is now and what became of it; the hints name the keys', async () => {
  const { hand } = await atPool(80);
  expect(hand.bottom().at(-1)).toContain('1 resolved   2 still open   3 changed   4 accepted');
  hand.press('2');
  expect(hand.screen()).toMatch(/▌ HIGH-1 Pool runs dry → HIGH-1 Still open ✓/);
  expect(hand.screen()).toMatch(/CRITICAL-1 Root password not decided yet ○/);
  expect(hand.screen()).toContain('1 still open, 1 not decided');
});

test('what was measured before stands beside the field, with its unit', async () => {
  const { hand } = await atPool();
  expect(hand.goTo({ field: 'unit-coverage' }).screen()).toContain('was 81%');
  expect(hand.goTo({ field: 'auth-status' }).screen()).toContain('was At Risk');
});

test('the page is there only while something is said on it, or it is open', async () => {
  const hand = await keyboard({}, 120, 40);
  const { railRows } = await import('../../src/tui/wizard/render/rail.ts');
  const rail = () =>
    railRows(hand.state())
      .flat()
      .map(({ text }) => text)
      .join('');
  hand.goTo({ field: 'summary' });
  expect(rail()).not.toContain('Delta');
  hand.press('pagedown');
  expect(hand.state().page).toBe('critical');
  hand.goTo({ field: 'previous-verdict' });
  expect(rail()).toContain('Delta');
  hand.press('pagedown');
  expect(rail()).not.toContain('Delta');
  hand.goTo({ field: 'previous-verdict' }).type('GO').press('pagedown');
  expect(rail()).toContain('Delta');
});

test('a previous report is offered on the first page, and no more when the review follows one', async () => {
  const hand = await keyboard();
  hand.do((state) => ({
    ...state,
    suggestions: { previousReview: 'docs/reports/a.md' },
  }));
  expect(hand.screen()).toContain('A previous report exists: docs/reports/a.md.');
  const { goalList } = await import('../../src/tui/wizard/overlays/palette.ts');
  const offered = () =>
    goalList(hand.state()).entries.find(({ title }) => title === 'Follow up on docs/reports/a.md');
  const goal = offered();
  hand.do((state) => goal?.go(state) ?? state);
  expect(hand.effects).toEqual([{ do: 'follow', report: 'docs/reports/a.md' }]);
  const { followedUp, followUpOn } = await import('../../src/tui/wizard/lists/follow-up.ts');
  const { template } = hand.state();
  const review: Review = { answers: {}, issues, items: {}, notes: {} };
  const earlier = { template, review, report: '/r/docs/reports/a.md', draft: null };
  const ahead = followUpOn(hand.state(), earlier);
  expect(ahead?.previous.issues).toHaveLength(2);
  hand.do((state) => followedUp(state, ahead?.actions ?? []));
  expect(hand.state().page).toBe('delta-page');
  expect(hand.screen()).toContain('2 issues of the previous review: say what became of each.');
  expect(followUpOn(hand.state(), earlier)).toBeNull();
  expect(offered()).toBeUndefined();
  hand.press('ctrl+z');
  expect(hand.state().history.present.items).toEqual({});
  expect(offered()).toBeDefined();
});

test('what was written into an accepted item is not lost where its issue is still there', async () => {
  const { hand, review, pool } = await atPool();
  hand.press('3').goTo({ issue: 'pool', field: 'fix' }).type(' soon');
  hand.do((state) => ({ ...state, page: 'delta-page', open: null, focus: onPool, buffer: null }));
  hand.press('4').goTo({ list: 'delta', item: 'pool', field: 'fix' }).type(', and watch it');
  hand.do((state) => ({ ...state, page: 'delta-page', open: null, focus: onPool, buffer: null }));
  hand.press('2');
  expect(review().issues).toMatchObject([{ answers: { fix: { value: 'Raise it soon' } } }]);
  expect(pool()?.answers).toMatchObject({
    outcome: { value: 'Still open' },
    fix: { value: 'Raise it, and watch it' },
  });
});
