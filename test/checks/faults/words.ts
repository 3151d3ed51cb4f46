import { answered, sound, withEarlier, withIssue, withItem } from '../sound.ts';
import { type Case, item } from './case.ts';

/** Words that are not the reviewer's, or that lead nowhere. */
export const words: Record<string, Case> = {
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
        answered({ 'auth-status': null, 'auth-problems': null }),
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
        { report: { lines: new Set(['- CORS: [Properly configured / Needs review]']) } },
      ],
    ],
    fine: [
      ['in code', answered({ summary: 'It is `m[Name]`, x[Date] and [Name](https://example.org).' })],
      ['brackets of its own', answered({ summary: '[x] [ ] [1] [see below]' })],
      [
        'a section that a report leaves out',
        answered({ 'auth-status': null }),
        { report: { lines: new Set(['# Report']) } },
      ],
    ],
  },
  'issue-unknown': {
    faulty: [
      ['in an answer', answered({ summary: 'CRITICAL-2 must go first.' }), ['warning issue-unknown summary']],
      [
        'in an issue, among one that is there',
        withIssue('low', { impact: ['Makes HIGH-1 worse', '(see MEDIUM-7)'] }),
        ['warning issue-unknown low/impact'],
      ],
      [
        'in an action',
        withItem('debt', { impact: 'Ends HIGH-3.' }),
        [`warning issue-unknown ${item('debt', 'impact')}`],
      ],
      ['in a note', { ...sound, notes: { plan: 'LOW-4 can wait' } }, ['warning issue-unknown plan']],
      [
        'in a note of an issue',
        {
          ...sound,
          issues: sound.issues.map((one) => (one.id === 'critical' ? { ...one, note: 'Like HIGH-9' } : one)),
        },
        ['warning issue-unknown critical'],
      ],
    ],
    fine: [
      ['issues that are there', answered({ summary: 'CRITICAL-1, HIGH-1, MEDIUM-1 and LOW-1.' })],
      ['one of the previous review', answered({ summary: 'HIGH-4 is accepted.' })],
      [
        'numbers of other things',
        answered({ summary: 'HIGH-2024-001, VERY-HIGH-3, a low-5 and x/HIGH-7.md' }),
      ],
      ['in code', withIssue('high', { evidence: { text: '// HIGH-8', language: 'go' } })],
      ['among the previous issues', withEarlier({ note: 'It was HIGH-7 once' })],
    ],
  },
};
