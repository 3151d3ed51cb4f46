import { describe, expect, test } from 'vitest';
import { type Finding, placeInWords } from '../../src/findings/finding.ts';
import { titled } from '../../src/findings/formats/audits/advisories.ts';
import type { Scan } from '../../src/findings/read-scan.ts';
import { readScan } from '../../src/findings/read-scan.ts';
import { scanOf } from './read.ts';
import { samples } from './samples.ts';

const inWords = ({ severity, rule, places, fix }: Finding): string =>
  `${severity} ${rule} ${places.map(placeInWords).join(', ') || '-'}: ${fix ?? '-'}`;

const toolsIn = ({ tools }: Scan) =>
  tools.map(({ name, version }) => (version ? `${name} ${version}` : name));

test.each(Object.entries(samples))(
  '%s is read as a person reads it',
  (_, { content, suppressed = 0, ...expected }) => {
    const scan = scanOf(content);
    const { format, findings } = scan;
    expect({ format, tools: toolsIn(scan), findings: findings.map(inWords) }).toEqual(expected);
    expect([scan.suppressed, scan.unreadable, scan.refused]).toEqual([suppressed, 0, null]);
  },
);

test.each([
  ['lodash', 'Command Injection in lodash', 'Command Injection in lodash'],
  ['qs', 'qs vulnerable to Prototype Pollution', 'qs vulnerable to Prototype Pollution'],
  ['next', 'Cache poisoning in next.js', 'next: Cache poisoning in next.js'],
  ['ws', 'Denial of service', 'ws: Denial of service'],
])('the title of an advisory names %s once', (name, says, title) => {
  expect(titled(name, says)).toBe(title);
});

describe('a file is refused with its reason', () => {
  const golangci = '{"Issues":[],"Report":{"Linters":[]}}';
  test.each<[string, unknown, string]>([
    ['that is empty', ' \n', 'is empty'],
    ['of no format', 'hello\n{ world\n', 'is not of a known format'],
    ['of an XML that no scanner writes', '<html></html>', 'is not of a known format (XML, <html>)'],
    ['of broken XML', '<checkstyle><file></checkstyle>', 'is not well-formed XML (line 1)'],
    ['that is an empty list', '[]', 'is an empty list, which does not say what wrote it'],
    ['that is an empty object', '{}', 'is an empty object, which does not say what wrote it'],
    ['of cut JSON', '{"runs": [\n{"tool"', 'ends before the JSON of line 1 is complete'],
    ['of broken JSON', '{"runs": [,]}', 'has broken JSON at line 1'],
    ['of JSON with a comma too much', '\n{"runs": [\n{"tool": 1,\n}]}\n', 'has broken JSON at line 4'],
    ['of JSON with a wrong sign', '\n{"runs": [\n?]}\n', 'has broken JSON in what begins at line 2'],
    ['with text after the JSON', `${golangci}\n0 issues.\n`, 'has text after the JSON (line 2: "0 issues.")'],
    [
      'with text before the JSON',
      `npm warn x\n${golangci}`,
      'has text before the JSON (line 1: "npm warn x")',
    ],
    ['with two reports', golangci + golangci, 'has 2 JSON values, one after the other'],
    ['of SARIF without runs', { version: '2.1.0', runs: [] }, 'has no runs'],
    ['of another SARIF', { version: '1.0.0', runs: [{}] }, 'is SARIF 1.0.0; only 2.1.0 is read'],
    [
      'with an error of npm',
      { error: { code: 'ENOAUDIT', summary: 'Not supported', detail: '' } },
      'is an error report of npm audit: ENOAUDIT: Not supported',
    ],
    [
      'with an error of the registry',
      { message: 'request failed', method: 'POST', uri: 'https://x' },
      'is an error report of npm audit: request failed',
    ],
    [
      'with an error of pnpm',
      { error: { code: 'ERR_PNPM_AUDIT_NO_LOCKFILE', message: 'No lock file' } },
      'is an error report of pnpm audit: ERR_PNPM_AUDIT_NO_LOCKFILE: No lock file',
    ],
    [
      'with an error of yarn',
      '{"type":"error","data":"no lock"}',
      'is an error report of yarn audit: no lock',
    ],
    [
      'with an error of golangci-lint',
      { Issues: null, Report: { Error: 'no go files' } },
      'is an error report of golangci-lint: no go files',
    ],
  ])('%s', (_, content, refused) => {
    expect(scanOf(content)).toMatchObject({ refused, findings: [], tools: [] });
  });

  test('that is binary', () => {
    expect(readScan(Buffer.from('PK\x03\x04\0\0'), 'x').refused).toBe('is a binary file');
    expect(readScan(Buffer.from([0x7b, 0xff, 0xfe]), 'x').refused).toBe('is not UTF-8');
  });
});

test.each(['utf16le', 'utf8'] as const)('a file in %s with a byte order mark is read', (encoding) => {
  const bytes = Buffer.from(
    `\ufeff${JSON.stringify(samples.gosec?.content, null, 2)}`.replaceAll('\n', '\r\n'),
    encoding,
  );
  expect(readScan(bytes, 'x')).toMatchObject({ format: 'gosec', refused: null });
});

test('a file of measurements is named by its own format, and has no finding', () => {
  const scan = scanOf('mode: set\nexample.com/a.go:1.1,2.2 1 1\n');
  expect(scan).toMatchObject({ format: 'go-cover-profile', findings: [], refused: null });
  expect(scan.measurements).not.toEqual([]);
});

test('one result that cannot be read loses no other, and is counted', () => {
  const scan = scanOf({ Issues: [7, { rule_id: 'G1', severity: [] }, null], Stats: {} });
  expect(scan).toMatchObject({ unreadable: 2, refused: null });
  expect(scan.findings.map(inWords)).toEqual(['medium G1 -: -']);
});

test('where another version of SARIF is written, it says which to ask for', () => {
  const other = scanOf({ version: '2.2.0', runs: [{}] });
  expect(other.remedy).toBe('have the tool write SARIF 2.1.0');
  expect(scanOf({ version: '2.1.0', runs: [] }).remedy).toBe('run the tool again');
});
