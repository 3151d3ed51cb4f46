import { describe, expect, it } from 'vitest';
import { setSeverity } from '../../src/tui/wizard/lists.ts';
import { visitPage } from '../../src/tui/wizard/navigate.ts';
import { keyboard } from './pure.ts';

describe('actions in their list', () => {
  const action = (id: string, what: string, owner: string, deadline?: string) => ({
    id,
    answers: {
      action: { value: what },
      owner: { value: owner },
      ...(deadline ? { deadline: { value: deadline } } : {}),
    },
  });

  it('have their answers in columns, each behind its label', async () => {
    const hand = await keyboard({
      items: {
        immediate: [action('a', 'Rotate', 'QA', '2026-03-01'), action('b', 'Patch', 'Platform team')],
      },
    });
    hand.do((state) => visitPage(state, 'plan'));
    const rows = hand.page().filter((row) => row.includes('Owner: '));
    expect(rows[0]).toMatch(/Owner: QA {2,}Deadline: 2026-03-01/);
    expect(rows[1]).toMatch(/Owner: Platform team/);
  });
});

describe('m', () => {
  const issues = ['a', 'b', 'c'].map((id) => ({ id, severity: 'high' as const, answers: {} }));

  it('goes on with the next issue, and at the end with the one before', async () => {
    const hand = await keyboard({ issues });
    hand.do((state) => visitPage(state, 'high')).press('down');
    expect(hand.focus()).toBe('issue/b');
    hand.do((state) => setSeverity(state, 'b', 'low'));
    expect(hand.focus()).toBe('issue/c');
    hand.do((state) => setSeverity(state, 'c', 'low'));
    expect(hand.focus()).toBe('issue/a');
  });

  it('leaves what an issue lacks on as many rows as it takes', async () => {
    const hand = await keyboard(
      { issues: [{ ...issues[0], severity: 'critical', answers: {} } as never] },
      60,
    );
    hand.do((state) => visitPage(state, 'critical'));
    expect(hand.screen()).toContain('no estimated effort');
    expect(hand.screen()).not.toContain('…');
  });
});

describe('editing a file of a list that the template leaves open', () => {
  it('replaces the first [words] by what is typed', async () => {
    const files = { field: 'tools' };
    const hand = (await keyboard()).goTo(files);
    const before = hand.page().find((row) => row.startsWith('▌')) ?? '';
    expect(before).toMatch(/^▌ \[ \] .*\[/);
    hand.press('e');
    expect(hand.notice()).toContain('Typing replaces [');
    hand.type('xyz').press('enter');
    const given = hand.answer(files);
    const [first] = given && 'value' in given && Array.isArray(given.value) ? given.value : [];
    const expected = before
      .replace(/^▌ \[ \] /, '')
      .trim()
      .replace(/\[[^\]]+\]/, 'xyz');
    expect(first).toEqual({ text: expected, done: false });
    hand.press('ctrl+z');
    expect(hand.answer(files)).toBeUndefined();
  });
});
