import { describe, expect, it } from 'vitest';
import { setSeverity } from '../../../../src/tui/wizard/lists/lists.ts';
import { focusAt, visitPage } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { commit } from '../../../../src/tui/wizard/state/commit.ts';
import { keyboard } from '../../pure.ts';

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

it('opens the first issue on a page that was left when it had none', async () => {
  const hand = await keyboard();
  hand.do((state) => visitPage(state, 'high'));
  expect(hand.focus()).toContain('add-issue');
  hand.do((state) => visitPage(state, 'low'));
  hand.do((state) =>
    commit(state, {
      do: 'add-issue',
      issue: { id: 'a', severity: 'high', answers: { title: { value: 'Q' } } },
    }),
  );
  hand.do((state) => visitPage(state, 'high')).press('enter');
  expect(hand.state().open).toEqual({ issue: 'a' });
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

describe('a list of texts', () => {
  const place = { issue: 'a', field: 'impact' } as const;
  const issue = {
    id: 'a',
    severity: 'critical' as const,
    answers: { impact: { value: ['first', 'second', 'third', 'fourth'] } },
  };

  it('is one field to Tab, whose entries the arrows go through', async () => {
    const hand = (await keyboard({ issues: [issue] })).goTo(place);
    expect(hand.focus()).toBe('issue/a/impact#0');
    hand.press('tab');
    expect(hand.focus()).toBe('issue/a/fix');
    hand.press('shift+tab');
    expect(hand.focus()).toBe('issue/a/impact#3');
    hand.press('up');
    expect(hand.focus()).toBe('issue/a/impact#2');
    hand.press('shift+tab');
    expect(hand.focus()).toBe('issue/a/evidence');
  });

  it('says in an empty entry that Enter goes on', async () => {
    const hand = (await keyboard({ issues: [issue] })).goTo(place).press('shift+tab', 'tab');
    expect(hand.bottom().join('')).toContain('Enter next entry');
    hand.press('enter');
    expect(hand.bottom().join('')).toContain('Enter next field');
  });

  it('has the focus on the entry that undo and redo change', async () => {
    const hand = (await keyboard({ issues: [issue] })).goTo(place).press('down').type('!');
    hand.press('down', 'down');
    expect(hand.focus()).toBe('issue/a/impact#3');
    hand.press('ctrl+z');
    expect(hand.focus()).toBe('issue/a/impact#1');
    hand.press('up', 'ctrl+y');
    expect(hand.focus()).toBe('issue/a/impact#1');
    expect(hand.answer(place)).toEqual({ value: ['first', 'second!', 'third', 'fourth'] });
  });
});

describe('a checklist', () => {
  it('has the focus on the item that undo and redo change', async () => {
    const hand = (await keyboard()).goTo({ field: 'certification' }).press('down', 'space');
    const ticked = hand.focus();
    hand.press('down', 'down', 'ctrl+z');
    expect(hand.focus()).toBe(ticked);
    hand.press('down', 'ctrl+y');
    expect(hand.focus()).toBe(ticked);
  });
});

it('says once that an issue has no title', async () => {
  const hand = await keyboard({ issues: [{ id: 'a', severity: 'low', answers: {} }] });
  hand.do((state) => visitPage(state, 'low'));
  expect(hand.screen().match(/no title/g)).toHaveLength(1);
});

it.each([
  ['critical', 'add-issue'],
  ['plan', 'add/immediate'],
])('names the key that adds one right after Tab, on the page %s', async (page, row) => {
  const hand = await keyboard();
  hand.do((state) => focusAt({ ...state, page }, null)).press('shift+tab', 'tab');
  expect(hand.focus()).toBe(row);
  const shown = hand.page().join('\n');
  expect(shown).toMatch(/▌ \+ add (?:one|an issue) {2}Enter/);
  expect(shown).not.toMatch(/Press a | a$/m);
  expect(hand.press('enter').state().open).not.toBeNull();
});

it('calls the one that Enter adds what was typed on that row, and goes on', async () => {
  const hand = await keyboard();
  hand.do((state) => focusAt({ ...state, page: 'critical' }, null)).press('shift+tab', 'tab');
  hand.type('An add and a delettt').press('backspace', 'backspace').type('e');
  expect(hand.notice()).toBe('No text field here. Enter adds one called “An add and a delete”.');
  expect(hand.state().history.present.issues).toEqual([]);
  hand.press('enter');
  expect(hand.state().history.present.issues).toMatchObject([
    { answers: { title: { value: 'An add and a delete' } } },
  ]);
  expect(hand.focus()).toMatch(/category$/);
  // Not after another key.
  hand.press('escape', 'shift+tab', 'tab').do((state) => focusAt(state, { on: 'add-issue' }));
  hand.press('tab', 'shift+tab', 'down').type('Lost').press('up', 'down', 'enter');
  expect(hand.state().history.present.issues.at(-1)?.answers).toEqual({});
});

it('takes ? as text in what Enter adds', async () => {
  const hand = await keyboard();
  hand.do((state) => focusAt({ ...state, page: 'critical' }, null)).press('shift+tab', 'tab');
  hand.type('Who? Me').press('enter');
  expect(hand.state().history.present.issues).toMatchObject([{ answers: { title: { value: 'Who? Me' } } }]);
  hand.do((state) => focusAt({ ...state, open: null }, { on: 'add-issue' })).press('shift+tab', 'tab');
  expect(hand.press('?').state().overlay?.type).toBe('help');
});

it('takes a paste as what Enter adds', async () => {
  const hand = await keyboard();
  hand.do((state) => focusAt({ ...state, page: 'critical' }, null)).press('shift+tab', 'tab');
  hand.type('Lost ').paste('writes\nin a loop').press('enter');
  expect(hand.state().history.present.issues).toMatchObject([
    { answers: { title: { value: 'Lost writes in a loop' } } },
  ]);
});

it('says that nothing was typed where what Enter adds begins with a field that takes no text', async () => {
  const hand = await keyboard();
  hand.do((state) => focusAt({ ...state, page: 'critical' }, null)).press('shift+tab', 'tab');
  hand.do((state) => {
    const [block, title] = [state.template.issues.critical, state.template.issues.critical?.fields.title];
    if (!block || !title) return state;
    const choice = { ...title, kind: 'choice' as const, options: ['Bug', 'Gap'] };
    const critical = { ...block, fields: { ...block.fields, title: choice } };
    return { ...state, template: { ...state.template, issues: { ...state.template.issues, critical } } };
  });
  hand.type('Words');
  expect(hand.notice()).toBe('“Words” was not typed: there is no text field here. Enter adds one.');
  hand.paste('more');
  expect(hand.notice()).toBe('Nothing pasted: there is no text field here.');
});

it('takes letters as keys in a checklist once Space has ticked a box', async () => {
  const hand = (await keyboard()).goTo({ field: 'next-review' }).press('tab').type('a');
  expect(hand.notice()).toContain('“a” was not typed');
  hand.press('shift+tab', 'tab', 'space').type('a').type('Backups restored').press('enter');
  expect(hand.screen()).toContain('Backups restored');
});
