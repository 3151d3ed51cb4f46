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
