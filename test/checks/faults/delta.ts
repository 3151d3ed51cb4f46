import { sound, withEarlier } from '../sound.ts';
import type { Case } from './case.ts';

/** What became of the issues of a previous review. */
export const delta: Record<string, Case> = {
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
      ['it is resolved', withEarlier({ outcome: 'Resolved' })],
    ],
  },
  'acceptance-contradicted': {
    faulty: [
      [
        'resolved, and still accepted by somebody',
        withEarlier({ outcome: 'Resolved', 'accepted-by': 'Ada' }),
        ['warning acceptance-contradicted delta/old/accepted-by'],
      ],
      [
        'still open, and accepted until a day',
        withEarlier({ outcome: 'Still open', until: '2026-12-31' }, 'high'),
        ['warning acceptance-contradicted delta/old/until'],
      ],
    ],
    fine: [
      ['accepted, with all of it', sound],
      ['still open, with a reason', withEarlier({ outcome: 'Still open', reason: 'No time' }, 'high')],
      ['in words of the own', withEarlier({ outcome: 'Handed on', 'accepted-by': 'Ada' })],
    ],
  },
};
