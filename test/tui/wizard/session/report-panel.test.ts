import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openReportPanel } from '../../../../src/tui/wizard/session/report-panel.ts';
import { settled } from '../../../../src/tui/wizard/session/settle.ts';
import { createStore } from '../../../../src/tui/wizard/state/store.ts';
import { keyboard } from '../../pure.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('makes no report where the terminal became too narrow for it meanwhile, and makes it when it is wide again', async () => {
  const hand = await keyboard({ answers: { summary: { value: 'Some words. '.repeat(40) } } }, 160, 48);
  const store = createStore(hand.state(), () => {}, settled);
  const panel = openReportPanel(store);
  const resize = (columns: number) => store.dispatch((state) => ({ ...state, size: { columns, rows: 24 } }));
  resize(40);
  vi.runAllTimers();
  expect(store.getState().beside).toBeFalsy();
  resize(160);
  vi.runAllTimers();
  expect(store.getState().beside?.lines.length).toBeGreaterThan(100);
  panel.end();
});
