import { expect, test } from 'vitest';
import { afterScans } from '../../src/findings/importing/next-scan.ts';
import { inRepository } from '../../src/findings/importing/repository-paths.ts';
import type { KeptFinding } from '../../src/review/evidence/findings.ts';
import { scanOf } from './read.ts';

const gosec = (file: string, ...rules: string[]) => ({
  ...scanOf({
    Issues: rules.map((rule_id) => ({ rule_id, details: rule_id, file: '/ci/app/src/a.go', line: '1' })),
    Stats: {},
  }),
  file,
});
const rules = (findings: KeptFinding[]) =>
  findings.map(({ rule, since }) => (since ? `${rule} ${since}` : rule));

test('the same file again adds nothing', () => {
  const first = afterScans([], [gosec('a.json', 'G1', 'G2')]);
  expect(first.changes).toEqual([{ file: 'a.json', findings: 2, fresh: 2, gone: 0 }]);
  const again = afterScans(first.findings, [gosec('a.json', 'G1', 'G2')]);
  expect(again.findings).toEqual(first.findings);
  expect(again.changes).toEqual([{ file: 'a.json', findings: 2, fresh: 0, gone: 0 }]);
});

test.each(['a.json', 'b.json'])('the next scan, in %s, tells what is new and what is gone', (file) => {
  const { findings } = afterScans([], [gosec('a.json', 'G1', 'G2', 'G3')]);
  const next = afterScans(findings, [gosec(file, 'G2', 'G3', 'G4')]);
  expect(rules(next.findings)).toEqual(['G1 gone', 'G2', 'G3', 'G4 new']);
  expect(next.changes).toEqual([{ file, findings: 3, fresh: 1, gone: 1 }]);
  const back = afterScans(next.findings, [gosec(file, 'G1', 'G2', 'G3')]);
  expect(rules(back.findings)).toEqual(['G1', 'G2', 'G3', 'G4 gone']);
});

test('a scan of other things by the same tool takes nothing away, and one without findings only its own file', () => {
  const { findings } = afterScans([], [gosec('a.json', 'G1', 'G2')]);
  expect(rules(afterScans(findings, [gosec('b.json', 'G7', 'G8')]).findings)).toEqual([
    'G1',
    'G2',
    'G7',
    'G8',
  ]);
  expect(rules(afterScans(findings, [gosec('b.json')]).findings)).toEqual(['G1', 'G2']);
  expect(rules(afterScans(findings, [gosec('a.json')]).findings)).toEqual(['G1 gone', 'G2 gone']);
});

test('paths of the machine that scanned are named as the repository has them', () => {
  const placed = inRepository('/home/me/app', ['src/a.go', 'main.go']);
  const [finding] = gosec('a.json', 'G1').findings;
  const pathOf = (path: string) =>
    finding && placed({ ...finding, places: [{ path, line: 1, to: null }] }).places[0]?.path;
  expect(
    ['/ci/app/src/a.go', '/home/me/app/x/new.go', '/ci/app/main.go', 'b.go', 'C:/ci/src/a.go'].map(pathOf),
  ).toEqual(['src/a.go', 'x/new.go', '/ci/app/main.go', 'b.go', 'src/a.go']);
});
