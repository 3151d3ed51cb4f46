import { sound, withIssue, withItem, without } from '../sound.ts';
import { type Case, item } from './case.ts';

const planned = (text: string, list = 'immediate', field = 'action') => withItem(list, { [field]: text });

/** Beside the one that the sound review has. */
const moreHigh = ['Second', 'Third'].flatMap((title) =>
  without('critical', 'medium', 'low').issues.map((issue) => ({
    ...issue,
    id: title,
    answers: { ...issue.answers, title: { value: title }, location: { value: [`src/${title}.go:1`] } },
  })),
);

/** The action plan, beside the issues. */
export const plan: Record<string, Case> = {
  'issue-not-planned': {
    faulty: [
      ['none mentions CRITICAL-1', planned('Fix HIGH-1'), ['warning issue-not-planned critical']],
      ['none mentions HIGH-1', planned('Fix CRITICAL-1'), ['warning issue-not-planned high']],
      [
        'HIGH-10 is another one',
        planned('Fix CRITICAL-1, HIGH-10'),
        ['warning issue-not-planned high', 'warning issue-unknown immediate/now/action'],
      ],
      [
        'a part of the title',
        planned('Fix CRITICAL-1 and a high matters'),
        ['warning issue-not-planned high'],
      ],
    ],
    fine: [
      ['by title, however written', planned('fix critical-1; then: A *High* matter!')],
      ['by a range', { ...planned('CRITICAL-1, HIGH-1 to HIGH-3'), issues: [...sound.issues, ...moreHigh] }],
      ['by a later list', withItem('debt', { impact: 'HIGH-1 comes from it' }, planned('CRITICAL-1'))],
      ['in the notes of the plan', { ...planned('CRITICAL-1'), notes: { plan: '- HIGH-1: Bob' } }],
      [
        'in a report of another kind without a plan',
        { ...sound, items: {} },
        { report: { otherKind: true } },
      ],
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
};
