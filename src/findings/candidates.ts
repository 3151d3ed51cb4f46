import { severityRank } from '../fields/issue.ts';
import type { KeptFinding } from '../review/evidence/findings.ts';
import { ascending } from '../text/ascending.ts';
import { different, mostSevere } from './kept-findings.ts';
import { samenessOf } from './sameness.ts';

/**
 * Findings that say the same, which may become an issue. `fingerprint` is that of the first of them, `tool` names
 * several with commas, and `results` counts those of all.
 */
export interface Candidate extends Omit<KeptFinding, 'about' | 'names' | 'files' | 'since'> {
  /** What it is made of. */
  findings: KeptFinding[];
}

/** Findings as candidates, those that say the same of the same line merged; the most severe first. */
export const candidatesOf = (findings: readonly KeptFinding[]): Candidate[] =>
  samenessOf(findings).map(candidateOf).toSorted(inOrder);

function candidateOf(findings: [KeptFinding, ...KeptFinding[]]): Candidate {
  const [first] = findings;
  const worst = mostSevere(findings);
  return {
    fingerprint: first.fingerprint,
    tool: different(findings.map(({ tool }) => tool)).join(', '),
    rule: first.rule,
    severity: worst.severity,
    severityFrom: worst.severityFrom,
    title: first.title,
    message: different(findings.map(({ message }) => message)).join('\n\n'),
    locations: different(findings.flatMap(({ locations }) => locations)),
    fix: findings.find(({ fix }) => fix !== null)?.fix ?? null,
    results: findings.reduce((all, { results }) => all + results, 0),
    findings,
  };
}

function inOrder(one: Candidate, other: Candidate): number {
  return (
    severityRank(one.severity) - severityRank(other.severity) ||
    other.results - one.results ||
    ascending(one.rule, other.rule) ||
    ascending(one.locations[0] ?? '', other.locations[0] ?? '') ||
    ascending(one.fingerprint, other.fingerprint)
  );
}
