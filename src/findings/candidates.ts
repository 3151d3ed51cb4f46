import type { Severity } from '../fields/issue.ts';
import type { KeptFinding } from '../review/evidence/findings.ts';
import { different, rankOf } from './kept-findings.ts';
import { samenessOf } from './sameness.ts';

/** Findings that say the same, which may become an issue. */
export interface Candidate {
  /** That of the first of its findings. */
  fingerprint: string;
  /** Several, with commas, where tools say the same. */
  tool: string;
  rule: string;
  severity: Severity;
  severityFrom: string;
  title: string;
  message: string;
  locations: string[];
  fix: string | null;
  /** How many results of tools it stands for. */
  results: number;
  /** What it is made of. */
  findings: KeptFinding[];
}

/** Findings as candidates, those that say the same of the same line merged; the most severe first. */
export const candidatesOf = (findings: readonly KeptFinding[]): Candidate[] =>
  samenessOf(findings).map(candidateOf).toSorted(inOrder);

function candidateOf(findings: [KeptFinding, ...KeptFinding[]]): Candidate {
  const [first] = findings;
  const worst = findings.reduce((one, other) =>
    rankOf(other.severity) < rankOf(one.severity) ? other : one,
  );
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
    rankOf(one.severity) - rankOf(other.severity) ||
    other.results - one.results ||
    compare(one.rule, other.rule) ||
    compare(one.locations[0] ?? '', other.locations[0] ?? '') ||
    compare(one.fingerprint, other.fingerprint)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
