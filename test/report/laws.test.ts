import { describe, expect, test } from 'vitest';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import { readReport } from '../../src/report/read.ts';
import { render, renderBlank } from '../../src/report/writer/render.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const value = <V extends Value>(one: V): { value: V } => ({ value: one });
const withAnswers = (answers: Record<string, Answer>): Review => ({ ...emptyReview, answers });
const withIssues = (...issues: Omit<Issue, 'id'>[]): Review => ({
  ...emptyReview,
  issues: issues.map((issue, index) => ({ id: `id${index}`, ...issue })),
});
const lineOf = (review: Review, start: string) =>
  render(template, review)
    .split('\n')
    .find((line) => line.startsWith(start));

describe('unanswered, not applicable and answered are three states', () => {
  test.each([
    ['unanswered', undefined, '**Reviewer:** [Name/Tool]  '],
    ['answered', value('Ada'), '**Reviewer:** Ada  '],
    ['not applicable', { notApplicable: '' }, '**Reviewer:** N/A  '],
    ['with a reason', { notApplicable: 'a tool wrote it' }, '**Reviewer:** N/A: a tool wrote it  '],
    ['words that look like it', value('N/A: really'), '**Reviewer:** N&#47;A: really  '],
    ['words that look like the placeholder', value('[Name/Tool]'), '**Reviewer:** &#91;Name/Tool]  '],
  ])('%s', (_, answer, line) => {
    const review = withAnswers(answer ? { reviewer: answer as Answer } : {});
    expect(lineOf(review, '**Reviewer')).toBe(line);
    expect(readReport(template, render(template, review)).review).toEqual(review);
  });
});

describe('what can be computed is never typed', () => {
  const critical: Omit<Issue, 'id'> = { severity: 'critical', answers: { title: value('A') } };
  const low: Omit<Issue, 'id'> = { severity: 'low', answers: { title: value('B') } };

  test('counts, with the noun of one', () => {
    const text = render(template, withIssues(critical, critical, low));
    expect(text).toContain(
      '- 🔴 Critical: 2 issues  \n- 🟡 High: 0 issues\n- 🟠 Medium: 0 issues  \n- 🟢 Low: 1 issue\n',
    );
  });

  test('numbers and severity follow a move and a change of severity', () => {
    const review = withIssues(
      { ...critical, answers: { title: value('First') } },
      { ...critical, answers: { title: value('Second') } },
    );
    const moved = reduce(review, { do: 'move-issue', id: 'id1', by: -1 });
    expect(render(template, moved)).toContain('### ❌ CRITICAL-1: Second\n');
    const lower = reduce(moved, { do: 'set-severity', id: 'id1', severity: 'high' });
    const text = render(template, lower);
    expect(text).toContain('### ❌ CRITICAL-1: First\n');
    expect(text).toContain(
      '### ⚠️ HIGH-1: Second\n\n**Category:** [Performance / Error Handling / Configuration]  \n**Severity:** HIGH  \n',
    );
  });

  test('a severity without issues keeps its heading and quote', () => {
    expect(render(template, emptyReview)).toContain(
      "## 🟠 Medium Priority Issues (Fix Soon After Deploy)\n\n> These issues should be addressed but won't cause immediate failures.\n\nNo medium priority issues found.\n\n---\n",
    );
  });
});

test('a severity prints what it does not ask in the place where a critical issue has it', () => {
  const answers = {
    title: value('T'),
    risk: value('Users lose data'),
    location: value(['a.go:1', 'b.go:2-3']),
    evidence: value({ text: 'x := 1', language: 'go' }),
    impact: value(['One', 'Two']),
  };
  const text = render(template, withIssues({ severity: 'low', answers }));
  const issue = text.slice(text.indexOf('### 📝 LOW-1'), text.indexOf('## ✅'));
  expect(issue).toBe(`### 📝 LOW-1: T

**Category:** [Optimization / Refactoring]  
**Severity:** LOW

**Risk:** Users lose data

**Location:**

- \`a.go:1\`
- \`b.go:2-3\`

**Description:**
[What could be improved]

**Evidence:**

\`\`\`go
x := 1
\`\`\`

**Impact:**

- One
- Two

**Recommendation:**
[Optional improvement]

**Fix Priority:** Future backlog  
**Estimated Effort:** [Low / Medium / High]

---

`);
});

describe('own values', () => {
  test.each([
    ['risk', value('MODERATE'), '**Overall Risk Assessment:** MODERATE'],
    ['unit-coverage', value('37.08'), '- Unit Test Coverage: 37.08%'],
    ['unit-coverage', value('not measured'), '- Unit Test Coverage: not measured'],
    ['foreign-keys', value('12/14'), '- Foreign Keys: 12/14 properly constrained'],
    ['goroutine-leaks', value('None found'), '- Goroutine Leaks: None found'],
    ['goroutine-leaks', value('1'), '- Goroutine Leaks: 1 potential issue'],
    ['auth-issues', value(['one']), '- Key Issues: one'],
    ['e2e-scenarios', value('3/4'), '- E2E tests: [Pass/Fail] - 3/4 scenarios'],
  ])('%s %j', (field, answer, line) => {
    const text = render(template, withAnswers({ [field]: answer }));
    expect(text.split('\n')).toContain(line);
    expect(readReport(template, text).review.answers).toEqual({ [field]: answer });
  });

  test('a checklist takes ticks, reasons and further items', () => {
    const items = template.fields.security?.default as { text: string; done: boolean }[];
    const [first, second, ...rest] = items;
    const own = { text: 'Backups tested', done: true };
    const review = withAnswers({
      security: value([
        { ...first, done: true },
        { ...second, notApplicable: 'no passwords' },
        ...rest,
        own,
      ] as Value & object),
    });
    const text = render(template, review);
    expect(text).toContain(
      '- [x] No secrets in git repository\n- [ ] Strong passwords configured (N/A: no passwords)\n',
    );
    expect(text).toContain('- [ ] SSL/TLS certificates configured\n- [x] Backups tested\n\n');
    expect(readReport(template, text).review).toEqual(review);
  });

  test.each([
    ['a fixed line of the template', renderBlank(template).trimEnd().split('\n').at(-1)],
    ['a sign for not applicable', 'b (N/A: c)'],
  ])('an item of a checklist keeps %s in a fence, also at its beginning', (_, line) => {
    for (const text of [`\`\`\`\n\`\`\`\n\`\`\`\n${line}\n\`\`\``, `a\n\`\`\`\n${line}\n\`\`\``]) {
      const items = [...templateItems(template.fields.security ?? {}), { text, done: true }];
      const review = withAnswers({ security: value(items as Value & object) });
      expect(readReport(template, render(template, review)).review).toEqual(review);
    }
  });

  test('several items of an ordered list keep what belongs to them under their number', () => {
    const items = Array.from({ length: 11 }, (_, index) => ({
      id: `i${index + 1}`,
      answers: { action: value(`Do ${index}`), owner: value('Ada') },
    }));
    const review: Review = { ...emptyReview, items: { immediate: items } };
    const text = render(template, review);
    expect(text).toContain('9. **Do 8**\n   - Owner: Ada\n');
    expect(text).toContain('11. **Do 10**\n    - Owner: Ada\n');
    expect(readReport(template, text).review).toEqual(review);
  });
});

test('what the template gives as content stands until it is changed', () => {
  expect(lineOf(emptyReview, '**Review Type')).toBe(
    '**Review Type:** Pre-Production Security & Quality Audit',
  );
  expect(lineOf(withAnswers({ 'review-type': value('Spot check') }), '**Review Type')).toBe(
    '**Review Type:** Spot check',
  );
  const focus = withAnswers({ 'watch-areas': value(['Only this']) });
  expect(render(template, focus)).toContain('**Week 1 Focus Areas:**\n\n- Only this\n\n---');
});

test('the blank template is read as a review in which nothing is answered', () => {
  expect(readReport(template, renderBlank(template))).toMatchObject({ review: emptyReview, unplaced: 0 });
});

describe('lines that fit no field', () => {
  const text = render(template, withIssues({ severity: 'high', answers: { title: value('T') } }))
    .replace('**Review Type:**', '**Ticket:** OPS-7\n**Review Type:**')
    .replace('- CORS:', '- Cookies: signed\n- CORS:')
    .replace('**Fix Priority:** Before or', '**Found by:** Ada\n\n**Fix Priority:** Before or')
    .replace('## 📎 Appendix', '## Team\n\nAda, Grace\n\n### Roles\n\nBoth review.\n\n---\n\n## 📎 Appendix');

  test('are kept as notes of their section and printed at its end, also the second time', () => {
    const { review, unplaced } = readReport(template, text);
    expect(unplaced).toBeGreaterThan(4);
    expect(Object.values(review.notes).join('\n')).toContain('Ada, Grace');
    const again = render(template, review);
    for (const line of text.split('\n')) expect(again.split('\n')).toContain(line);
    expect(readReport(template, again).review).toEqual(review);
    expect(render(template, readReport(template, again).review)).toBe(again);
  });
});

test('a report with other line ends and a byte order mark is read alike', () => {
  const review = withAnswers({ summary: value('One\n\nTwo') });
  const text = render(template, review);
  expect(readReport(template, `\uFEFF${text.replaceAll('\n', '\r\n')}`).review).toEqual(review);
  expect(readReport(template, text.replaceAll(/ +\n/g, '\n').trimEnd()).review).toEqual(review);
});

test('the same review gives the same bytes, with one newline at the end', () => {
  const review = withAnswers({ reviewer: value('Ada') });
  expect(render(template, structuredClone(review))).toBe(render(template, review));
  expect(render(template, review)).toMatch(/[^\n]\n$/);
});
