import type { Severity } from '../fields/issue.ts';
import type { Told } from './finding.ts';

/** What scanners call a severity or a level, in small letters. */
const byWord: Record<string, Severity> = {
  blocker: 'critical',
  critical: 'critical',
  error: 'high',
  fatal: 'high',
  high: 'high',
  major: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  minor: 'medium',
  warn: 'medium',
  warning: 'medium',
  debug: 'low',
  hint: 'low',
  ignore: 'low',
  info: 'low',
  information: 'low',
  informational: 'low',
  low: 'low',
  negligible: 'low',
  none: 'low',
  note: 'low',
  style: 'low',
};

/**
 * The severity that a scanner states in a word, and what it follows from.
 * @param kind what the scanner calls it: "severity", "level"
 * @param otherwise the severity where it states none, or one that nobody knows
 */
export function severityOf(kind: string, stated: string, otherwise: Severity): Told['severity'] {
  const word = stated.trim();
  const known = word.toLowerCase();
  const severity = Object.hasOwn(byWord, known) ? byWord[known] : undefined;
  if (severity) return { severity, severityFrom: `${kind} ${word}` };
  const why = word === '' ? `no ${kind} is stated` : `${kind} ${word} is not known`;
  return { severity: otherwise, severityFrom: why };
}

/** The severity of a CVSS score from 0 to 10, as CVSS 3 rates it; null for what is no score. */
export function severityOfScore(score: number): Severity | null {
  if (!(score >= 0 && score <= 10)) return null;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}
