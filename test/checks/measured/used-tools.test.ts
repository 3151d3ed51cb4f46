import { expect, test } from 'vitest';
import { suggestedTool, usedTools } from '../../../src/checks/measured/used-tools.ts';
import { importScans } from '../../../src/findings/importing/import-scans.ts';
import { reduce } from '../../../src/review/reduce.ts';
import { emptyReview } from '../../../src/review/review.ts';
import { scanOf } from '../../findings/read.ts';

const entries = ['golangci-lint v[version]', 'go vet', 'npm audit / bun audit', 'Trivy', '[Other tools]'];

test('a scan without results too says which tool was used, in which version', () => {
  const scan = { ...scanOf({ Issues: [], Stats: {}, GosecVersion: '2.22.1' }), file: 'gosec.json' };
  const { actions } = importScans(emptyReview, [scan], null);
  expect(usedTools(actions.reduce(reduce, emptyReview))).toEqual([
    { name: 'gosec', version: '2.22.1', file: 'gosec.json' },
  ]);
});

test.each([
  [
    'the version stands where the template leaves a place for it',
    'golangci-lint',
    'v2.1.6',
    entries[0],
    'golangci-lint v2.1.6',
  ],
  ['without a version the entry stays', 'golangci-lint', '', entries[0], entries[0]],
  ['one of two tools', 'npm audit', '10.9', entries[2], entries[2]],
  ['a name within another word is another tool', 'trivy-operator', '', entries[3], null],
  ['a tool that no entry names is for the entry of others', 'gosec', '2.22.1', entries[4], 'gosec 2.22.1'],
  ['and one that an entry names is not', 'Trivy', '0.68', entries[4], null],
])('%s', (_, name, version, entry = '', expected) => {
  const tools = [{ name, file: 'a.json', ...(version ? { version } : {}) }];
  expect(suggestedTool(entry, entries, tools)?.text ?? null).toBe(expected);
});
