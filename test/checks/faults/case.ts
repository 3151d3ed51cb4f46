import type { Facts } from '../../../src/checks/facts.ts';
import type { Review } from '../../../src/review/review.ts';
import { without } from '../sound.ts';

/** Reviews by which a check is tried. */
export interface Case {
  /** Each has just this fault. */
  faulty: [why: string, review: Review, expected: string[], facts?: Partial<Facts>][];
  /** Each comes close to it, and is right. */
  fine: [why: string, review: Review, facts?: Partial<Facts>][];
}

/** Only the low issue is left. */
export const low = without('critical', 'high', 'medium');

/** The place of a field in the first item of a list. */
export const item = (list: string, field: string) => `${list}/one-${list}/${field}`;
