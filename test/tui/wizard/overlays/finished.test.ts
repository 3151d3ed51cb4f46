import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../../../src/review/review.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import type { State } from '../../../../src/tui/wizard/state/state.ts';
import { keyboard } from '../../pure.ts';

const review: Partial<Review> = {
  answers: {
    version: { value: 'v1.4.2' },
    recommendation: { value: 'CONDITIONAL GO' },
    risk: { value: 'CRITICAL' },
  },
  issues: [{ id: 'one', severity: 'critical', answers: { title: { value: 'Unsalted hashes' } } }],
  items: {
    immediate: [
      { id: 'a', answers: { action: { value: 'Hash anew' }, blocks: { value: 'Yes' } } },
      { id: 'b', answers: { action: { value: 'Tell users' }, blocks: { value: 'No' } } },
    ],
    'short-term': [{ id: 'c', answers: { action: { value: 'Audit the logs' } } }],
  },
};

/** The screen once the report of a review in /r was written there. */
async function finished(columns = 120, rows = 36, name = 'docs/reports/a.md', more: Partial<State> = {}) {
  const path = join('/r', name);
  const hand = await keyboard(review, columns, rows);
  hand.do((state) => ({
    ...state,
    cwd: '/r',
    ...more,
    facts: { ...state.facts, repository: '/r', written: { path, at: '2026-11-27T12:00:00Z' } },
    overlay: { type: 'finished', path, shown: name, lines: 412, at: 0 },
  }));
  return hand;
}

describe('once the report is written', () => {
  test.each([
    [120, 36],
    [80, 24],
    [40, 12],
  ])('%i x %i shows where it is, what it says and what is next', async (columns, rows) => {
    const text = (await finished(columns, rows)).screen().replace(/ +/g, ' ');
    for (const words of [
      'Report written to docs/reports/a.md',
      '412 lines',
      'CONDITIONAL GO',
      'risk CRITICAL',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
    for (const step of ['c Git command', 'v View the report', 'e Go on editing', 'h Home'])
      expect(text).toContain(step);
    for (const row of text.split('\n')) expect(displayWidth(row)).toBeLessThanOrEqual(columns);
  });

  test('counts issues, actions and what is open as Finish does', async () => {
    const text = (await finished()).screen().replace(/\s+/g, ' ');
    expect(text).toContain('1 critical 3 actions, 1 blocks the deployment');
    expect(text).toMatch(/\d+ fields without an answer: .*Analysis \d+/);
  });

  test('c prints the command in the end and runs nothing; v comes back, e goes on, h goes home', async () => {
    const hand = await finished();
    const command =
      "git add -- docs/reports/a.md && git commit -m 'Add review of Sanctum v1.4.2' -- docs/reports/a.md";
    expect(hand.press('c').effects).toEqual([{ do: 'print', command }]);
    expect(hand.press('v').state().overlay?.type).toBe('preview');
    expect(hand.press('escape').state().overlay?.type).toBe('finished');
    expect(hand.press('down', 'enter').state().overlay?.type).toBe('preview');
    expect(hand.press('ctrl+p', 'h').effects.at(-1)).toEqual({ do: 'home' });
    expect(hand.press('e').state().overlay).toBeNull();
  });

  test('a hostile name is quoted, and one that cannot be read makes no command', async () => {
    const quoted = (await finished(200, 30, "a'; rm -rf ~;.md")).screen();
    expect(quoted).toContain("git add -- 'a'\\''; rm -rf ~;.md' &&");
    const unseen = await finished(120, 36, 'a\u202eb.md');
    expect(unseen.screen()).not.toContain('git add');
    expect(unseen.press('c').effects).toEqual([]);
  });

  test('from another folder the command names the repository, and outside of it there is none', async () => {
    expect((await finished(200, 30, 'a.md', { cwd: '/elsewhere' })).screen()).toContain(
      'git -C /r add -- a.md && git -C /r commit',
    );
    expect((await finished(120, 36, '../x.md')).screen()).not.toContain('git add');
  });
});
