import { withIssue } from '../sound.ts';
import type { Case } from './case.ts';

/** The issues, each by itself and beside one another. */
export const issues: Record<string, Case> = {
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
        { report: { omitted: [{ issue: 'low', field: 'priority' }] } },
      ],
    ],
    fine: [
      ['a LOW is not asked for a location', withIssue('low', { location: null })],
      ['the template gives the priority', withIssue('low', { priority: null })],
      [
        'what no issue of a report of another kind has',
        withIssue(
          'low',
          { effort: null },
          withIssue(
            'medium',
            { effort: null },
            withIssue('high', { effort: null }, withIssue('critical', { effort: null })),
          ),
        ),
        { report: { otherKind: true } },
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
      [
        'titles that only count',
        withIssue('low', { title: 'Finding 1' }, withIssue('medium', { title: 'Finding 1' })),
      ],
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
