import { type Severity, severityRank } from '../fields/issue.ts';
import type { Issue } from './review.ts';

/** The list with one more at the place (the end without one; stops at the ends). */
export function inserted<T>(list: readonly T[], one: T, index = list.length): T[] {
  const at = Math.max(0, Math.min(index, list.length));
  return [...list.slice(0, at), one, ...list.slice(at)];
}

/** The list with the one at `from` so many places further; the same list when that changes nothing. */
export function moved<T>(list: readonly T[], from: number, by: number): readonly T[] {
  const to = Math.max(0, Math.min(from + by, list.length - 1));
  const one = list[from];
  if (one === undefined || to === from) return list;
  return inserted(
    list.filter((_, index) => index !== from),
    one,
    to,
  );
}

/**
 * All issues with one more, at `index` among those of its severity. Issues stand severity by severity, so the
 * first of its severity goes before those of the next one.
 */
export function withIssue(issues: readonly Issue[], issue: Issue, index?: number): Issue[] {
  const peers = issues.flatMap((other, at) => (other.severity === issue.severity ? [at] : []));
  const before = peers[Math.max(0, index ?? peers.length)];
  if (before !== undefined) return inserted(issues, issue, before);
  const last = peers.at(-1);
  return inserted(issues, issue, last === undefined ? placeOfFirst(issues, issue.severity) : last + 1);
}

function placeOfFirst(issues: readonly Issue[], severity: Severity): number {
  const rank = severityRank(severity);
  const at = issues.findIndex((other) => severityRank(other.severity) > rank);
  return at === -1 ? issues.length : at;
}
