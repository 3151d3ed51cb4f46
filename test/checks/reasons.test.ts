import { expect, test } from 'vitest';
import { overrideFor, type Problem } from '../../src/checks/problem.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { reduce } from '../../src/review/reduce.ts';
import { type Issue, type Review, valueAt } from '../../src/review/review.ts';
import { answered, template, withIssue, withItem } from './sound.ts';

const facts = { today: '2026-02-14' };
/** What one check finds. */
const foundBy = (id: string, review: Review): Problem[] =>
  runChecks(template, review, facts).filter((one) => one.id === id);

const ticked = { value: [{ text: 'All critical security issues resolved', done: true }] };

/** Each of the errors that are about issues by their numbers. */
const errors: [string, Review][] = [
  ['go-with-critical', answered({ recommendation: 'GO' })],
  ['risk-too-low', answered({ risk: 'LOW' })],
  [
    'checklist-contradicts-issues',
    reduce(withIssue('critical', { category: ['Security'] }), {
      do: 'answer',
      at: { field: 'critical-issues' },
      answer: ticked,
    }),
  ],
  [
    'action-too-late',
    withIssue(
      'critical',
      { priority: 'Before production deployment' },
      withItem('immediate', { action: 'HIGH-1' }, withItem('short-term', { action: 'CRITICAL-1' })),
    ),
  ],
];

test.each(errors)(
  'a reason for %s holds for the issues that it was given for, and for no others',
  (id, review) => {
    const [found] = foundBy(id, review);
    if (!found) throw new Error('nothing is found');
    const excused = reduce(review, { do: 'override', of: overrideFor(found), reason: 'The fix is out' });
    expect(foundBy(id, excused)).toMatchObject([{ overridden: 'The fix is out' }]);
    const read = readReport(template, render(template, excused)).review;
    expect(foundBy(id, read)).toMatchObject([{ overridden: 'The fix is out' }]);
    const [critical] = excused.issues as [Issue];
    const title = { value: `Another than ${valueAt(excused, { issue: 'critical', field: 'title' })}` };
    const other = { ...critical, answers: { ...critical.answers, title } };
    const after = reduce(reduce(excused, { do: 'remove-issue', id: critical.id }), {
      do: 'add-issue',
      issue: other,
    });
    const [still] = foundBy(id, after);
    expect(still?.message).toBe(found.message);
    expect(still).not.toHaveProperty('overridden');
  },
);
