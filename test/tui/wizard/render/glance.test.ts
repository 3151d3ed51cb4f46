import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../src/checks/run-checks.ts';
import type { Draft } from '../../../../src/drafts/format/draft.ts';
import type { Severity } from '../../../../src/fields/issue.ts';
import { emptyReview, type Issue, type Review } from '../../../../src/review/review.ts';
import { suggestedRisk, suggestedVerdict } from '../../../../src/review/suggested-verdict.ts';
import { loadTemplate } from '../../../../src/template-library/registry.ts';
import { bars, gauge } from '../../../../src/tui/bars.ts';
import { plainText, rowWidth } from '../../../../src/tui/row.ts';
import { restore } from '../../../../src/tui/wizard/navigation/restore.ts';
import { summaryRows } from '../../../../src/tui/wizard/render/blocks/summary.ts';
import { checkedNow } from '../../../../src/tui/wizard/state/problems.ts';

const loaded = await loadTemplate({ name: 'production-readiness' }, '');
if (!loaded.ok) throw new Error('no template');
const template = loaded.value;

let made = 0;
const issue = (severity: Severity, ...category: string[]): Issue => ({
  id: `i${made++}`,
  severity,
  answers: { category: { value: category } },
});

const lines = (review: Partial<Review>, columns: number): string[] => {
  const draft: Draft = {
    format: 3,
    id: 'a',
    template: { name: template.name, version: template.version },
    review: { ...emptyReview, ...review },
    made: '',
    edited: '',
    worked: 0,
    position: { page: '', scroll: 0 },
  };
  const glance = summaryRows(checkedNow(restore(template, draft, 0, { columns, rows: 24 })));
  for (const line of glance) expect(rowWidth(line)).toBeLessThanOrEqual(columns);
  return glance.map(plainText);
};

const some = {
  issues: [issue('critical', 'Security'), issue('high', 'Security', 'Testing'), issue('high')],
  answers: {
    'unit-coverage': { value: '72' },
    'critical-paths': { value: '3/4' },
    'foreign-keys': { value: 'most' },
    recommendation: { value: 'GO' },
  },
};

describe('the review at a glance', () => {
  it('has a bar for each severity, gauges, categories and the verdict that the facts suggest', () => {
    const shown = lines(some, 80).map((line) => line.replace(/ +/g, ' '));
    expect(shown[0]).toBe(' Issues by severity Progress');
    expect(shown[1]).toMatch(/^ critical █ 1 Answered █+░+ \d+%$/);
    expect(shown[2]).toMatch(/^ high ██ 2 Ticked off ░+ 0\/\d+$/);
    expect(shown[3]).toMatch(/^ medium 0 Unit Test Coverage █+░+ 72%$/);
    expect(shown[4]).toMatch(/^ low 0 Critical Paths Covered █+░+ 3\/4$/);
    expect(shown).toContain(' Security ██ 2 Testing █ 1');
    expect(shown.at(-1)).toBe(' The facts suggest CONDITIONAL GO (1 critical · 2 high), but it says GO.');
  });

  it('says how many categories have no room', () => {
    const of = (count: number) => Array.from({ length: count }, (_, at) => issue('low', `Category ${at}`));
    const told = (count: number) => lines({ issues: of(count) }, 80).filter((line) => / more$/.test(line));
    expect([told(4), told(5), told(6)]).toEqual([[], ['  and 1 more'], ['  and 2 more']]);
  });

  it('counts as ticked off what is ticked and what does not apply, and no default', () => {
    const [, , row = ''] = lines(
      { answers: { certification: { value: [{ text: 'All', done: true }] } } },
      80,
    );
    const [all = ''] = /\d+$/.exec(lines({}, 80)[2] ?? '') ?? [];
    expect(row).toMatch(/ 1\/\d+$/);
    expect(Number(all)).toBeGreaterThan(20);
  });

  it.each([30, 40, 60, 100, 200])('fits into %i columns', (columns) => {
    expect(lines(some, columns).join('\n')).toContain('72%');
  });

  it('shows a hundred of one and one of another, and nothing as nothing', () => {
    const rows = bars(
      [
        { label: 'a', count: 100 },
        { label: 'b', count: 1 },
        { label: 'c', count: 0 },
      ],
      3,
      10,
    );
    expect(rows.map(plainText)).toEqual(['a  ██████████ 100', 'b  █ 1', 'c  0']);
    expect(plainText(gauge(0.999, 4))).toBe('███░');
    expect(plainText(gauge(0.001, 4))).toBe('█░░░');
    expect(plainText(gauge(0, 4))).toBe('░░░░');
    expect(plainText(gauge(1, 4))).toBe('████');
  });
});

describe('what the facts suggest', () => {
  const told = (review: Partial<Review>) => lines(review, 100).join(' ').replace(/\s+/g, ' ');
  const verdict = (review: Partial<Review>) =>
    suggestedVerdict(template, { ...emptyReview, ...review })?.answer;

  it('is GO only without critical and high issues, and NO-GO while an action blocks', () => {
    expect(verdict({})).toBe('GO');
    expect(verdict({ issues: [issue('medium')] })).toBe('GO');
    expect(verdict({ issues: [issue('high')] })).toBe('CONDITIONAL GO');
    const action = { id: 'x', answers: { blocks: { value: 'Yes' } } };
    expect(verdict({ items: { immediate: [action] } })).toBe('NO-GO');
  });

  it('speaks against a verdict where the checks do, and only there', () => {
    const action = { id: 'x', answers: { blocks: { value: 'Yes' } } };
    const against = ['go-with-critical', 'go-with-high', 'blocked-go'];
    for (const said of ['GO', 'CONDITIONAL GO', 'NO-GO']) {
      for (const severity of ['critical', 'high', 'low'] as const) {
        for (const immediate of [[], [action]]) {
          const review = {
            answers: { recommendation: { value: said } },
            issues: [issue(severity)],
            items: { immediate },
          };
          const words = told(review);
          const found = runChecks(template, { ...emptyReview, ...review }, { today: '' });
          const isFound = found.some(({ id }) => against.includes(id));
          expect(words.includes('but it says'), `${said}, ${severity}: ${words}`).toBe(isFound);
        }
      }
    }
  });

  it('takes a condition for what an action that blocks is, and says nothing of a stricter verdict', () => {
    const facts = (said: string, review: Partial<Review>) =>
      told({ ...review, answers: { recommendation: { value: said } } });
    const action = { id: 'x', answers: { blocks: { value: 'Yes' } } };
    expect(
      facts('CONDITIONAL GO', { issues: [issue('critical')], items: { immediate: [action] } }),
    ).toContain('CONDITIONAL GO agrees with the facts (an action blocks the deployment until done).');
    expect(facts('NO-GO', { issues: [issue('low')] })).not.toContain('facts');
  });

  it('are not said to agree with a condition that no action is', () => {
    const critical = issue('critical');
    const action = (blocks: string) => ({
      id: 'x',
      issues: [critical.id],
      answers: { action: { value: 'Fix it' }, blocks: { value: blocks } },
    });
    const words = (blocks: string) =>
      told({
        answers: { recommendation: { value: 'CONDITIONAL GO' } },
        issues: [critical],
        items: { immediate: [action(blocks)] },
      });
    expect(words('No')).toContain('while no action for CRITICAL-1 blocks the deployment.');
    expect(words('No')).not.toContain('agrees');
    expect(words('Yes')).toContain('agrees');
  });

  it('is the risk of the worst issue', () => {
    const risk = (...issues: Issue[]) => suggestedRisk(template, { ...emptyReview, issues });
    expect(risk(issue('low'), issue('high'))).toEqual({ answer: 'HIGH', because: '1 high' });
    expect(risk()).toBeNull();
  });
});
