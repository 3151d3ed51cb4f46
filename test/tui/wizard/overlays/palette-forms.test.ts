import { expect, test } from 'vitest';
import type { Review } from '../../../../src/review/review.ts';
import { keyboard } from '../../pure.ts';

const review: Partial<Review> = {
  issues: [{ id: 'a', severity: 'critical', answers: { title: { value: 'Root password' } } }],
  items: { immediate: [{ id: 'x', answers: { action: { value: 'Change it' } }, issues: ['a'] }] },
};

test('Go to finds the issues that an action is about', async () => {
  const hand = (await keyboard(review)).press('ctrl+g').type('immediate 1 issues');
  expect(hand.screen()).toContain('1 issue');
  expect(hand.press('enter').focus()).toBe('about/immediate/x');
});

test('Go to finds no such field while there are no issues', async () => {
  const hand = (await keyboard({ ...review, issues: [] })).press('ctrl+g').type('immediate 1 issues');
  expect(hand.press('enter').focus()).not.toContain('about');
});

test('Go to finds the severity of an issue', async () => {
  const hand = (await keyboard(review)).press('ctrl+g').type('critical-1 severity').press('enter');
  expect(hand.focus()).toBe('severity/a');
});

test('Go to finds the notes that were kept of a report, by their words too', async () => {
  const kept: Partial<Review> = {
    issues: [{ id: 'a', severity: 'critical', answers: {}, note: 'Seen in staging\nas well' }],
    notes: { 'summary-page': 'Agreed with the platform team' },
  };
  for (const words of ['executive note', 'platform team'])
    expect((await keyboard(kept)).press('ctrl+g').type(words).press('enter').focus()).toBe(
      'note/summary-page',
    );
  for (const words of ['critical-1 note', 'seen in staging']) {
    const hand = (await keyboard(kept)).press('ctrl+g').type(words);
    expect(hand.screen()).toContain('CRITICAL-1 › Note');
    expect(hand.press('enter').focus()).toBe('issue-note/a');
  }
});

test('Go to counts a kept note among all that there is', async () => {
  const found = async (kept: Partial<Review>) => {
    const hand = (await keyboard(kept, 120)).press('ctrl+g').type('critical-1');
    return Number(/ of (\d+)/.exec(hand.bottom().join('\n'))?.[1]);
  };
  const issue = { id: 'a', severity: 'critical' as const, answers: {} };
  const without = await found({ issues: [issue] });
  expect(await found({ issues: [{ ...issue, note: 'Seen in staging' }] })).toBe(without + 1);
});

test('on a narrow screen Go to cuts where things are, not what they are called', async () => {
  const hand = (await keyboard({}, 60, 20)).press('ctrl+g').type('checklist');
  const fields = hand.rows().filter((row) => / field /.test(row));
  expect(fields.length).toBeGreaterThan(5);
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields.join('\n')).toMatch(/Checklist .*… › Critical Issues/);
  // A name that is too long leaves a third to where it is.
  const title = { value: 'A very long name for something that everybody knows by a short one' };
  const items = { immediate: [{ id: 'x', answers: { action: title } }] };
  const long = (await keyboard({ items }, 60, 20)).press('ctrl+g').type('very long name');
  expect(long.screen()).toMatch(/Immediate.*… › A very long name.*…/);
});

test.each([60, 80, 120])(
  'the kinds of what Go to finds stand in one column, at %i columns',
  async (columns) => {
    const words =
      'authentication of every kind of user in each of the services, and of the services themselves';
    const title = { value: words };
    const hand = await keyboard({ issues: [{ id: 'a', severity: 'critical', answers: { title } }] }, columns);
    const rows = hand.press('ctrl+g').type('auth').rows();
    const at = rows.flatMap((row) => / (?:field|group|issue|item)(?: |$)/.exec(row)?.index ?? []);
    expect(at.length).toBeGreaterThan(4);
    expect(new Set(at).size).toBe(1);
  },
);
