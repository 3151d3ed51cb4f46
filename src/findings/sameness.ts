import type { Finding } from './finding.ts';

/**
 * Groups of findings by what they say: those of different tools are together that name the same rule, weakness or
 * vulnerability at the same line or of the same package. Takes linear time.
 */
export function samenessOf(groups: readonly Finding[][]): Finding[][][] {
  const parents = groups.map((_, index) => index);
  /** The first group with a key, and the first one of another tool: what comes later joins one of these. */
  const firstWith = new Map<string, { tool: string; index: number }[]>();
  for (const [index, group] of groups.entries()) {
    const tool = group[0]?.tool ?? '';
    for (const key of new Set(group.flatMap(keysOf))) {
      const first = firstWith.get(key) ?? [];
      firstWith.set(key, first);
      const other = first.find((one) => one.tool !== tool);
      if (other) join(parents, other.index, index);
      if (first.length < 2 && first.every((one) => one.tool !== tool)) first.push({ tool, index });
    }
  }
  const together = new Map<number, Finding[][]>();
  for (const [index, group] of groups.entries()) {
    const root = rootOf(parents, index);
    const those = together.get(root);
    if (those) those.push(group);
    else together.set(root, [group]);
  }
  return [...together.values()];
}

/** What a finding has in common with one of another tool that says the same. */
function keysOf({ rule, places, about, aliases }: Finding): string[] {
  const names = [shortName(rule), ...aliases];
  const vulnerabilities = names.filter((name) => /^(?:CVE|GHSA|GO)-/.test(name));
  const lines = places.filter(({ line }) => line !== null).map(({ path, line }) => `${path}:${line}`);
  return [
    ...lines.flatMap((line) => names.map((name) => JSON.stringify([name, line]))),
    ...places.flatMap(({ path }) => vulnerabilities.map((name) => JSON.stringify([name, path]))),
    ...(about === '' ? [] : vulnerabilities.map((name) => JSON.stringify([name, about]))),
  ];
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

/** The earlier group is the root, so that groups keep their order. */
function join(parents: number[], one: number, other: number): void {
  const [first, second] = [rootOf(parents, one), rootOf(parents, other)].toSorted((a, b) => a - b);
  if (first !== undefined && second !== undefined && first !== second) parents[second] = first;
}
