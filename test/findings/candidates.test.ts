import { expect, test } from 'vitest';
import { candidatesIn, sarifOf } from './read.ts';

const gosec = (...issues: [rule: string, file: string, line: number, more?: object][]) => ({
  Issues: issues.map(([rule_id, file, line, more]) => ({
    rule_id,
    file,
    line: String(line),
    severity: 'LOW',
    details: rule_id,
    ...more,
  })),
  Stats: {},
});
const golangci = (...issues: [text: string, file: string, line: number][]) => ({
  Issues: issues.map(([Text, Filename, Line]) => ({ FromLinter: 'gosec', Text, Pos: { Filename, Line } })),
  Report: {},
});

test('findings of one rule and file are one candidate, of the highest severity, in the order of severities', () => {
  const candidates = candidatesIn(
    gosec(['G1', 'a.go', 1], ['G1', 'b.go', 1], ['G1', 'a.go', 9, { severity: 'HIGH' }], ['G2', 'a.go', 1]),
  );
  expect(
    candidates.map(({ rule, severity, locations, results }) => [rule, severity, locations, results]),
  ).toEqual([
    ['G1', 'high', ['a.go:1', 'a.go:9'], 2],
    ['G1', 'low', ['b.go:1'], 1],
    ['G2', 'low', ['a.go:1'], 1],
  ]);
});

test('what tools say of the same line is merged: the same rule, or the same weakness', () => {
  const semgrep = {
    results: [
      { check_id: 'sqli', path: 'a.go', start: { line: 4 }, extra: { metadata: { cwe: 'CWE-89: SQL' } } },
      { check_id: 'sqli', path: 'a.go', start: { line: 8 }, extra: { metadata: { cwe: 'CWE-89: SQL' } } },
    ],
    errors: [],
  };
  const candidates = candidatesIn(
    gosec(['G104', 'a.go', 3], ['G201', 'a.go', 4, { cwe: { id: '89' } }], ['G104', 'b.go', 3]),
    golangci(['G104: unhandled', 'a.go', 3]),
    semgrep,
  );
  expect(candidates.map(({ rule, tool, results }) => [rule, tool, results])).toEqual([
    ['G201', 'gosec, Semgrep', 3],
    ['G104', 'gosec, golangci-lint', 2],
    ['G104', 'gosec', 1],
  ]);
});

test('a vulnerability of a package is merged by its names', () => {
  const url = 'https://github.com/advisories/GHSA-c2qf-rxjj-qqgw';
  const trivy = {
    SchemaVersion: 2,
    Results: [
      {
        Target: 'package-lock.json',
        Vulnerabilities: [{ VulnerabilityID: 'CVE-2022-25883', PkgName: 'semver', References: [url] }],
      },
    ],
  };
  const bun = { semver: [{ id: 1, url, title: 'ReDoS', severity: 'high', vulnerable_versions: '<7' }] };
  expect(candidatesIn(bun, trivy)).toMatchObject([
    { tool: 'bun audit, Trivy', results: 2, severity: 'high', locations: ['package-lock.json'] },
  ]);
});

test('a file that is given twice adds nothing, and the fingerprint does not depend on lines', () => {
  const scan = gosec(['G1', 'a.go', 1], ['G1', 'a.go', 1]);
  const alone = candidatesIn(scan);
  expect(candidatesIn(scan, scan)).toEqual([
    { ...alone[0], findings: [expect.objectContaining({ files: ['0', '1'] })] },
  ]);
  expect(candidatesIn(scan)[0]?.results).toBe(2);
  expect(candidatesIn(gosec(['G1', 'a.go', 7]))[0]?.fingerprint).toBe(candidatesIn(scan)[0]?.fingerprint);
});

test('ten thousand results take no longer than they must', () => {
  const results = Array.from({ length: 10_000 }, (_, index) => ({
    ruleId: `R${index % 500}`,
    message: { text: `Finding ${index}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `src/${index % 900}.ts` },
          region: { startLine: index + 1 },
        },
      },
    ],
  }));
  const candidates = candidatesIn(sarifOf(results));
  expect(candidates.reduce((all, { results: own }) => all + own, 0)).toBe(10_000);
});
