import { describe, expect, it } from 'vitest';
import type { Review } from '../../../../src/review/review.ts';
import { highlighted } from '../../../../src/tui/preview/highlight.ts';
import { goToField } from '../../../../src/tui/wizard/navigation/go-to.ts';
import { openIssue, visitPage } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { openFinish } from '../../../../src/tui/wizard/overlays/finish/finish.ts';
import { goToPlaceOf, problemRows } from '../../../../src/tui/wizard/overlays/problems/problems.ts';
import { rowsOfBlock } from '../../../../src/tui/wizard/render/blocks/blocks.ts';
import { seenOf } from '../../../../src/tui/wizard/render/layout.ts';
import { checkedNow, problemsFor } from '../../../../src/tui/wizard/state/problems.ts';
import { keyboard } from '../../pure.ts';

const review = { answers: { 'review-date': { value: 'soon' }, risk: { value: 'awful' } } };

describe('problems and what is unanswered', () => {
  it.each([
    [80, 24],
    [120, 36],
    [160, 48],
  ])('are both seen with their counts at %i by %i, whichever has the keys', async (columns, rows) => {
    const hand = (await keyboard(review, columns, rows)).press('ctrl+r');
    for (const active of ['found', 'unanswered']) {
      expect(hand.state().overlay).toMatchObject({ list: active });
      expect(hand.screen()).toMatch(/Problems \(\d+\)/);
      expect(hand.screen()).toMatch(/Unanswered \(\d+\)/);
      hand.press('tab');
    }
  });

  it('stand in the same columns from the first row to the last', async () => {
    const hand = (await keyboard({}, 120, 36)).press('ctrl+r');
    const at = () =>
      hand
        .rows()
        .find((row) => row.startsWith('❯'))
        ?.search(/(?<=^❯ . \S.* {2,})\S/);
    const first = at();
    expect(first).toBeGreaterThan(10);
    for (let step = 0; step < 60; step++) expect(hand.press('down') && at()).toBe(first);
  });

  it('are filtered by typing, after a slash or without one', async () => {
    const hand = (await keyboard({}, 100, 30)).press('ctrl+r').type('/heartb');
    expect(hand.screen()).toContain('❯ ○ WebSocket Management Heartbeats');
    expect(hand.press('enter').focus()).toBe('heartbeats');
  });
});

describe('what a problem leads to', () => {
  const faulty: Partial<Review> = {
    ...review,
    issues: [
      { id: 'low', severity: 'low', answers: { title: { value: 'Untidy' }, location: { value: ['a.go'] } } },
      { id: 'bare', severity: 'critical', answers: { title: { value: 'Open door' } } },
      { id: 'new', severity: 'high', answers: {} },
    ],
    items: { immediate: [{ id: 'x', answers: { action: { value: 'Close it' } } }] },
  };
  const plain = (text: string) => text.replace(/[▌!✗\s]+/g, ' ');
  const said = (hand: Awaited<ReturnType<typeof keyboard>>) => plain(hand.page().join(' '));

  it('says what is wrong there, from Problems', async () => {
    const start = await keyboard(faulty, 120, 60);
    const rows = problemRows(start.state()).found.filter(
      ({ place, first }) => place && first.level !== 'hint',
    );
    expect(rows.map(({ message }) => message).join()).toContain('LOW-1 has no Category');
    for (const { first } of rows) {
      const hand = (await keyboard(faulty, 120, 60)).do((state) => checkedNow(goToPlaceOf(state, first)));
      expect(said(hand)).toContain(plain(first.message));
    }
  });

  it('says what is wrong there by Ctrl+T, and is counted as before, until one comes back to it by hand', async () => {
    const hand = (await keyboard(faulty, 120, 60)).do((state) => checkedNow(state));
    const count = () => /[!✗] \d+ \w+/.exec(hand.header())?.[0];
    const before = count();
    const seen = new Set<string>();
    while (!seen.has(hand.press('ctrl+t').focus())) {
      seen.add(hand.focus());
      const messages = problemsFor(hand.state()).filter(({ unanswered }) => !unanswered);
      const isTold =
        hand.notice().includes('no answer yet') ||
        messages.some(({ message }) => said(hand).includes(plain(message)));
      expect(isTold, hand.focus()).toBe(true);
      expect(count()).toBe(before);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['issue/low/category', 'issue/new/title']));
    hand.do((state) => openIssue(goToField(state, { issue: 'low', field: 'category' }), 'low'));
    expect(said(hand)).not.toContain('LOW-1 has no Category');
  });
});

describe('Finish', () => {
  it('leads to what is left to do on each page', async () => {
    const hand = (await keyboard({}, 100, 48)).do((state) => openFinish(state));
    expect(hand.screen()).toMatch(
      /Still open\n.*○ Review details 3 unanswered\n.*○ Executive Summary 3 unanswered/,
    );
    expect(hand.screen()).toContain('○ Medium the report says “No medium priority issues found.”');
    expect(hand.screen()).toContain('○ Strengths nothing added: the report shows placeholders');
    hand.press('shift+tab', 'down');
    expect(hand.screen()).toContain('▌ ❯ ○ Executive Summary 3 unanswered Enter goes there');
    expect(hand.bottom().join('')).toContain('Enter go there');
    hand.type('x').press('enter');
    expect(hand.state().overlay).toBeNull();
    expect(hand.state().page).toBe('summary-page');
    expect(hand.focus()).toBe('risk');
  });
});

it('begins Help where one is', async () => {
  const hand = await keyboard({}, 100, 30);
  const first = () =>
    hand
      .press('f1')
      .rows()
      .find((row, at) => at > 3 && row.trim() !== '')
      ?.trim();
  hand.do((state) => visitPage(state, 'high'));
  expect(first()).toBe('In a list of issues or items');
  hand.press('escape').do((state) => goToField(state, { field: 'summary' }));
  expect(first()).toBe('In text');
});

it('colours evidence in the form, letter by letter what is typed', async () => {
  const text =
    'func f() {\n\treturn "x" // a comment that is long enough to be wrapped on a narrow screen\n}';
  const evidence = { value: { language: 'go', text } };
  const hand = await keyboard({ issues: [{ id: 'a', severity: 'critical', answers: { evidence } }] }, 60, 30);
  const tones = () => {
    const block = seenOf(hand.state()).find(
      ({ block: { type, key } }) => type === 'field' && key.includes('evidence'),
    );
    if (!block) throw new Error('no evidence in view');
    return rowsOfBlock(hand.state(), block.block).map((row) => row.map(({ tone }) => tone));
  };
  hand.goTo({ issue: 'a', field: 'evidence' });
  const plain = hand.page();
  hand.do((state) => ({ ...state, highlight: highlighted }));
  expect(tones().flat()).toContain('keyword');
  expect(hand.page()).toEqual(plain);
});
