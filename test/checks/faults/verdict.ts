import { answered, sound, withItem, without } from '../sound.ts';
import { type Case, low } from './case.ts';

const twoActions = ['now', 'then'].map((id) => ({ ...(sound.items.immediate?.[0] ?? { answers: {} }), id }));

/** The verdict and the risk, beside the issues and the plan. */
export const verdict: Record<string, Case> = {
  'go-with-critical': {
    faulty: [
      [
        'GO',
        withItem('immediate', { blocks: 'No' }, answered({ recommendation: 'GO' }, without('high'))),
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
  'condition-missing': {
    faulty: [
      [
        'its action does not block',
        withItem('immediate', { blocks: 'No' }),
        ['warning condition-missing recommendation'],
      ],
      [
        'its only action is after the deployment',
        withItem('short-term', { action: 'Fix CRITICAL-1' }, withItem('immediate', { action: 'HIGH-1' })),
        ['warning condition-missing recommendation'],
      ],
    ],
    fine: [
      ['Yes', sound],
      ['nobody says so yet', withItem('immediate', { blocks: 'To be told' })],
      [
        'another action blocks',
        withItem(
          'immediate',
          { blocks: 'No' },
          { ...sound, items: { ...sound.items, immediate: twoActions } },
        ),
      ],
      ['a high issue', withItem('immediate', { blocks: 'No' }, without('critical'))],
      ['NO-GO', withItem('immediate', { blocks: 'No' }, answered({ recommendation: 'NO-GO' }))],
    ],
  },
  'risk-too-low': {
    faulty: [
      ['HIGH with a critical issue', answered({ risk: 'HIGH' }), ['error risk-too-low risk']],
      [
        'LOW with a medium one',
        answered({ risk: 'low for now' }, without('critical', 'high')),
        ['error risk-too-low risk', 'warning own-status risk'],
      ],
      [
        'two of them, too low',
        answered({ risk: 'MEDIUM-LOW' }),
        ['error risk-too-low risk', 'warning own-status risk'],
      ],
    ],
    fine: [
      ['higher than the issues', answered({ risk: 'HIGH' }, low)],
      ['own words that name the highest too', answered({ risk: 'HIGH, CRITICAL until CRITICAL-1 is fixed' })],
    ],
  },
};
