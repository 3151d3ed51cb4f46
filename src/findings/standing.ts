import type { Decision, Decisions } from '../review/evidence/findings.ts';
import type { Review } from '../review/review.ts';
import { type Candidate, candidatesOf } from './candidates.ts';

/** A decision that closes a finding: another severity does not. */
export type Closing = Exclude<Decision, { is: 'rated' }>;

/** Whether the next scans had nothing of it any more. */
export const isGone = ({ findings }: Candidate): boolean => findings.every(({ since }) => since === 'gone');

/**
 * What was decided on a candidate, as long as an issue that it led to is there; null where it is open, or open again.
 * @param issues the ids of the issues that are there
 */
export function decisionOn(
  { findings }: Candidate,
  decisions: Decisions,
  issues: ReadonlySet<string>,
): Closing | null {
  const holds = (one: Decision | undefined): one is Closing =>
    one !== undefined &&
    one.is !== 'rated' &&
    (one.is === 'dismissed' || one.issues.some((id) => issues.has(id)));
  return findings.map(({ fingerprint }) => decisions[fingerprint]).find(holds) ?? null;
}

/** How many candidates of a review wait for a decision. */
export function countOpen({ findings = [], decisions = {}, issues }: Review): number {
  const there = new Set(issues.map(({ id }) => id));
  return candidatesOf(findings).filter((one) => !isGone(one) && !decisionOn(one, decisions, there)).length;
}
