import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measurementFormats } from '../../src/measurements/formats.ts';
import { readMeasurements } from '../../src/measurements/read-measurements.ts';
import { type MeasuredValue, roundedMeasure } from '../../src/review/evidence/measurements.ts';
import { runs } from '../runs.ts';
import { k6Data, samples } from './samples.ts';

const words = (value: MeasuredValue): string =>
  [
    value.kind,
    ...(value.of ? [value.of] : []),
    roundedMeasure(value),
    ...(value.total === undefined ? [] : [`of ${value.total}`]),
  ].join(' ');

/** What is read of a text, in words; why it is refused; null where no format knows it. */
function read(text: string): string[] | string | null {
  const found = readMeasurements(text, 'file');
  if (!found) return null;
  return 'refused' in found ? found.refused : found.measurements.map(words);
}

const tests = (passed: number, failed: number, total: number) => [
  `tests-passed ${passed} of ${total}`,
  `tests-failed ${failed} of ${total}`,
];
const k6 = [
  'concurrent-users 50',
  'requests-failed 1 of 200',
  'checks-passed 90 of 100',
  'response-time 120.5',
  'response-time-p95 300.2',
  'connection-time 8',
  'response-time name:GET /api/posts 45',
  'thresholds-failed 1 of 3',
];

test.each([
  ['go-cover-profile', ['statement-coverage 75 of 4']],
  ['go-cover-func', ['statement-coverage 78.4']],
  [
    'coverage-summary',
    ['statement-coverage 96.9 of 128', 'line-coverage 90 of 10', 'branch-coverage 75 of 4'],
  ],
  [
    'coverage-final',
    [
      'statement-coverage 50 of 4',
      'line-coverage 66.7 of 3',
      'function-coverage 100 of 1',
      'branch-coverage 50 of 2',
    ],
  ],
  ['lcov', ['line-coverage 50 of 2', 'function-coverage 100 of 1']],
  ['cobertura', ['line-coverage 75 of 4', 'branch-coverage 50 of 2']],
  ['junit', [...tests(2, 1, 4), 'tests-skipped 1']],
  ['go-test-json', [...tests(1, 1, 3), 'tests-skipped 1']],
  ['vitest-json', [...tests(1, 1, 3), 'tests-skipped 1', 'suites-broken 1']],
  ['playwright-json', [...tests(8, 1, 10), 'tests-skipped 1']],
  ['tap', [...tests(1, 1, 4), 'tests-skipped 2']],
  ['k6-summary', k6],
])('%s is recognised by its content, by no other format, and read', (name, expected) => {
  const text = samples[name] ?? '';
  expect(readMeasurements(text, 'file')?.format).toBe(name);
  expect(read(text)).toEqual(expected);
  expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`), 'from Windows').toEqual(expected);
});

test('every format has a sample', () =>
  expect(Object.keys(samples).sort()).toEqual(measurementFormats.map(({ name }) => name).sort()));

describe('coverage', () => {
  test('blocks of merged Go profiles count once, run when they were run in one of them', () => {
    const merged = 'mode: count\na.go:1.1,2.2 3 0\na.go:1.1,2.2 3 7\nmode: count\na.go:3.1,4.2 1 0\n';
    expect(read(merged)).toEqual(['statement-coverage 75 of 4']);
  });
  test('a file of several LCOV records, or one without totals, is counted by its lines', () => {
    const twice =
      'SF:a.go\nDA:1,0\nDA:2,1\nLF:2\nLH:1\nend_of_record\nSF:a.go\nDA:1,1\nLF:1\nLH:1\nend_of_record\n';
    expect(read(twice)).toEqual(['line-coverage 100 of 2']);
    expect(read('SF:a.go\nDA:1,0\nDA:2,4,abc\nend_of_record\n')).toEqual(['line-coverage 50 of 2']);
  });
  test('Cobertura without totals is counted by its lines, each once, else by its rate', () => {
    const lines = '<line number="1" hits="0"/><line number="2" hits="3"/>';
    const file = (inside: string) =>
      `<coverage line-rate="0.333"><class filename="a.py">${inside}</class></coverage>`;
    expect(read(file(`<methods><method>${lines}</method></methods><lines>${lines}</lines>`))).toEqual([
      'line-coverage 50 of 2',
    ]);
    expect(read(file(''))).toEqual(['line-coverage 33.3']);
  });
  test('totals of Cobertura may have a decimal point', () => {
    const totals = 'lines-valid="4" lines-covered="3.0" branches-valid="2.0" branches-covered="1.0"';
    expect(read(`<coverage line-rate="0.75" ${totals}/>`)).toEqual([
      'line-coverage 75 of 4',
      'branch-coverage 50 of 2',
    ]);
  });
  test('what is below all is never rounded up to all', () =>
    expect(read('mode: set\na.go:1.1,2.2 9999 1\na.go:3.1,4.2 1 0\n')).toEqual([
      'statement-coverage 99.9 of 10000',
    ]));
});

describe('test results', () => {
  test.each([
    [
      'without test cases',
      '<testsuite tests="5" failures="1" errors="1" skipped="1"/>',
      [...tests(2, 2, 5), 'tests-skipped 1'],
    ],
    [
      'wrong',
      '<testsuites tests="9"><testsuite tests="9" failures="3"><testcase/></testsuite></testsuites>',
      tests(1, 0, 1),
    ],
    [
      'suites without test cases, in one that lists all of its tests',
      '<testsuite tests="1"><testsuite tests="2"/><testsuite tests="1"><testcase/></testsuite></testsuite>',
      tests(1, 0, 1),
    ],
    [
      'suites without test cases, in one that states more',
      '<testsuites tests="3"><testsuite tests="2"/><testsuite tests="1"><testcase/></testsuite></testsuites>',
      tests(3, 0, 3),
    ],
    [
      'an error before the first test',
      '<testsuite tests="0" errors="1"/>',
      [...tests(0, 0, 0), 'suites-broken 1'],
    ],
  ])('attributes of JUnit: %s', (_, text, expected) => expect(read(text)).toEqual(expected));

  const go = (...events: [action: string, test?: string][]) =>
    events.map(([Action, Test]) => `${JSON.stringify({ Action, Package: 'x', Test })}\n`).join('');
  test.each([
    ['a panic leaves tests without an end', go(['run', 'A'], ['run', 'A/b'], ['fail']), tests(0, 1, 1)],
    ['an end got lost in a package that passed', go(['run', 'A'], ['pass']), tests(1, 0, 1)],
    [
      'a subtest without an end in a test that passed',
      go(['run', 'A'], ['run', 'A/b'], ['pass', 'A'], ['run', 'C'], ['fail', 'C'], ['fail']),
      tests(1, 1, 2),
    ],
    [
      'a parent that fails by itself',
      go(['run', 'A'], ['pass', 'A/b'], ['fail', 'A'], ['fail']),
      tests(1, 1, 2),
    ],
    [
      'a package that did not compile',
      `${JSON.stringify({ Action: 'build-fail', ImportPath: 'x' })}\n# x\n./a.go:1: undefined\n${go(['fail'])}`,
      [...tests(0, 0, 0), 'suites-broken 1'],
    ],
    [
      'failed once of several runs',
      go(['pass', 'A'], ['fail', 'A'], ['pass', 'A'], ['fail']),
      tests(0, 1, 1),
    ],
  ])('go test: %s', (_, text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['planned points that are missing have failed', '1..3\nok 1\nok 2\n', tests(2, 1, 3)],
    ['details that do not end', '1..2\nnot ok 1\n  ---\n  a: b\nok 2\n', tests(1, 1, 2)],
    ['a plan before blanks, the version in capitals', 'TAP Version 13\n1..2 \nok 1\n', tests(1, 1, 2)],
    ['it bails out', 'ok 1\nBail out! no database\n1..1\n', [...tests(1, 0, 1), 'suites-broken 1']],
  ])('TAP: %s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

test('a summary of k6 says the same in both shapes: thresholds are the other way round in one', () =>
  expect(read(k6Data)).toEqual(k6));

test.each([
  ['has no code that could be covered', 'mode: set\n'],
  ['is no coverage profile from line 3 on', 'mode: set\na.go:1.1,2.2 3 1\na.go:1.1,2'],
  ['has no line with the total: it breaks off', 'a.go:1:\tA\t100.0%\na.go:2:\tB\t100.0%\n'],
  [
    'is not as its format asks at total.lines.total: no number there',
    '{"total":{"lines":{"total":"x","covered":1,"pct":1}}}',
  ],
  ['cannot be true: it says line coverage 200', '{"total":{"lines":{"total":1,"covered":2,"pct":1}}}'],
  ['breaks off within a record', 'SF:a.ts\nDA:1,1\n'],
  ['is not well-formed XML (line 1)', '<testsuite><testcase></testsuite>'],
  ['has no tests', '<testsuites/>'],
  ['is XML with more than 200 levels', '<testsuite>'.repeat(300) + '</testsuite>'.repeat(300)],
  ['has no tests', '{"Action":"skip","Package":"x"}\n'],
  ['has no event of go test in line 2', '{"Action":"run","Package":"x","Test":"A"}\n{"Action":"pa'],
  ['has no tests', '1..0 # SKIP no tests\n'],
  ['measured nothing', '{"metrics":{"iterations":{"count":1}}}'],
])('refused: it %s', (reason, text) => expect(read(text)).toBe(reason));

test.each([
  '',
  ' \n',
  '{}',
  '[]',
  '{"metrics":{}}',
  '{"version":"2.1.0","runs":[]}',
  '<html/>',
  '<checkstyle/>',
  'ok',
  '{"a":',
])('in none of the formats: %s', (text) => expect(read(text)).toBeNull());

test('whatever is changed in a file, it is read, refused in one clean line, or not known', () => {
  const all = [...Object.values(samples), k6Data];
  const hostile = fc.constantFrom(
    '\x1b[31m',
    '9'.repeat(400),
    '-1',
    '1e999',
    '<',
    '"',
    '}',
    '\n',
    '\0',
    '<!--',
    '\u202e',
  );
  const cut = fc.record({
    at: fc.nat(),
    length: fc.nat(40),
    put: fc.oneof(hostile, fc.string({ maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(cut, { minLength: 1, maxLength: 4 }), (sample, cuts) => {
      const text = cuts.reduce((now, { at, length, put }) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + put + now.slice(from + length);
      }, sample);
      const found = readMeasurements(text, 'file');
      if (!found) return;
      if ('refused' in found) expect(found.refused).toMatch(/^[^\p{Cc}\u202e]{5,200}$/u);
      else
        for (const { value } of found.measurements) expect(Number.isFinite(value) && value >= 0).toBe(true);
    }),
    { numRuns: runs(200, 500) },
  );
});
