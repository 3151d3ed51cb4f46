import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FieldRef, fieldKey } from '../../../../src/review/review.ts';
import type { Template } from '../../../../src/template/template.ts';
import { bufferOf } from '../../../../src/text/buffer.ts';
import type { MarkedReport } from '../../../../src/tui/preview/preview-panel.ts';
import { pressed } from '../../../../src/tui/wizard/keys/dispatch.ts';
import { previewOf } from '../../../../src/tui/wizard/overlays/preview.ts';
import { openReportPanel } from '../../../../src/tui/wizard/session/report-panel.ts';
import { settled } from '../../../../src/tui/wizard/session/settle.ts';
import { createStore } from '../../../../src/tui/wizard/state/store.ts';
import { keyboard } from '../../pure.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const markedLine = ({ report, start }: MarkedReport): string =>
  report.at(start.part)?.lines[start.line] ?? '';

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
  expect(store.getState().beside?.report.at(0)?.lines.length).toBeGreaterThan(100);
  panel.end();
});

describe('the line that is being edited', () => {
  const letters = (text: string) => text.replace(/[^a-z0-9]+/gi, '');
  const ways: [string, (at: number) => string][] = [
    ['plain words', (at) => `Line ${at} of it`],
    ['bullets and headings', (at) => `${['- ', '# ', '> ', '1. ', '    '][at % 5]}part ${at}`],
    ['paragraphs', (at) => (at % 2 === 0 ? `Paragraph ${at}` : '')],
    ['rules and fences', (at) => ['---', `word ${at}`, '```', 'code', '```'][at % 5] ?? ''],
  ];
  /** A field of each form that takes several lines, wherever the template has it. */
  const placesIn = ({ fields, issues }: Template): FieldRef[] => {
    const own = Object.entries(fields).map(([field, one]) => [{ field } as FieldRef, one] as const);
    const ofIssue = Object.entries(issues.critical?.fields ?? {}).map(
      ([field, one]) => [{ issue: 'a', field } as FieldRef, one] as const,
    );
    const tall = [...own, ...ofIssue].filter(([, { kind }]) => kind === 'prose' || kind === 'code');
    const forms = new Map(
      tall.map(([place, { kind, place: where, indent }]) => [`${kind}${where}${indent}`, place]),
    );
    return [...forms.values()];
  };

  it.each(ways)('has the report at it, in %s', async (_, lineAt) => {
    const text = Array.from({ length: 40 }, (__, at) => lineAt(at)).join('\n');
    const review = { issues: [{ id: 'a', severity: 'critical' as const, answers: {} }] };
    const places = placesIn((await keyboard()).state().template);
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      const hand = await keyboard(review, 160, 48);
      hand.goTo(place).paste(text);
      const buffer = hand.state().buffer?.text ?? '';
      expect(buffer.split('\n')).toHaveLength(40);
      for (const [at, line] of buffer.split('\n').entries()) {
        if (letters(line) === '') continue;
        const caret = buffer.split('\n').slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
        const state = { ...hand.state(), buffer: bufferOf(buffer, caret) };
        const marked = markedLine(previewOf(state));
        expect(letters(marked), `${fieldKey(place)} ${at}`).toContain(letters(line));
      }
    }
  });

  it('has the report at it in a list', async () => {
    const location = { value: Array.from({ length: 30 }, (_, at) => `src/file-${at}.ts:${at + 1}`) };
    const hand = await keyboard({ issues: [{ id: 'a', severity: 'low', answers: { location } }] }, 160, 48);
    hand.goTo({ issue: 'a', field: 'location' });
    for (let at = 0; at < 30; at++, hand.press('down')) {
      expect(markedLine(previewOf(hand.state()))).toContain(`src/file-${at}.ts:`);
    }
  });

  it('is followed by the report beside the form, also where only the cursor moves', async () => {
    const hand = (await keyboard({}, 160, 48)).goTo({ field: 'sign-notes' });
    hand.paste(Array.from({ length: 200 }, (_, at) => `Line ${at + 1}`).join('\n'));
    const store = createStore(hand.state(), () => {}, settled);
    const panel = openReportPanel(store);
    const shown = () => {
      vi.runAllTimers();
      const { beside } = store.getState();
      return beside && markedLine(beside);
    };
    expect(shown()).toBe('Line 200');
    expect(store.getState().beside?.top.line).toBeGreaterThan(150);
    store.dispatch((state) => pressed(state, 'up', '', 1));
    expect(shown()).toBe('Line 199');
    panel.end();
  });
});
