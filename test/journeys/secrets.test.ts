import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { render } from '../../src/report/writer/render.ts';
import type { Review } from '../../src/review/review.ts';
import { answered, sound as review } from '../checks/sound.ts';
import { live } from '../repository/live.ts';
import { surroundings, template } from './surroundings.ts';

/** The sound review, whose issues point at nothing in particular. */
const noFiles = (): Review => ({
  ...review,
  issues: review.issues.map((issue) => ({
    ...issue,
    answers: { ...issue.answers, location: { value: [`Everywhere, ${issue.severity}`] } },
  })),
});

test('a token pasted into an answer is found, redacted with a key, and in no report', async () => {
  const token = live['GitHub Token'] ?? '';
  const here = surroundings();
  const sound = render(
    template(),
    answered({ summary: 'Ready but for this.', version: 'v1.4.2' }, noFiles()),
  );
  await here.run(['read', '-', '--save'], { input: sound });
  const terminal = here.start(['resume'], { columns: 100, rows: 30 });
  await terminal.sees('▌ Review Date');
  terminal.press('ctrl+g').type('Summary Statement');
  await terminal.sees('Go to Summary Statement');
  terminal.press('enter');
  await terminal.sees('▌ Summary Statement');
  terminal.paste(` The log shows ${token}.`);
  // Finished in the same breath: the report waits until all of it is searched.
  terminal.press('ctrl+g').type('Finish review');
  await terminal.sees('Go to Finish review');
  terminal.press('enter');
  await terminal.sees('Write the report to');
  terminal.press('enter');
  await terminal.sees('Summary Statement holds what looks like a live GitHub Token: ghp_********');
  expect(existsSync(join(here.repository, 'docs'))).toBe(false);
  terminal.press('escape');
  await terminal.sees('Alt+R redact the GitHub Token');

  terminal.press('alt+r');
  await terminal.sees('The log shows [redacted GitHub Token].');
  terminal.press('ctrl+g').type('Finish review');
  await terminal.sees('Go to Finish review');
  terminal.press('enter');
  await terminal.sees('Write the report to');
  // Left at once: what was begun is done.
  terminal.atOnce('enter', 'ctrl+c');
  const ended = await terminal.ended();

  expect(ended.code).toBe(0);
  const reports = join(here.repository, 'docs', 'reports');
  const [name = '', ...others] = readdirSync(reports);
  expect(others).toEqual([]);
  expect(ended.screen).toContain(`Report written to docs/reports/${name}`);
  const report = readFileSync(join(reports, name), 'utf8');
  expect(report).toContain('The log shows [redacted GitHub Token].');
  expect(report).not.toContain(token.slice(4));
  const checked = await here.run(['check', here.draft().id]);
  expect(checked.out).not.toContain('(secret)');
  expect(checked.out + checked.said).not.toContain(token.slice(4));
});
