import type { Facts } from '../../../src/checks/facts.ts';
import { answered, sound, template, withItem } from '../sound.ts';
import type { Case } from './case.ts';

/** What a report says in the place of what became of the previous issues. */
const says = (words: string): NonNullable<NonNullable<Facts['report']>['derived']>[number] => {
  const { options = [] } = template.lists.delta?.fields.outcome ?? {};
  const part = { type: 'derived', what: 'outcomes', list: 'delta', options, blank: '[…]' } as const;
  return { part, label: 'Summary of Changes', page: 'delta-page', words };
};

/** Lines of the verdict as a report has them, ticked. */
const ticked = (...options: string[]): string =>
  options.map((one) => `- [x] ✅ **${one}** - Ready`).join('\n');

/** Counts, days and numbers, and what no report is without. */
export const values: Record<string, Case> = {
  counts: {
    faulty: [
      [
        'one too many',
        sound,
        ['error counts summary-page'],
        { report: { counts: { critical: 1, medium: 2 } } },
      ],
      ['none, while there is one', sound, ['error counts summary-page'], { report: { counts: { low: 0 } } }],
      [
        'what became of the previous issues is wrong',
        sound,
        ['error counts delta-page'],
        { report: { derived: [says('2 resolved, 4 new')] } },
      ],
    ],
    fine: [
      ['all are right', sound, { report: { counts: { critical: 1, high: 1, medium: 1, low: 1 } } }],
      ['it states none', sound, { report: { counts: {} } }],
      [
        'what became of the previous issues is right',
        sound,
        { report: { derived: [says('1 accepted as risk, 4 new')] } },
      ],
      ['it says that in other words', sound, { report: { derived: [says('all is well')] } }],
    ],
  },
  required: {
    faulty: [
      ...['review-date', 'reviewer', 'version', 'risk', 'recommendation', 'summary', 'signed-by'].map(
        (field): Case['faulty'][number] => [field, answered({ [field]: null }), [`error required ${field}`]],
      ),
      [
        'several ticked in the report that it was read from',
        { ...answered({ recommendation: null }), notes: { 'summary-page': ticked('GO', 'NO-GO') } },
        ['error required recommendation'],
      ],
      [
        'another one ticked in the notes',
        { ...sound, notes: { 'summary-page': `See above.\n\n${ticked('NO-GO')}` } },
        ['error required recommendation'],
      ],
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
    fine: [
      ['all are there', sound],
      ['the same one ticked in the notes', { ...sound, notes: { 'summary-page': ticked('CONDITIONAL GO') } }],
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
      ['none', answered({ 'signed-date': null }), { report: { lines: new Set() } }],
    ],
  },
  'own-status': {
    faulty: [
      ['a status', answered({ 'auth-status': 'Fine by me' }), ['warning own-status auth-status']],
      ['a risk', answered({ risk: 'CRITICAL-HIGH' }), ['warning own-status risk']],
      ['words that only begin like one', answered({ cors: 'Needs reviewers' }), ['warning own-status cors']],
    ],
    fine: [
      [
        'an option with a remark',
        answered({ 'auth-status': 'Critical Issues (see above)', cors: 'needs review' }),
      ],
      ['an option with a sign', answered({ 'rate-limiting': '❌ Missing' })],
      ["a choice of an item's", withItem('immediate', { effort: 'two weeks' })],
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
      ...Object.entries({
        'get-posts': ['abc', '12 parsecs', '12 MB'],
        memory: ['much', '212 ms'],
        'unit-coverage': ['good', '72 tests'],
        migrations: ['plenty'],
        'critical-paths': ['most', '7'],
        'memory-leaks': ['perhaps'],
        duration: ['abc', '12 parsecs'],
      }).flatMap(([field, all]) =>
        all.map((value): Case['faulty'][number] => [
          `${field}: ${value}`,
          answered({ [field]: value }),
          [`warning numbers ${field}`],
        ]),
      ),
    ],
    fine: [
      [
        'the borders',
        answered({
          'unit-coverage': '100',
          'backend-test-coverage': '100',
          cpu: '0',
          'critical-paths': '4/4',
          'get-posts': '1200',
        }),
      ],
      ['the load of two processors', answered({ cpu: '180' })],
      ['the same with its sign', answered({ cpu: '180 %' })],
      ['words', answered({ 'unit-coverage': 'not measured', 'memory-leaks': 'None found' })],
      ...Object.entries({
        'get-posts': [
          '1.2 s',
          '~48ms',
          'about 40',
          '48 ms on average, 120 at the peak',
          'p95: 300 (loaded)',
          'unknown',
        ],
        memory: ['1.5 GB', '182 idle', '–'],
        'unit-coverage': ['about 60 %', '23.4% (server)', '12 of 40 packages', '60 percent'],
        migrations: ['41 files', 'none'],
        'db-connections': ['10 idle', '25 of 100'],
        'critical-paths': ['5 of 8', '80 %', 'all of them', '3/4 (the payment is missing)'],
        'memory-leaks': ['3 in the hub', 'none that we know of'],
        duration: ['6', '~1 hour', '2h30', 'two days', 'an afternoon', '3 days (20 hours)'],
      }).flatMap(([field, all]) =>
        all.map((value): Case['fine'][number] => [`${field}: ${value}`, answered({ [field]: value })]),
      ),
    ],
  },
};
