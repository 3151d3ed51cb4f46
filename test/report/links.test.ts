import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import type { Action } from '../../src/review/actions.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();

const issue = (id: string, severity: Issue['severity']): Issue => ({
  id,
  severity,
  answers: { title: { value: `Title of ${id}` } },
});

/** Two critical issues and a high one, and an action about some of them. */
const planned = (issues: string[], title = 'Do it'): Review => ({
  ...emptyReview,
  issues: [issue('a', 'critical'), issue('b', 'critical'), issue('c', 'high')],
  items: { immediate: [{ id: 'one', answers: { action: { value: title } }, issues }] },
});

const actionIn = (review: Review): string =>
  /## 📋.*?\n1\. \*\*(.*?)\*\*\n/s.exec(render(template, review))?.[1] ?? '';

describe('an action that is linked to issues', () => {
  test('names them by their numbers of today', () => {
    const review = planned(['b']);
    expect(actionIn(review)).toBe('CRITICAL-2: Do it');
    const changes: [Action, string][] = [
      [{ do: 'move-issue', id: 'b', by: -1 }, 'CRITICAL-1: Do it'],
      [{ do: 'remove-issue', id: 'a' }, 'CRITICAL-1: Do it'],
      [{ do: 'set-severity', id: 'b', severity: 'high' }, 'HIGH-2: Do it'],
      [{ do: 'remove-issue', id: 'b' }, 'Do it'],
      [{ do: 'link', list: 'immediate', id: 'one', issues: ['c', 'a'] }, 'HIGH-1, CRITICAL-1: Do it'],
    ];
    for (const [change, words] of changes) expect(actionIn(reduce(review, change))).toBe(words);
  });

  test('is read back as linked, with its words', () => {
    const { review } = readReport(template, render(template, planned(['c', 'b'])));
    const [one] = review.items.immediate ?? [];
    expect(one?.answers.action).toEqual({ value: 'Do it' });
    expect(one?.issues).toEqual([review.issues[2]?.id, review.issues[1]?.id]);
  });

  test('shows the words of the template behind the names while it has none of its own', () => {
    expect(actionIn(planned(['a'], ''))).toBe('CRITICAL-1: [Action 1]');
  });
});

test('names that are typed before an action link it, those of no issue are words', () => {
  const typed = (title: string) => {
    const { review } = readReport(template, render(template, planned([], title)));
    const [one] = review.items.immediate ?? [];
    return [
      one?.answers.action,
      one?.issues?.map((id) => review.issues.findIndex((other) => other.id === id)),
    ];
  };
  expect(typed('CRITICAL-2: do it')).toEqual([{ value: 'do it' }, [1]]);
  expect(typed('HIGH-1, CRITICAL-1: CRITICAL-2: do it')).toEqual([{ value: 'do it' }, [2, 0, 1]]);
  expect(typed('HIGH-7: do it')).toEqual([{ value: 'HIGH-7: do it' }, undefined]);
  expect(typed('do HIGH-1: it')).toEqual([{ value: 'do HIGH-1: it' }, undefined]);
});

test('a report by hand may name an issue above which the plan stands', () => {
  const report = render(template, planned(['b']));
  const plan = report.slice(report.indexOf('## 📋'), report.indexOf('## 🔮'));
  const turned = report.replace(plan, '').replace('## 🔴', `${plan}## 🔴`);
  const { review } = readReport(template, turned);
  expect(review.items.immediate?.[0]?.issues).toEqual([review.issues[1]?.id]);
});
