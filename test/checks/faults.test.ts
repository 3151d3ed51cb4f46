import { describe, expect, test } from 'vitest';
import type { Facts, LostTarget, Secret } from '../../src/checks/finding.ts';
import { checks } from '../../src/checks/registry.ts';
import type { Review } from '../../src/review/review.ts';
import {
  answered,
  find,
  found,
  sound,
  template,
  ticked,
  withEarlier,
  withIssue,
  withItem,
  without,
} from './sound.ts';

test('nothing is found in a review in which all is well', () => {
  expect(find(sound)).toEqual([]);
});

interface Case {
  /** Each has just this fault. */
  faulty: [why: string, review: Review, expected: string[], facts?: Partial<Facts>][];
  /** Each comes close to it, and is right. */
  fine: [why: string, review: Review, facts?: Partial<Facts>][];
}

const token: Omit<Secret, 'at'> = {
  kind: 'GitHub Token',
  words: 'ghp_something-long',
  masked: 'ghp_********',
  mark: 'a1',
};
const holding = (words: string) => withIssue('high', { description: `Whoever has ${words} is in` });
const secrets = (...at: Secret['at'][]) => ({ secrets: at.map((one): Secret => ({ ...token, at: one })) });

/** What of the locations was not there. */
const lost = (files: number, ...targets: [severity: string, text: string, lines: number | null][]) => ({
  lookup: {
    files,
    where: 'at v1.4.2',
    known: true,
    repository: '/sanctum',
    lost: targets.map(([issue, text, lines]): LostTarget => {
      const place = { issue, field: 'location' } as const;
      return { place, text, path: text.replace(/:.*/, ''), lines };
    }),
  },
});

const quiet = { answers: {}, issues: [], items: {}, notes: {} };
const planned = (text: string, list = 'immediate', field = 'action') => withItem(list, { [field]: text });
const low = without('critical', 'high', 'medium');
/** What a report says in the place of what became of the earlier issues. */
const says = (words: string): NonNullable<Facts['derived']>[number] => {
  const { options = [] } = template.lists.delta?.fields.outcome ?? {};
  const part = { type: 'derived', what: 'outcomes', list: 'delta', options, blank: '[…]' } as const;
  return { part, label: 'Summary of Changes', page: 'delta-page', words };
};
const item = (list: string, field: string) => `${list}/one-${list}/${field}`;

const cases: Record<string, Case> = {
  counts: {
    faulty: [
      ['one too many', sound, ['error counts summary-page'], { stated: { critical: 1, medium: 2 } }],
      ['none, while there is one', sound, ['error counts summary-page'], { stated: { low: 0 } }],
      [
        'what became of the earlier issues is wrong',
        sound,
        ['error counts delta-page'],
        { derived: [says('2 resolved, 4 new')] },
      ],
    ],
    fine: [
      ['all are right', sound, { stated: { critical: 1, high: 1, medium: 1, low: 1 } }],
      ['it states none', sound, { stated: {} }],
      ['what became of the earlier issues is right', sound, { derived: [says('1 accepted as risk, 4 new')] }],
      ['it says that in other words', sound, { derived: [says('all is well')] }],
    ],
  },
  'earlier-undecided': {
    faulty: [
      ['no outcome', withEarlier({ outcome: null }), ['warning earlier-undecided delta/old/outcome']],
      ['an empty one', withEarlier({ outcome: ' ' }), ['warning earlier-undecided delta/old/outcome']],
    ],
    fine: [['words of the own', withEarlier({ outcome: 'Handed to the other team' })]],
  },
  'earlier-contradicts-issues': {
    faulty: [
      [
        'resolved, and linked to an issue',
        withEarlier({ outcome: 'Resolved' }, 'high'),
        ['warning earlier-contradicts-issues delta/old/outcome'],
      ],
      [
        'resolved, and an issue has its title',
        withEarlier({ outcome: 'resolved', earlier: 'HIGH-4: a LOW matter' }),
        ['warning earlier-contradicts-issues delta/old/outcome'],
      ],
      [
        'accepted, and linked to an issue',
        withEarlier({}, 'low'),
        ['warning earlier-contradicts-issues delta/old/outcome'],
      ],
      [
        'still open, and linked to none',
        withEarlier({ outcome: 'Still open' }),
        ['warning earlier-contradicts-issues delta/old/outcome'],
      ],
      [
        'changed, and its issue is gone',
        withEarlier({ outcome: 'Changed' }, 'gone'),
        ['warning earlier-contradicts-issues delta/old/outcome'],
      ],
    ],
    fine: [
      ['resolved', withEarlier({ outcome: 'Resolved' })],
      ['still open, and linked', withEarlier({ outcome: 'Still open' }, 'high')],
      [
        'still open, and an issue has its title',
        withEarlier({ outcome: 'Still open', earlier: 'A low matter' }),
      ],
      ['resolved, and its issue is gone', withEarlier({ outcome: 'Resolved' }, 'gone')],
    ],
  },
  'acceptance-incomplete': {
    faulty: ['accepted-by', 'reason', 'until'].map((field): Case['faulty'][number] => [
      `without ${field}`,
      withEarlier({ [field]: null }),
      [`error acceptance-incomplete delta/old/${field}`],
    ]),
    fine: [
      ['resolved without all that', withEarlier({ outcome: 'Resolved', 'accepted-by': null, until: null })],
    ],
  },
  'risk-expired': {
    faulty: [
      ['until the day before', withEarlier({ until: '2026-02-13' }), ['error risk-expired delta/old/until']],
    ],
    fine: [
      ['until today', withEarlier({ until: '2026-02-14' })],
      ['it is resolved', withEarlier({ until: '2026-02-13', outcome: 'Resolved' })],
    ],
  },
  'go-with-critical': {
    faulty: [
      [
        'GO',
        withItem(
          'immediate',
          { blocks: 'No' },
          answered({ recommendation: 'GO' }, { ...sound, issues: without('high').issues }),
        ),
        ['error go-with-critical recommendation'],
      ],
    ],
    fine: [
      ['CONDITIONAL GO', sound],
      ['NO-GO', answered({ recommendation: 'NO-GO' })],
    ],
  },
  'go-with-high': {
    faulty: [
      [
        'GO',
        withItem('immediate', { blocks: 'No' }, answered({ recommendation: 'GO' }, without('critical'))),
        ['warning go-with-high recommendation'],
      ],
    ],
    fine: [
      [
        'only medium and low issues',
        withItem(
          'immediate',
          { blocks: 'No' },
          answered({ recommendation: 'GO' }, without('critical', 'high')),
        ),
      ],
    ],
  },
  'blocked-go': {
    faulty: [
      ['Yes', answered({ recommendation: 'GO' }, low), ['error blocked-go immediate/now/blocks']],
      [
        'Yes, with a note',
        withItem('immediate', { blocks: 'yes, until fixed' }, answered({ recommendation: 'GO' }, low)),
        ['error blocked-go immediate/now/blocks'],
      ],
      ...['✅ Yes', 'Y', 'Y - until fixed', 'true'].map((blocks): Case['faulty'][number] => [
        blocks,
        withItem('immediate', { blocks }, answered({ recommendation: 'GO' }, low)),
        ['error blocked-go immediate/now/blocks'],
      ]),
    ],
    fine: [
      [
        'Yet to be told',
        withItem('immediate', { blocks: 'Yet to be told' }, answered({ recommendation: 'GO' }, low)),
      ],
      ['No', withItem('immediate', { blocks: 'No' }, answered({ recommendation: 'GO' }, low))],
      ['not GO', sound],
    ],
  },
  'risk-too-low': {
    faulty: [
      ['HIGH with a critical issue', answered({ risk: 'HIGH' }), ['error risk-too-low risk']],
      [
        'LOW with a medium one',
        answered({ risk: 'low for now' }, without('critical', 'high')),
        ['error risk-too-low risk'],
      ],
      ['two of them, too low', answered({ risk: 'MEDIUM-LOW' }), ['error risk-too-low risk']],
    ],
    fine: [
      ['two of them, one right', answered({ risk: 'CRITICAL-HIGH' })],
      ['higher than the issues', answered({ risk: 'HIGH' }, low)],
      ['own words that name the highest too', answered({ risk: 'HIGH, CRITICAL until CRITICAL-1 is fixed' })],
      ['own words that name none', answered({ risk: 'Severe' })],
    ],
  },
  required: {
    faulty: [
      ...['review-date', 'reviewer', 'version', 'risk', 'recommendation', 'summary', 'signed-by'].map(
        (field): Case['faulty'][number] => [field, answered({ [field]: null }), [`error required ${field}`]],
      ),
      [
        'a verdict that is none',
        answered({ recommendation: 'GO, perhaps' }),
        ['error required recommendation'],
      ],
      ['only spaces', answered({ reviewer: '  ' }), ['error required reviewer']],
      [
        'not applicable',
        { ...sound, answers: { ...sound.answers, summary: { notApplicable: 'why' } } },
        ['error required summary'],
      ],
    ],
    fine: [['all are there', sound]],
  },
  'issue-incomplete': {
    faulty: [
      [
        'critical without risk',
        withIssue('critical', { risk: null }),
        ['warning issue-incomplete critical/risk'],
      ],
      ['critical without fix', withIssue('critical', { fix: null }), ['error issue-incomplete critical/fix']],
      [
        'critical without location',
        withIssue('critical', { location: null }),
        ['error issue-incomplete critical/location'],
      ],
      [
        'critical with an empty impact',
        withIssue('critical', { impact: [''] }),
        ['error issue-incomplete critical/impact'],
      ],
      ['high without fix', withIssue('high', { fix: null }), ['warning issue-incomplete high/fix']],

      [
        'a report without the line that the template has an answer for',
        withIssue('low', { priority: null }),
        ['warning issue-incomplete low/priority'],
        { unsaid: [{ issue: 'low', field: 'priority' }] },
      ],
    ],
    fine: [
      ['a LOW is not asked for a location', withIssue('low', { location: null })],
      ['the template gives the priority', withIssue('low', { priority: null })],
    ],
  },
  'checklist-contradicts-issues': {
    faulty: [
      ['critical-issues', 'security', 'Security', 'critical'],
      ['critical-issues', 'stability', 'System Stability', 'critical'],
      ['critical-issues', 'data integrity', 'Data Integrity', 'critical'],
      ['high-issues', 'security', 'Application security', 'high'],
      ['high-issues', 'performance', 'Performance', 'high'],
      ['high-issues', 'error handling', 'Error Handling', 'high'],
    ].map(([field = '', words = '', category = '', severity]): Case['faulty'][number] => [
      `${field}: ${words}`,
      answered(
        { [field]: ticked(field, words) },
        withIssue(severity as 'critical' | 'high', { category: ['Other', category] }),
      ),
      [`error checklist-contradicts-issues ${field}`],
    ]),
    fine: [
      ['not ticked', withIssue('critical', { category: ['Security'] })],
      ['of another category', answered({ 'critical-issues': ticked('critical-issues', 'security') })],
      [
        'of another severity',
        answered(
          { 'critical-issues': ticked('critical-issues') },
          withIssue('high', { category: ['Security'] }),
        ),
      ],
    ],
  },
  'analysis-contradicts-issues': {
    faulty: [
      [
        'Secure with a high security issue',
        answered({ 'auth-status': 'Secure' }, withIssue('high', { category: ['Security'] })),
        ['warning analysis-contradicts-issues auth-status'],
      ],
      [
        'all error handling at its best',
        answered(
          { 'panic-recovery': 'Present', timeouts: 'Adequate' },
          withIssue('critical', { category: ['Error Handling'] }),
        ),
        ['warning analysis-contradicts-issues panic-recovery'],
      ],
    ],
    fine: [
      ['not the best', withIssue('high', { category: ['Security'] })],
      [
        'a medium issue',
        answered({ 'auth-status': 'Secure' }, withIssue('medium', { category: ['Security'] })),
      ],
      [
        'not all at the best',
        answered({ timeouts: 'Adequate' }, withIssue('critical', { category: ['Error Handling'] })),
      ],
    ],
  },
  'issue-not-planned': {
    faulty: [
      ['none mentions CRITICAL-1', planned('Fix HIGH-1'), ['warning issue-not-planned critical']],
      ['none mentions HIGH-1', planned('Fix CRITICAL-1'), ['warning issue-not-planned high']],
      ['HIGH-10 is another one', planned('Fix CRITICAL-1, HIGH-10'), ['warning issue-not-planned high']],
      [
        'a part of the title',
        planned('Fix CRITICAL-1 and a high matters'),
        ['warning issue-not-planned high'],
      ],
    ],
    fine: [
      ['by title, however written', planned('fix critical-1; then: A *High* matter!')],
      ['by a range', planned('CRITICAL-1, HIGH-1 to HIGH-3')],
      ['by a later list', withItem('debt', { impact: 'HIGH-1 comes from it' }, planned('CRITICAL-1'))],
      ['in the notes of the plan', { ...planned('CRITICAL-1'), notes: { plan: '- HIGH-1: Bob' } }],
      [
        'medium and low issues need none',
        withItem('immediate', { action: 'x' }, without('critical', 'high')),
      ],
    ],
  },
  'action-incomplete': {
    faulty: [
      ['no owner', withItem('immediate', { owner: null }), ['warning action-incomplete immediate/now/owner']],
      [
        'no deadline',
        withItem('immediate', { deadline: null }),
        ['warning action-incomplete immediate/now/deadline'],
      ],
      [
        'no owner later',
        withItem('short-term', { owner: ' ' }),
        [`warning action-incomplete ${item('short-term', 'owner')}`],
      ],
    ],
    fine: [
      [
        'not applicable',
        {
          ...sound,
          items: {
            ...sound.items,
            immediate: (sound.items.immediate ?? []).map((one) => ({
              ...one,
              answers: { ...one.answers, owner: { notApplicable: '' } },
            })),
          },
        },
      ],
    ],
  },
  'action-too-late': {
    faulty: [
      [
        'planned for later only',
        withIssue(
          'high',
          { priority: 'Before production deployment' },
          withItem('short-term', { action: 'HIGH-1' }, planned('CRITICAL-1')),
        ),
        [`error action-too-late ${item('short-term', 'action')}`],
      ],
      ...['IMMEDIATE', 'Pre-deployment', 'Before go-live'].map((priority): Case['faulty'][number] => [
        priority,
        withIssue('high', { priority }, withItem('short-term', { action: 'HIGH-1' }, planned('CRITICAL-1'))),
        [`error action-too-late ${item('short-term', 'action')}`],
      ]),
      [
        'what the template says of a critical one',
        withIssue(
          'critical',
          { priority: null },
          withItem('medium-term', { improvement: 'CRITICAL-1' }, planned('HIGH-1')),
        ),
        [`error action-too-late ${item('medium-term', 'improvement')}`],
      ],
    ],
    fine: [
      [
        'planned before, and more later',
        withIssue('critical', { priority: null }, withItem('debt', { debt: 'CRITICAL-1' })),
      ],
      [
        'before or after',
        withIssue(
          'high',
          { priority: null },
          withItem('short-term', { action: 'HIGH-1' }, planned('CRITICAL-1')),
        ),
      ],
    ],
  },
  'certified-but-limited': {
    faulty: [
      [
        'all six',
        answered({ certification: ticked('certification'), limitations: 'No load test' }),
        ['warning certified-but-limited certification'],
      ],
      [
        'in another alphabet',
        answered({ certification: ticked('certification'), limitations: 'Нагрузка не проверена' }),
        ['warning certified-but-limited certification'],
      ],
    ],
    fine: [
      ['words for none', answered({ certification: ticked('certification'), limitations: '*N/A.*' })],
      ['five', answered({ certification: ticked('certification', 'All'), limitations: 'No load test' })],
      ['no limitations', answered({ certification: ticked('certification') })],
    ],
  },
  dates: {
    faulty: [
      ['not a date', answered({ 'review-date': '13.2.2026' }), ['error dates review-date']],
      [
        'no day of the calendar',
        withItem('immediate', { deadline: '2026-02-30' }),
        ['error dates immediate/now/deadline'],
      ],
      [
        'in the future',
        answered(
          { 'review-date': '2026-02-15', 'signed-date': '2026-02-15' },
          withItem('immediate', { deadline: '2026-03-01' }),
        ),
        ['error dates review-date', 'error dates signed-date'],
      ],
      ['signed before', answered({ 'signed-date': '2026-02-12' }), ['error dates signed-date']],
      ['next review on the day', answered({ 'next-review': '2026-02-13' }), ['warning dates next-review']],
      [
        'a deadline that was',
        withItem('immediate', { deadline: '2026-02-12' }),
        ['warning dates immediate/now/deadline'],
      ],
    ],
    fine: [
      [
        'today',
        answered(
          { 'review-date': '2026-02-14', 'signed-date': '2026-02-14' },
          withItem('immediate', { deadline: '2026-02-14' }),
        ),
      ],
      ['a milestone', answered({ 'next-review': 'after the beta of 2025-01-01' })],
      ['none', answered({ 'signed-date': null }), { lines: new Set() }],
    ],
  },
  numbers: {
    faulty: [
      ['more than all', answered({ 'unit-coverage': '101' }), ['error numbers unit-coverage']],
      [
        'with its sign',
        answered({ 'backend-test-coverage': '120 %' }),
        ['error numbers backend-test-coverage'],
      ],
      ['in words', answered({ 'unit-coverage': '120 percent' }), ['error numbers unit-coverage']],
      ['less than nothing', answered({ 'unit-coverage': '-5 %' }), ['error numbers unit-coverage']],
      ['X of Y', answered({ 'critical-paths': '5/4' }), ['error numbers critical-paths']],
      ['negative', answered({ migrations: '-1' }), ['error numbers migrations']],
      ['negative, of what is found', answered({ 'memory-leaks': '−2' }), ['error numbers memory-leaks']],
    ],
    fine: [
      [
        'the borders',
        answered({ 'unit-coverage': '100', cpu: '0', 'critical-paths': '4/4', 'get-posts': '1200' }),
      ],
      ['words', answered({ 'unit-coverage': 'not measured', 'memory-leaks': 'None found' })],
    ],
  },
  'location-missing': {
    faulty: [
      [
        'no such file',
        sound,
        ['warning location-missing high/location'],
        lost(4, ['high', 'src/high.go:10-20', null]),
      ],
      [
        'fewer lines',
        sound,
        ['warning location-missing low/location', 'warning location-missing medium/location'],
        lost(4, ['low', 'src/low.go:10-20', 19], ['medium', 'src/medium.go:10-20', 1]),
      ],
      [
        'none of the files',
        sound,
        ['warning location-missing critical'],
        lost(
          3,
          ['critical', 'src/critical.go:10-20', null],
          ['high', 'src/high.go:10-20', null],
          ['low', 'src/low.go:10-20', null],
        ),
      ],
    ],
    fine: [
      ['all are there', sound, lost(4)],
      ['no repository', sound],
      ['corrected since', sound, lost(4, ['high', 'src/high.go:30', 20])],
      ['gone since', without('high'), lost(4, ['high', 'src/high.go:10-20', null])],
    ],
  },
  secret: {
    faulty: [
      [
        'in an issue',
        holding(token.words),
        ['error secret high/description'],
        secrets({ issue: 'high', field: 'description' }),
      ],
      [
        'in an answer',
        answered({ summary: token.words }),
        ['error secret summary'],
        secrets({ field: 'summary' }),
      ],
      [
        'in an action',
        withItem('short-term', { action: token.words }),
        [`error secret ${item('short-term', 'action')}`],
        secrets({ list: 'short-term', item: 'one-short-term', field: 'action' }),
      ],
      [
        'in the notes of a section',
        { ...sound, notes: { [template.sections[0]?.id ?? '']: token.words } },
        [`error secret ${template.pages[0]?.id}`],
        secrets({ note: template.sections[0]?.id ?? '' }),
      ],
      [
        'in the notes of an issue',
        {
          ...sound,
          issues: sound.issues.map((one) => (one.id === 'low' ? { ...one, note: token.words } : one)),
        },
        ['error secret low'],
        secrets({ issueNote: 'low' }),
      ],
    ],
    fine: [
      ['nothing was found', holding(token.words), { secrets: [] }],
      ['it is gone since', sound, secrets({ issue: 'high', field: 'description' }, { field: 'summary' })],
      ['its place is gone', sound, secrets({ issue: 'nobody', field: 'description' }, { note: 'nowhere' })],
    ],
  },
  placeholder: {
    faulty: [
      ['in a text', answered({ summary: 'Reviewed by [Name/Tool].' }), ['warning placeholder summary']],
      [
        'in an issue',
        withIssue('high', { impact: ['[Consequence 1]'] }),
        ['warning placeholder high/impact'],
      ],
      [
        'a sample of code',
        withIssue('critical', { evidence: { text: '// Current problematic code\nx()', language: 'go' } }),
        ['warning placeholder critical/evidence'],
      ],
      [
        'a sample of a path',
        withIssue('high', { location: ['path/to/file.go:234'] }),
        ['warning placeholder high/location'],
      ],
      [
        'in a tool',
        answered({ tools: [{ text: 'golangci-lint v[version]', done: true }] }),
        ['warning placeholder tools'],
      ],
      ['in notes', { ...sound, notes: { analysis: '- More: [Summary]' } }, ['warning placeholder analysis']],
      [
        'no answer',
        answered({ 'auth-status': null, 'auth-findings': null }),
        ['warning placeholder auth-status'],
      ],
      [
        'no answer in an item',
        withItem('debt', { timeline: null }),
        [`warning placeholder ${item('debt', 'timeline')}`],
      ],
      [
        'left in a report',
        answered({ 'auth-status': null, cors: null }),
        ['warning placeholder cors'],
        { lines: new Set(['- CORS: [Properly configured / Needs review]']) },
      ],
    ],
    fine: [
      ['in code', answered({ summary: 'It is `m[Name]`, x[Date] and [Name](https://example.org).' })],
      ['brackets of its own', answered({ summary: '[x] [ ] [1] [see below]' })],
      [
        'a section that a report leaves out',
        answered({ 'auth-status': null }),
        { lines: new Set(['# Report']) },
      ],
    ],
  },
  duplicate: {
    faulty: [
      ['a title', withIssue('low', { title: 'a  MEDIUM matter' }), ['hint duplicate low']],
      ['lines', withIssue('low', { location: ['./src/medium.go:10-20'] }), ['hint duplicate low']],
      [
        'lines that overlap',
        withIssue('low', { location: ['E.g. `src/medium.go:20-30`'] }),
        ['hint duplicate low'],
      ],
    ],
    fine: [
      ['other lines', withIssue('low', { location: ['src/medium.go:21'] })],
      ['the file as a whole', withIssue('low', { location: ['src/medium.go'] })],
      ['twice in one issue', withIssue('low', { location: ['a.go:1', 'a.go:1'] })],
      [
        'words',
        withIssue('low', { location: ['Everywhere'] }, withIssue('medium', { location: ['Everywhere'] })),
      ],
    ],
  },
};

describe('a secret', () => {
  const review = holding(token.words);
  const facts = secrets({ issue: 'high', field: 'description' });

  test('is told by its kind and its first characters, and tells itself from another one', () => {
    expect(find(review, facts)).toEqual([
      {
        id: 'secret',
        level: 'error',
        page: 'high',
        place: { issue: 'high', field: 'description' },
        message: 'Description holds what looks like a live GitHub Token: ghp_********',
        remedy: expect.stringContaining('redact it'),
        mark: 'a1',
        fix: {
          label: 'redact the GitHub Token',
          actions: [
            {
              do: 'answer',
              at: { issue: 'high', field: 'description' },
              answer: { value: 'Whoever has [redacted GitHub Token] is in' },
            },
          ],
        },
      },
    ]);
  });

  test('is quoted by no other check', () => {
    const dated = answered({ 'review-date': token.words });
    const said = JSON.stringify(find(dated, secrets({ field: 'review-date' })));
    expect(said).toContain('is not a date');
    expect(said).not.toContain(token.words.slice(0, 6));
  });
});

describe.each(Object.entries(cases))('%s', (_, { faulty, fine }) => {
  test.each(faulty)('finds just that: %s', (_why, review, expected, facts) => {
    expect(found(review, facts).toSorted()).toEqual(expected.toSorted());
  });
  test.each(fine)('finds nothing: %s', (_why, review, facts) => {
    expect(found(review, facts)).toEqual([]);
  });
});

test('every check is tried', () => {
  expect(Object.keys(cases).toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
});

test('what is found says in words what and what to do, errors first', () => {
  const findings = find({ ...quiet, answers: { risk: { value: 'LOW' } }, issues: sound.issues });
  const levels = findings.map(({ level }) => level);
  expect(levels).toEqual(levels.toSorted());
  for (const { message, remedy, page } of findings) {
    expect(message).toMatch(/^[A-Z"].*[^.\s]$/);
    expect(remedy).not.toBe('');
    expect(page).not.toBe('');
  }
  expect(findings.find(({ id }) => id === 'risk-too-low')).toMatchObject({
    level: 'error',
    page: 'summary-page',
    place: { field: 'risk' },
    message: 'The overall risk is LOW, while CRITICAL-1 is open',
    remedy: 'assess the risk as CRITICAL, or give the issues the severity that they have',
  });
});

test('a field that several items leave open is named once, with how many', () => {
  const [item] = sound.items.debt ?? [];
  const { timeline: _, ...answers } = item?.answers ?? {};
  const debt = ['a', 'b', 'c'].map((id) => ({ id, answers }));
  const [finding] = find({ ...sound, items: { ...sound.items, debt } });
  expect(finding?.message).toBe(
    "Recommended timeline (3) have no answer: the report shows the template's words there",
  );
});
