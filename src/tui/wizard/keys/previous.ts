import type { Outcome } from '../../../review/previous/delta-section.ts';
import { inDelta, mark } from '../lists/follow-up.ts';
import type { KeyRow } from './row.ts';

const previous = 'Issues of a previous review';
const markKey = (key: string, outcome: Outcome, hint: string, does: string): KeyRow => ({
  keys: [key],
  group: previous,
  does,
  hint,
  when: inDelta,
  run: (state) => mark(state, outcome),
});

/** The digits are those of the outcomes in the template's order, as in any choice. */
export const previousKeys: KeyRow[] = [
  markKey('1', 'resolved', 'resolved', 'it is resolved'),
  markKey(
    '2',
    'open',
    'still open',
    'it is still open: one of the issues of this review, with all its answers',
  ),
  markKey('3', 'changed', 'changed', 'the same, and opens it: its severity or anything else changed'),
  markKey('4', 'accepted', 'accepted', 'it is accepted as a risk: asks by whom, why and until when'),
  {
    keys: ['backspace', 'delete'],
    shown: 'Backspace',
    group: previous,
    does: 'it is not decided; so does Delete',
    when: inDelta,
    run: (state) => mark(state, null),
  },
];
