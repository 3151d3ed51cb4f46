import type { ChecklistItem } from '../../../src/fields/value.ts';
import { answered, ticked, withIssue } from '../sound.ts';
import type { Case } from './case.ts';

const secure = {
  'auth-status': 'Secure',
  'validation-status': 'Comprehensive',
  'secrets-status': 'Secure',
  cors: 'Properly configured',
  'rate-limiting': 'Implemented',
  'security-headers': 'Present',
};

/** The template's lines with nothing left to fill in. */
const withoutPlaceholders = (value: ReturnType<typeof ticked>) =>
  (value as ChecklistItem[]).filter(({ text }) => !text.includes('['));

/** Ticks, statuses and certifications, beside what else is said. */
export const contradictions: Record<string, Case> = {
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
        'a status with an issue of its subject',
        answered({ 'auth-status': 'Secure' }, withIssue('high', { title: 'Sessions never expire' })),
        ['warning analysis-contradicts-issues auth-status'],
      ],
      [
        'all of security at its best',
        answered(secure, withIssue('high', { category: ['Security'] })),
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
        'an issue of another subject',
        answered(
          { 'secrets-status': 'Secure' },
          withIssue('high', { title: 'No rate limit on login', category: ['Security'] }),
        ),
      ],
      [
        'not all at the best',
        answered({ timeouts: 'Adequate' }, withIssue('critical', { category: ['Error Handling'] })),
      ],
    ],
  },
  'checklist-contradicts-analysis': {
    faulty: [
      ['monitoring', 'No', 'infrastructure', 'Monitoring and alerting'],
      ['rate-limiting', 'Missing', 'security', 'Rate limiting'],
      ['strong-passwords', 'No, but planned', 'security', 'Strong passwords'],
      ['cors', 'Needs review', 'security', 'CORS'],
      ['race-tests', 'Not run', 'tools', '-race'],
    ].map(([status = '', said = '', list = '', words = '']): Case['faulty'][number] => [
      `${status}: ${said}`,
      answered({ [status]: said, [list]: withoutPlaceholders(ticked(list, words)) }),
      [`warning checklist-contradicts-analysis ${list}`],
    ]),
    fine: [
      ['the best', answered({ monitoring: 'Yes', infrastructure: ticked('infrastructure', 'Monitoring') })],
      ['not ticked', answered({ infrastructure: ticked('infrastructure', 'Rollback') })],
      ['about something else', answered({ documentation: ticked('documentation', 'Monitoring guide') })],
      ['taken back', answered({ security: [{ text: 'CORS not configured yet', done: true }] })],
      ['a label of several', answered({ security: [{ text: 'Status page configured', done: true }] })],
    ],
  },
  'metrics-contradict-analysis': {
    faulty: [
      [
        'less than the unit tests',
        answered({ 'unit-coverage': '90', 'backend-test-coverage': '20' }),
        ['warning metrics-contradict-analysis backend-test-coverage'],
      ],
      [
        'less than the tests of components',
        answered({ 'component-coverage': '40.5' }),
        ['warning metrics-contradict-analysis frontend-test-coverage'],
      ],
      [
        'tests that are absent, and pass',
        answered({ 'e2e-result': 'Pass' }),
        ['warning metrics-contradict-analysis e2e-result'],
      ],
    ],
    fine: [
      ['more than the unit tests', answered({ 'unit-coverage': '20', 'backend-test-coverage': '90' })],
      ['in words', answered({ 'unit-coverage': 'about 90' })],
      ['tests that are there', answered({ 'e2e-tests': 'Present', 'e2e-result': 'Pass' })],
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
};
