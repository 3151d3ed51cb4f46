import { createHash } from 'node:crypto';
import { severityRank } from '../fields/issue.ts';
import type { KeptFinding } from '../review/evidence/findings.ts';
import { type Finding, placeInWords } from './finding.ts';
import type { Scan } from './read-scan.ts';

/** The most that is kept of different messages, locations and names in one group. */
const most = { messages: 10, locations: 500, names: 50 };

/** The findings of scans, grouped by tool, rule and file. What one file says, another does not say again. */
export function keptFindings(scans: readonly Pick<Scan, 'file' | 'findings'>[]): KeptFinding[] {
  const groups = new Map<string, { findings: Finding[]; files: Set<string> }>();
  const saidBy = new Map<string, number>();
  for (const [index, { file, findings }] of scans.entries()) {
    for (const finding of findings) {
      const said = JSON.stringify([
        finding.tool,
        finding.rule,
        finding.places,
        finding.message,
        finding.about,
      ]);
      const before = saidBy.get(said) ?? index;
      saidBy.set(said, before);
      const key = groupOf(finding);
      const group = groups.get(key) ?? { findings: [], files: new Set() };
      groups.set(key, group);
      group.files.add(file);
      if (before === index) group.findings.push(finding);
    }
  }
  return [...groups].map(([key, { findings, files }]) => keptFinding(key, findings, [...files]));
}

const groupOf = ({ tool, rule, about, places: [first] }: Finding): string =>
  JSON.stringify([tool.toLowerCase(), rule, about || (first?.path ?? '')]);

/** The most severe of some findings; of equals the first. */
export const mostSevere = <One extends Pick<KeptFinding, 'severity'>>(all: readonly One[]): One =>
  all.reduce((one, other) => (severityRank(other.severity) < severityRank(one.severity) ? other : one));

function keptFinding(key: string, all: Finding[], files: string[]): KeptFinding {
  const worst = mostSevere(all);
  const [first = worst] = all;
  const { tool, rule, title, about } = first;
  const messages = all.map(({ message }) => message);
  return {
    fingerprint: createHash('sha256').update(key).digest('hex').slice(0, 16),
    tool,
    rule,
    severity: worst.severity,
    severityFrom: worst.severityFrom,
    title,
    message: different(messages, most.messages).join('\n\n'),
    locations: different(
      all.flatMap(({ places }) => places.map(placeInWords)),
      most.locations,
    ),
    fix: all.find(({ fix }) => fix !== null)?.fix ?? null,
    results: all.length,
    about,
    names: different(
      all.flatMap(({ aliases }) => aliases),
      most.names,
    ),
    files,
  };
}

/** Each of some texts once, in their order. */
export function different(texts: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const kept = new Set<string>();
  for (const text of texts) if (kept.size < most) kept.add(text);
  return [...kept];
}
