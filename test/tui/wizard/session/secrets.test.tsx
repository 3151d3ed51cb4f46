import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, withIssue } from '../../../checks/sound.ts';
import { live } from '../../../repository/live.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

const token = live['GitHub Token'] ?? '';
const told = 'Summary Statement holds what looks like a live GitHub Token: ghp_********';

test('what looks like a secret is found while one pauses, is marked, and is redacted by a key', async () => {
  const given = world();
  const screen = await wizard(given, await draftOf(given, answered({ summary: null })));
  await screen.goTo('Summary Statement');
  screen.paste(`The log shows ${token}`);
  await screen.see('✗ 1 error');
  await screen.see('Alt+R fix it');
  // What is typed since it was found stays.
  screen.type(' ok');
  screen.press('alt+r');
  await screen.see('The log shows [redacted GitHub Token] ok');
  await screen.gone('✗ 1 error');
  screen.press('ctrl+z');
  await screen.see('✗ 1 error');
  screen.press('ctrl+r');
  await screen.see('Problems (1)');
  await screen.see('holds what looks like a live GitHub Token');
  screen.press('alt+r');
  await screen.see('No problems');
  screen.press('escape');
  await screen.gone('No problems');
  expect((await screen.leave()).review.answers.summary).toEqual({
    value: 'The log shows [redacted GitHub Token] ok',
  });
});

test('no report is written with it unknowingly, not even at once after a paste', async () => {
  const given = world();
  const screen = await wizard(given, await draftOf(given, answered({ summary: null })));
  const path = join(given.repository, 'docs/reports/2026-02-13-production-readiness.md');
  await screen.goTo('Summary Statement');
  screen.paste(`The log shows ${token}.`);
  await screen.goTo('Finish review');
  screen.press('enter');
  await screen.see('✗ 1 error: fix it, or explain why you are keeping it');
  await screen.see(told);
  expect(existsSync(path)).toBe(false);
  screen.press('alt+r');
  await screen.gone('✗ 1 error');
  screen.press('enter');
  await screen.see('Report written to docs/reports/2026-02-13-production-readiness.md');
  const report = readFileSync(path, 'utf8');
  expect(report).toContain('The log shows [redacted GitHub Token].');
  expect(report).not.toContain(token);
});

test('a reason lets this secret stay, and no other one', async () => {
  const given = world();
  const review = withIssue('high', { description: `Seen: ${token}` });
  const screen = await wizard(given, await draftOf(given, review));
  const path = join(given.repository, 'docs/reports/2026-02-13-production-readiness.md');
  await screen.goTo('Finish review');
  await screen.see('Kept because');
  screen.type('it is revoked');
  screen.press('enter', 'enter');
  await screen.see('Report written to');
  const report = readFileSync(path, 'utf8');
  expect(report).toContain(`Seen: ${token}`);
  expect(report).toContain('Reason: it is revoked');

  await screen.goTo('Description');
  await screen.see('▌ Description');
  screen.press('ctrl+u');
  screen.paste(`Seen: ${live['npm access token']}`);
  await screen.see('✗ 1 error');
  await screen.see('Alt+R redact the npm access token');
});

test('a reason is kept where one finishes before the search has begun', async () => {
  const given = world();
  const review = withIssue('high', { description: `Seen: ${token}` });
  const screen = await wizard(given, await draftOf(given, review));
  await screen.goTo('Finish review');
  await screen.see('Kept because');
  screen.type('it is revoked');
  const draft = await screen.leave();
  expect(draft.review.overrides).toHaveLength(1);
  const again = await wizard(given, draft);
  again.press('ctrl+g');
  again.type('Finish review');
  again.press('enter', 'enter', 'enter');
  await again.see('Report written to');
  const left = await again.leave();
  expect(left.review.overrides).toHaveLength(1);
});

test('who goes to the drafts at once after finishing finds the report written, and the draft knows where', async () => {
  const given = world();
  const draft = await draftOf(given, answered({ summary: 'All is well.' }));
  const screen = await wizard(given, draft);
  const path = join(given.repository, 'report.md');
  screen.ask({ do: 'write', path, seen: null }, { do: 'home' });
  await screen.see('1 draft');
  expect(readFileSync(path, 'utf8')).toContain('All is well.');
  expect(given.drafts.load(draft.id)).toMatchObject({ value: { written: { path } } });
});
