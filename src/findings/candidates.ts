import { createHash } from 'node:crypto';
import { type Severity, severities } from '../fields/issue.ts';
import { type Finding, placeInWords } from './finding.ts';
import { samenessOf } from './sameness.ts';

/** Findings that say the same, which may become an issue. */
export interface Candidate {
  /** What it is known by at the next scan: the tool, the rule and the file that it is about. */
  fingerprint: string;
  /** Those of everything that was merged into it, its own among them. */
  fingerprints: string[];
  /** Several, with commas, where tools say the same. */
  tool: string;
  rule: string;
  severity: Severity;
  severityFrom: string;
  title: string;
  message: string;
  /** As people write them: "src/app.go:12-14". */
  locations: string[];
  fix: string | null;
  /** How many findings it stands for. */
  results: number;
}

/** The most that is kept of different messages and of locations in one candidate. */
const most = { messages: 10, locations: 500 };

/**
 * The findings of several files, grouped by tool, rule and file, those merged that say the same of the same line, the
 * most severe first. What one file says, another does not say again.
 */
export function candidatesOf(files: readonly (readonly Finding[])[]): Candidate[] {
  const groups = new Map<string, Finding[]>();
  const saidBy = new Map<string, number>();
  for (const [file, findings] of files.entries()) {
    for (const finding of findings) {
      const said = JSON.stringify([
        finding.tool,
        finding.rule,
        finding.places,
        finding.message,
        finding.about,
      ]);
      const before = saidBy.get(said) ?? file;
      saidBy.set(said, before);
      if (before !== file) continue;
      const key = groupOf(finding);
      const group = groups.get(key);
      if (group) group.push(finding);
      else groups.set(key, [finding]);
    }
  }
  return samenessOf([...groups.values()])
    .map(candidateOf)
    .toSorted(inOrder);
}

const groupOf = ({ tool, rule, about, places: [first] }: Finding): string =>
  JSON.stringify([tool.toLowerCase(), rule, about || (first?.path ?? '')]);

const rank = (severity: Severity): number => severities.indexOf(severity);

function candidateOf(groups: Finding[][]): Candidate {
  const [main = []] = groups;
  const all = groups.flat();
  const worst = all.reduce((one, other) => (rank(other.severity) < rank(one.severity) ? other : one));
  const [first = worst] = main;
  const fingerprints = groups.map(fingerprintOf);
  return {
    fingerprint: fingerprints[0] ?? '',
    fingerprints,
    tool: different(all.map(({ tool }) => tool)).join(', '),
    rule: first.rule,
    severity: worst.severity,
    severityFrom: worst.severityFrom,
    title: first.title,
    message: different(
      all.map(({ message }) => message),
      most.messages,
    ).join('\n\n'),
    locations: different(
      all.flatMap(({ places }) => places.map(placeInWords)),
      most.locations,
    ),
    fix: all.find(({ fix }) => fix !== null)?.fix ?? null,
    results: all.length,
  };
}

const fingerprintOf = (group: Finding[]): string =>
  createHash('sha256')
    .update(group[0] ? groupOf(group[0]) : '')
    .digest('hex')
    .slice(0, 16);

/** Each of some texts once, in their order. */
function different(texts: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const kept = new Set<string>();
  for (const text of texts) if (kept.size < most) kept.add(text);
  return [...kept];
}

function inOrder(one: Candidate, other: Candidate): number {
  return (
    rank(one.severity) - rank(other.severity) ||
    other.results - one.results ||
    compare(one.rule, other.rule) ||
    compare(one.locations[0] ?? '', other.locations[0] ?? '') ||
    compare(one.fingerprint, other.fingerprint)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
