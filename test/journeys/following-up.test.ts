import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { normalize } from '../../src/report/normalize.ts';
import { render } from '../../src/report/writer/render.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { surroundings, template } from './surroundings.ts';

const issue = (title: string): Issue => ({
  id: title,
  severity: 'high',
  answers: {
    title: { value: title },
    location: { value: ['main.go:4'] },
    description: { value: `What is wrong: ${title}.` },
  },
});

const earlier: Review = {
  ...emptyReview,
  answers: {
    'review-date': { value: '2026-01-31' },
    recommendation: { value: 'NO-GO' },
    'unit-coverage': { value: '81' },
  },
  issues: ['Root password', 'Ignored errors', 'Slow queries', 'Pool runs dry'].map(issue),
};

const path = 'docs/reports/2026-01-31-production-readiness.md';

function withReport() {
  const here = surroundings();
  mkdirSync(join(here.repository, 'docs/reports'), { recursive: true });
  writeFileSync(join(here.repository, path), render(template(), earlier));
  return here;
}

test('a previous report is followed: its issues are marked, and the new report says what became of them', async () => {
  const here = withReport();
  const terminal = here.start(['new', '--from', path]);
  await terminal.sees('4 issues of the previous review: say what became of each.');
  await terminal.press('1').sees('HIGH-1 is resolved.');
  await terminal.press('2').sees('HIGH-2 is still open: it is now HIGH-1');
  await terminal.press('3').sees('It is now HIGH-2: describe what changed.');
  await terminal.press('ctrl+g').type('delta').sees('Go to delta');
  await terminal.press('enter').sees('→ HIGH-2 Changed');
  await terminal.press('down', '4').sees('Enter who accepts it');
  terminal.type('Grace').press('tab').type('Behind a queue').press('tab').type('2099-12-31').press('escape');
  await terminal.sees('by Grace, until 2099-12-31: Behind a queue');
  await terminal.sees('1 resolved, 1 still open, 1 changed, 1 accepted');
  await terminal.press('ctrl+g').type('unit test coverage').sees('Go to unit test');
  await terminal.press('enter').sees('was 81%');

  // Killed, and come back: what the previous report said is still there to be added.
  await terminal.kill('SIGKILL').ended();
  const again = here.start(['resume']);
  await again.sees('was 81%');
  await again.press('ctrl+g').type('delta').sees('Go to delta');
  await again.press('enter').sees('by Grace');
  await again.press('pageup').sees('▌ Overall Risk Assessment');
  await again.press('2', 'tab').sees('▌ Deployment Recommendation');
  await again.press('2', 'tab').sees('▌ Summary Statement');
  again.type('Better than before.');
  await again.press('ctrl+g').type('reviewed by').sees('Go to reviewed by');
  await again.press('enter').sees('Enter accepts');
  again.press('enter');
  await again.press('ctrl+g').type('review details').sees('Go to review details');
  await again.press('enter').sees('▌ Review Date suggested:');
  await again.press('enter', 'enter', 'enter').sees('▌ Review Type');
  await again.press('ctrl+g').type('finish').sees('Go to finish');
  await again.press('enter').sees('-production-readiness.md');
  await again.press('enter').sees('Report written to');
  await again.press('ctrl+c').ended();

  const draft = here.draft();
  const report = draft.written?.path ?? '';
  expect(readFileSync(report, 'utf8')).toContain(
    [
      '## 🔄 Delta from Previous Review',
      '',
      `**Previous Review:** \`${path}\`, 2026-01-31  `,
      '**Previous Verdict:** NO-GO',
      '',
      '**Summary of Changes:** 1 resolved, 1 still open, 1 changed, 1 accepted as risk  ',
      '**New Issues:** none',
      '',
      '### Earlier Issues',
      '',
      '1. **HIGH-1: Root password**: Resolved',
      '',
      '2. **HIGH-2: Ignored errors** → HIGH-1: Still open',
      '',
      '3. **HIGH-3: Slow queries** → HIGH-2: Changed',
      '',
      '4. **HIGH-4: Pool runs dry**: Accepted as risk',
      '   - Accepted by: Grace',
      '   - Reason: Behind a queue',
      '   - Until: 2099-12-31',
      '   - Location: `main.go:4`',
      '   - Description: What is wrong: Pool runs dry.',
      '',
      '---',
      '',
      '## 🔴 Critical Issues (Must Fix Before Deploy)',
    ].join('\n'),
  );
  const read = JSON.parse((await here.run(['read', report])).out) as { review: Review };
  expect(read.review).toEqual(normalize(template(), draft.review));
});

test('a new review in a repository with a report is offered to start from it', async () => {
  const here = withReport();
  const terminal = here.start(['new']);
  await terminal.sees(`A previous report exists: ${path}.`);
  await terminal.press('ctrl+g').type('follow up').sees('Follow up on');
  await terminal.press('enter').sees('4 issues of the previous review');
  await terminal.press('2').sees('HIGH-1 is still open');
  await terminal.press('ctrl+c').ended();
  const draft = here.draft();
  expect(draft.previous?.issues).toHaveLength(4);
  expect(draft.review.issues).toHaveLength(1);

  // A draft is followed as well: its issues keep their ids.
  const next = here.start(['new', '--from', draft.id]);
  await next.sees('4 issues of the previous review');
  await next.press('2').sees('HIGH-1 is still open');
  await next.press('ctrl+c').ended();
  const file = join(here.home, 'drafts', `${here.ids()[0]}.json`);
  const second = JSON.parse(readFileSync(file, 'utf8')) as typeof draft;
  expect(second.id).not.toBe(draft.id);
  expect(second.review.issues).toEqual(draft.review.issues);
});

test('what cannot be followed is told, and nothing is begun', async () => {
  const here = surroundings();
  const { screen, code } = await here.start(['new', '--from', 'no.md']).ended();
  expect(code).toBe(2);
  expect(screen).toContain('no.md');
  expect(here.ids()).toEqual([]);
});
