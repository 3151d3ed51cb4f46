import { nextUnanswered } from '../../navigation/next-field.ts';
import { canCommit, moveInFinished, takeNextStep } from '../../overlays/finished/finished.ts';
import { openProblems } from '../../overlays/problems/problem-list.ts';
import { pickerOverlay } from '../../state/overlay.ts';
import type { KeyRow } from '../row.ts';

const group = 'Once the report is written';
const over = ['finished'] as const;

/** The keys of what is shown once the report is written. */
export const finishedKeys: KeyRow[] = [
  {
    keys: ['enter'],
    group,
    does: 'does the selected step',
    hint: 'do it',
    over,
    run: (state) => takeNextStep(state),
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'select what to do next',
    hint: 'move',
    over,
    run: (state, key) => moveInFinished(state, key === 'up' ? -1 : 1),
  },
  {
    keys: ['c'],
    group,
    does: 'prints the command that commits the report when you leave; it is never run',
    hint: 'git command',
    when: canCommit,
    over,
    run: takeNextStep,
  },
  {
    keys: ['v'],
    group,
    does: 'shows the report as it reads',
    hint: 'view',
    over,
    run: takeNextStep,
  },
  {
    keys: ['e'],
    group,
    does: 'goes back to the review',
    hint: 'edit',
    over,
    run: takeNextStep,
  },
  {
    keys: ['h'],
    group,
    does: 'goes to the list of drafts',
    hint: 'home',
    over,
    run: takeNextStep,
  },
  {
    keys: ['ctrl+n', 'ctrl+r', 'ctrl+g'],
    group,
    does: 'the next field without an answer, the problems, Go to: as in the review',
    over,
    run: (state, key) =>
      key === 'ctrl+n'
        ? nextUnanswered({ ...state, overlay: null })
        : key === 'ctrl+r'
          ? openProblems(state)
          : { ...state, overlay: pickerOverlay('palette') },
  },
];
