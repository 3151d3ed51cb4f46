import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/drafts/format/draft.ts';
import { emptyReview, fieldKey } from '../../../../src/review/review.ts';
import { loadTemplate } from '../../../../src/template-library/registry.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { plainText, rowWidth } from '../../../../src/tui/row.ts';
import { hints } from '../../../../src/tui/wizard/keys/table.ts';
import { openIssue, step } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { restore } from '../../../../src/tui/wizard/navigation/restore.ts';
import { blocksOf, focusableBlocks, isFocused } from '../../../../src/tui/wizard/page/view.ts';
import { rowsOfBlock } from '../../../../src/tui/wizard/render/blocks/blocks.ts';
import { bottomRows, topRule } from '../../../../src/tui/wizard/render/frame.ts';
import { geometryOf } from '../../../../src/tui/wizard/render/geometry.ts';
import { headerRow } from '../../../../src/tui/wizard/render/header.ts';
import { caretOf, layoutOf, seenOf } from '../../../../src/tui/wizard/render/layout.ts';
import { railRows } from '../../../../src/tui/wizard/render/rail.ts';
import { keepVisible } from '../../../../src/tui/wizard/render/scroll.ts';
import { settled } from '../../../../src/tui/wizard/session/settle.ts';
import { focusKey, placeOf, sameFocus } from '../../../../src/tui/wizard/state/focus.ts';
import type { State } from '../../../../src/tui/wizard/state/state.ts';
import { openGroup } from '../../../../src/tui/wizard/state/undo-group.ts';

const some = 'An answer that takes two rows there.';
const long = 'A long answer that takes more than one row on any screen. '.repeat(12).trim();

async function opened(columns: number, rows: number): Promise<State> {
  const template = await loadTemplate({ name: 'production-readiness' }, '');
  if (!template.ok) throw new Error('no template');
  const draft: Draft = {
    format: 3,
    id: 'abc',
    template: { name: 'production-readiness', version: '1' },
    review: {
      ...emptyReview,
      answers: { reviewer: { value: long }, summary: { value: long }, risk: { value: 'HIGH' } },
      issues: [{ id: 'one', severity: 'critical', answers: { title: { value: long } } }],
      items: {
        strengths: [{ id: 'two', answers: {} }],
        delta: [
          { id: 'three', answers: {} },
          {
            id: 'four',
            answers: {
              earlier: { value: `CRITICAL-1: ${some}` },
              outcome: { value: some },
              note: { value: some },
            },
            issues: ['one'],
          },
        ],
      },
      notes: {},
    },
    made: '',
    edited: '',
    worked: 0,
    position: { page: '', scroll: 0 },
  };
  return keepVisible(restore(template.value, draft, 0, { columns, rows }));
}

/** Every stop of the review from here on, with the state in which it has the focus. */
function* walk(start: State): Generator<State> {
  let state = start;
  for (let steps = 0; steps < 2000; steps++) {
    yield state;
    const next = settled(state, step(state, 1));
    if (sameFocus(next.focus, state.focus) && next.page === state.page) return;
    state = next;
  }
  throw new Error('Tab goes in a circle');
}

function focusIsSeen(state: State) {
  const { height } = geometryOf(state.size);
  const { blocks, tops, heights } = layoutOf(state);
  const index = blocks.findIndex((block) => isFocused(state, block));
  expect(index, state.page).toBeGreaterThanOrEqual(0);
  const top = (tops[index] ?? 0) - state.scroll;
  const caret = caretOf(state);
  const fits = (heights[index] ?? 1) + 1 < height;
  const rows = fits ? [top, top + (heights[index] ?? 1) - 1] : [(caret?.row ?? 0) - state.scroll];
  for (const row of rows) {
    expect(row, `${state.page} ${state.focus && focusKey(state.focus)}`).toBeGreaterThanOrEqual(0);
    expect(row, `${state.page} ${state.focus && focusKey(state.focus)}`).toBeLessThan(height);
  }
}

describe.each([
  [40, 12],
  [80, 24],
  [100, 24],
  [160, 48],
])('at %i by %i', (columns, rows) => {
  it('every field can be reached and is on the screen when it has the focus', async () => {
    const start = await opened(columns, rows);
    const seen = new Set<string>();
    for (const state of walk(start)) {
      focusIsSeen(state);
      const place = placeOf(state.focus);
      if (place) seen.add(fieldKey(place));
    }
    for (const field of Object.keys(start.template.fields)) expect(seen).toContain(field);
    for (const state of walk(settled(start, openIssue(start, 'one')))) focusIsSeen(state);
  });

  it('no line is wider than its place', async () => {
    for (const state of walk(await opened(columns, rows))) {
      const { width, rail } = geometryOf(state.size);
      for (const { block } of seenOf(state)) {
        for (const line of rowsOfBlock(state, block)) {
          expect(rowWidth(line), plainText(line)).toBeLessThanOrEqual(width);
        }
      }
      const frame = [headerRow(state), topRule(state), ...bottomRows(state, hints(state))];
      for (const line of frame) expect(rowWidth(line), plainText(line)).toBeLessThanOrEqual(columns);
      if (rail > 0) for (const line of railRows(state)) expect(rowWidth(line)).toBeLessThanOrEqual(rail);
    }
  });
});

describe('the page', () => {
  it('gives every typed letter a place on the screen', async () => {
    for (const state of walk(await opened(60, 20))) {
      if (!state.buffer) continue;
      const { blocks } = layoutOf(state);
      const block = blocks.find((one) => isFocused(state, one));
      if (!block) throw new Error('no focus');
      const shown = rowsOfBlock(state, block).map(plainText).join('');
      expect(shown.replace(/[\s▌]/g, '')).toContain(state.buffer.text.replace(/\s/g, ''));
    }
  });

  it('keeps its blocks the same objects while only a text changes', async () => {
    const state = await opened(80, 24);
    const [first] = focusableBlocks(state);
    expect(first && blocksOf(openGroup(state))).toBe(blocksOf(state));
    expect(displayWidth('▌')).toBe(1);
  });
});
