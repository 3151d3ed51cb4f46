import { describe, expect, test } from 'vitest';
import { missingActions } from '../../src/checks/planning/new-actions.ts';
import { checkInput } from '../../src/checks/run-checks.ts';
import { type Severity, severities } from '../../src/fields/issue.ts';
import { reduce } from '../../src/review/reduce.ts';
import type { Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';
import { find, sound, withIssue, withItem } from './sound.ts';

const template = bundled();
const plan = (review: Review, ...which: Severity[]) =>
  missingActions(checkInput(template, review, { today: '2026-02-14' }), which);
const carriedOut = (review: Review, ...which: Severity[]): Review =>
  plan(review, ...which).reduce((now, { list, item }) => reduce(now, { do: 'add-item', list, item }), review);

/** The sound review with nothing planned. */
const unplanned: Review = { ...sound, items: {} };

describe('planning', () => {
  test('puts each issue where its weight and its fix priority say', () => {
    const lists = plan(unplanned, ...severities).map(({ list, item }) => [list, item.issues]);
    expect(lists).toEqual([
      ['immediate', ['critical']],
      ['short-term', ['high']],
      ['medium-term', ['medium']],
      ['debt', ['low']],
    ]);
    const urgent = withIssue('high', { priority: 'Before production deployment' }, unplanned);
    expect(plan(urgent, 'high').map(({ list }) => list)).toEqual(['immediate']);
  });

  test('takes over what the issue says, and leaves owner and deadline to the reviewer', () => {
    const [first] = plan(withIssue('critical', { effort: 'Low (< 1 hour)' }, unplanned), 'critical');
    expect(first?.item.answers).toEqual({
      action: { value: 'A critical matter' },
      effort: { value: 'Low (< 1 hour)' },
      blocks: { value: 'Yes' },
    });
    const [low] = plan(withIssue('low', { impact: ['slow', 'hard to read'] }, unplanned), 'low');
    expect(low?.item.answers).toMatchObject({
      debt: { value: 'A low matter' },
      impact: { value: 'slow; hard to read' },
      timeline: { value: 'In time' },
    });
  });

  test('passes over what is planned already, by a link or by its number or title', () => {
    expect(plan(sound, 'critical', 'high')).toEqual([]);
    const other = withItem('immediate', { action: 'a critical matter, at last' });
    expect(plan(other, 'critical', 'high').map(({ item }) => item.issues)).toEqual([['high']]);
    const once = carriedOut(unplanned, ...severities);
    expect(plan(once, ...severities)).toEqual([]);
  });

  test('leaves no serious issue that no action is about, whatever they are called later', () => {
    const planned = carriedOut(unplanned, 'critical', 'high');
    const moved = reduce(planned, { do: 'set-severity', id: 'high', severity: 'critical' });
    const renamed = withIssue('critical', { title: 'Another name' }, moved);
    expect(find(renamed).map(({ id }) => id)).not.toContain('issue-not-planned');
  });

  test('can be done again after its link was taken away', () => {
    const once = carriedOut(unplanned, 'critical');
    const unlinked = reduce(once, { do: 'link', list: 'immediate', id: 'plan-critical', issues: [] });
    const renamed = withItem('immediate', { action: 'Something else' }, unlinked);
    const twice = carriedOut(renamed, 'critical');
    expect(twice.items.immediate?.map(({ id }) => id)).toEqual(['plan-critical', 'plan-critical-2']);
  });
});
