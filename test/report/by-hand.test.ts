import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { emptyReview, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const review: Review = {
  ...emptyReview,
  issues: [
    { id: 'a', severity: 'critical', answers: { title: { value: 'First' }, effort: { value: 'Low' } } },
    { id: 'b', severity: 'critical', answers: { title: { value: 'Second' } } },
  ],
  items: { immediate: [{ id: 'c', answers: { action: { value: 'Fix it' }, owner: { value: 'Ada' } } }] },
};
const report = render(template, review);

/** Reads a report in which a person has changed something, and tells what was said nowhere in the one made of it. */
function edited(from: string | RegExp, to: string) {
  const text = report.replace(from, to);
  expect(text).not.toBe(report);
  const read = readReport(template, text).review;
  const lines = render(template, read);
  const lost = to.split('\n').filter((line) => line.trim() !== '' && !lines.includes(line.trim()));
  return { read, lost };
}

describe('a verdict', () => {
  const boxes = /- \[ \] ✅[\s\S]*?requirements first|- \[ \] ✅[\s\S]*?resolved first/;

  test('without boxes is the option that the line is', () => {
    const { read } = edited(boxes, '**CONDITIONAL GO**');
    expect(read.answers.recommendation).toEqual({ value: 'CONDITIONAL GO' });
  });

  test('that says more than an option is not guessed, and its words are kept', () => {
    const { read, lost } = edited(boxes, 'CONDITIONAL GO once CRITICAL-1 is fixed');
    expect(read.answers.recommendation).toBeUndefined();
    expect(lost).toEqual([]);
  });

  test('ticked with other words keeps them', () => {
    const line = '- [x] ❌ **NO-GO** - The login must be fixed first (see CRITICAL-1)';
    const { read, lost } = edited('- [ ] ❌ **NO-GO** - Significant issues must be resolved first', line);
    expect(read.answers.recommendation).toEqual({ value: 'NO-GO' });
    expect(lost).toEqual([]);
  });

  test('ticked twice is none', () => {
    const { read } = edited(boxes, '- [x] ✅ **GO** - Ready\n- [x] ❌ **NO-GO** - Not ready');
    expect(read.answers.recommendation).toBeUndefined();
    expect(read.notes['summary-page']).toContain('- [x] ❌ **NO-GO** - Not ready');
  });
});

test.each([
  ['a remark behind the severity', '**Severity:** CRITICAL  ', '**Severity:** CRITICAL (CVSS 9.8)  '],
  [
    'an issue that is only a remark in brackets',
    /### ❌ CRITICAL-2: Second[\s\S]*?\n---/,
    '### ❌ CRITICAL-2: Second\n\n[see ticket SEC-12]\n\n---',
  ],
  ['a remark in brackets under an action', '   - Owner: Ada', '   - Owner: Ada\n\n   [blocked by vendor]'],
  ['a title in brackets', '**Fix it**', '**[SEC-12]**'],
  ['wrapped words', '**Risk:** [What will happen in production]', '**Risk:** Users lose\nwhat they wrote'],
])('%s is kept', (_, from, to) => {
  const { lost, read } = edited(from, to);
  expect(lost.filter((line) => !to.startsWith('**Risk') || !line.includes('Users'))).toEqual([]);
  expect(read.issues).toHaveLength(2);
});

test('a remark behind a count is kept, though the count is worked out', () => {
  const { read } = edited('Critical: 2 issues  ', 'Critical: 7 issues (1 fixed during the review)  ');
  expect(read.notes['summary-page']).toBe('(1 fixed during the review)');
  expect(render(template, read)).toContain('Critical: 2 issues  ');
});

test('a title of its own is kept in bold, so that the report has one title', () => {
  const own = report.replace('# Sanctum Production', '# Sanctum v1.4 Production');
  const again = render(template, readReport(template, own).review);
  expect(again).toContain('\n**Sanctum v1.4 Production Readiness Review Report**\n');
  expect(again.match(/^# .*/gm)).toEqual(['# Sanctum Production Readiness Review Report']);
});

test('a title that says nothing new is not repeated', () => {
  const own = report.replace('# Sanctum Production Readiness Review Report', '# Sanctum Readiness Review');
  expect(render(template, readReport(template, own).review)).toBe(report);
});

test('an action in bold with its issue behind it is linked, and keeps no stars', () => {
  const { read } = edited('1. **Fix it**', '1. **Limit the size of uploads** (CRITICAL-2)');
  expect(read.items.immediate).toMatchObject([
    { answers: { action: { value: 'Limit the size of uploads' } }, issues: [read.issues[1]?.id] },
  ]);
});

test.each([
  ['1. **Fix it**: today', 'Fix it: today'],
  ['1. **Fix it** before launch', 'Fix it before launch'],
  ['1. Fix **all** of it', 'Fix **all** of it'],
])('the emphasis in "%s" stays balanced', (line, action) => {
  const { read } = edited('1. **Fix it**', line);
  expect(read.items.immediate).toMatchObject([{ answers: { action: { value: action } } }]);
});

test('an item of the template with a remark is that item, and the remark is kept', () => {
  const { read, lost } = edited(
    '- [ ] Resource limits configured',
    '- [x] Resource limits configured (see the wiki)',
  );
  const { value } = read.answers.infrastructure as { value: { text: string; done: boolean }[] };
  expect(value.filter(({ text }) => text.startsWith('Resource'))).toEqual([
    { text: 'Resource limits configured', done: true },
  ]);
  expect(lost).toEqual(['- [x] Resource limits configured (see the wiki)']);
  expect(Object.values(read.notes)).toEqual(['Resource limits configured (see the wiki)']);
});

test('an issue of the template that the report calls resolved stays one, and that is said', () => {
  const text = report
    .replace('CRITICAL-2: Second', 'CRITICAL-2: Second [RESOLVED]')
    .replace('## 📎 Appendix', '## Team\n\n## 📎 Appendix');
  const { review: read, unclear } = readReport(template, text);
  expect(read.issues).toHaveLength(2);
  expect(unclear.map(({ what }) => what)).toContain('the report calls it resolved; read as an open issue');
});

test('a severity line in another spelling is no note', () => {
  const { read } = edited('**Severity:** CRITICAL', '**Severity**: CRITICAL');
  expect(read.issues.map(({ note }) => note)).toEqual([undefined, undefined]);
});

test('a report with a title of its own still has its head', () => {
  const text = report
    .replace('Production Readiness Review Report', 'Review, spring')
    .replace('[Name/Tool]', 'Ada');
  expect(readReport(template, text).review.answers.reviewer).toEqual({ value: 'Ada' });
});

test('a checklist item that stands twice is done when one of them is', () => {
  const { read } = edited(
    '- [ ] Resource limits configured',
    '- [ ] Resource limits configured\n- [x] Resource limits configured',
  );
  expect(JSON.stringify(read.answers.infrastructure)).toContain(
    '{"text":"Resource limits configured","done":true}',
  );
});

test('an underline in an answer does not make a heading of its label', () => {
  const text = render(template, { ...emptyReview, answers: { summary: { value: '===\nx' } } });
  expect(text).toContain('**Summary Statement:**\n\n');
});
