import type { KeptFinding } from '../review/evidence/findings.ts';

/**
 * Findings by what they say: those of different tools are together that name the same rule, weakness or vulnerability
 * at the same line or of the same package. Takes linear time.
 */
export function samenessOf(findings: readonly KeptFinding[]): [KeptFinding, ...KeptFinding[]][] {
  const parents = findings.map((_, index) => index);
  /** The first finding with a key, and the first one of another tool: what comes later joins one of these. */
  const firstWith = new Map<string, { tool: string; index: number }[]>();
  for (const [index, finding] of findings.entries()) {
    const { tool } = finding;
    for (const key of keysOf(finding)) {
      const first = firstWith.get(key) ?? [];
      firstWith.set(key, first);
      const other = first.find((one) => one.tool !== tool);
      if (other) join(parents, other.index, index);
      if (first.length < 2 && first.every((one) => one.tool !== tool)) first.push({ tool, index });
    }
  }
  const together = new Map<number, [KeptFinding, ...KeptFinding[]]>();
  for (const [index, finding] of findings.entries()) {
    const root = rootOf(parents, index);
    const those = together.get(root);
    if (those) those.push(finding);
    else together.set(root, [finding]);
  }
  return [...together.values()];
}

/** What a finding has in common with one of another tool that says the same. */
function keysOf({ rule, locations, about, names: others }: KeptFinding): Set<string> {
  const names = [shortName(rule), ...others];
  const vulnerabilities = names.filter((name) => /^(?:CVE|GHSA|GO)-/.test(name));
  const keys = new Set<string>();
  for (const location of locations) {
    const [, path = location, line] = /^(.*):(\d+)(?:-\d+)?$/s.exec(location) ?? [];
    if (line !== undefined) for (const name of names) keys.add(JSON.stringify([name, path, line]));
    for (const name of vulnerabilities) keys.add(JSON.stringify([name, path]));
  }
  if (about !== '') for (const name of vulnerabilities) keys.add(JSON.stringify([name, about]));
  return keys;
}

/** "G404" of golangci-lint's "gosec/G404". */
const shortName = (rule: string): string => rule.slice(rule.lastIndexOf('/') + 1).toUpperCase();

function rootOf(parents: number[], index: number): number {
  let at = index;
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    // Every other one on the way is hung higher, so that ways stay short.
    parents[at] = parents[parent] ?? parent;
    at = parents[at] ?? at;
  }
  return at;
}

/** The earlier one is the root, so that all keep their order. */
function join(parents: number[], one: number, other: number): void {
  const [first, second] = [rootOf(parents, one), rootOf(parents, other)].toSorted((a, b) => a - b);
  if (first !== undefined && second !== undefined && first !== second) parents[second] = first;
}
