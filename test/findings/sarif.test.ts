import { describe, expect, test } from 'vitest';
import { placeInWords } from '../../src/findings/finding.ts';
import { sarifOf, scanOf } from './read.ts';

const at = (uri: string, region: object = {}, more: object = {}) => ({
  physicalLocation: { artifactLocation: { uri, ...more }, region },
});
const only = (result: object, run: object = {}, rules: unknown[] = []) => {
  const { findings } = scanOf(sarifOf([result], run as Record<string, unknown>, rules));
  return findings[0] ?? expect.fail('no finding');
};
const placesIn = (...args: Parameters<typeof only>) => only(...args).places.map(placeInWords);

describe('the message', () => {
  const messageStrings = { default: { text: "'{0}' is {{{1}}}, {2}" } };
  const message = { id: 'default', arguments: ['x', 'y'] };

  test('is that of the rule, with its arguments', () => {
    const found = only({ ruleId: 'R', ruleIndex: 0, message }, {}, [{ id: 'R', messageStrings }]);
    expect(found.message).toBe("'x' is {y}, {2}");
  });

  test('is that of the tool where the rule has none', () => {
    const driver = { name: 'T', globalMessageStrings: messageStrings };
    expect(only({ ruleId: 'R', message }, { tool: { driver } }).message).toBe("'x' is {y}, {2}");
  });

  test('keeps the words of its links', () => {
    expect(only({ message: { text: 'Flows from [user input](1) to [a[0]] here' } }).message).toBe(
      'Flows from user input to [a[0]] here',
    );
  });

  test('is that of the rule where a result has none', () => {
    const found = only({ ruleId: 'R' }, {}, [{ id: 'R', shortDescription: { text: 'Short' } }]);
    expect([found.title, found.message, found.places]).toEqual(['Short', 'Short', []]);
    expect(only({}).title).toBe('No message');
  });
});

describe('the rule', () => {
  const rules = [{ id: 'A', shortDescription: { text: 'Of the driver' } }];
  const extension = {
    name: 'Pack',
    guid: 'g',
    rules: [{ id: 'B' }, { id: 'A', shortDescription: { text: 'Of the pack' } }],
  };
  const run = { tool: { driver: { name: 'T', rules }, extensions: [extension] } };

  test.each([
    ['by its index', { ruleIndex: 0 }, 'Of the driver'],
    ['by its id, below another one', { ruleId: 'A/1' }, 'Of the driver'],
    ['in an extension, by index', { rule: { index: 1, toolComponent: { index: 0 } } }, 'Of the pack'],
    ['in an extension, by guid', { rule: { id: 'A', toolComponent: { guid: 'g' } } }, 'Of the pack'],
    ['with an index that contradicts the id', { ruleId: 'A', ruleIndex: 7 }, 'Of the driver'],
  ])('is found %s', (_, result, title) => {
    expect(only(result, run).title).toBe(title);
  });

  test('that is only in an extension is found by its id', () => {
    expect(only({ ruleId: 'B', message: { text: 'x' } }, run).rule).toBe('B');
  });
});

describe('the severity', () => {
  const rule = (properties: object, level?: string) => [
    { id: 'R', properties, defaultConfiguration: level ? { level } : {} },
  ];
  test.each<[string, object, unknown[], string, string]>([
    [
      'security-severity of the result',
      { properties: { 'security-severity': '9.1' } },
      rule({ 'security-severity': '2' }),
      'critical',
      'security-severity 9.1',
    ],
    [
      'security-severity of the rule',
      { level: 'note' },
      rule({ 'security-severity': '7.5' }),
      'high',
      'security-severity 7.5 of the rule',
    ],
    ['the level', { level: 'note' }, rule({}, 'error'), 'low', 'level note'],
    ['the level of the rule', {}, rule({}, 'error'), 'high', 'level error of the rule'],
    ['the default', {}, rule({}), 'medium', 'level warning, by default'],
    ['the kind', { kind: 'informational' }, rule({}, 'error'), 'low', 'kind informational'],
    [
      'the level where the score is none',
      { level: 'error' },
      rule({ 'security-severity': 'x' }),
      'high',
      'level error',
    ],
  ])('follows from %s', (_, result, rules, severity, severityFrom) => {
    expect(only({ ruleId: 'R', ...result }, {}, rules)).toMatchObject({ severity, severityFrom });
  });
});

describe('places', () => {
  test.each([
    ['file:///C:/code/my%20app/a.c', 'C:/code/my app/a.c'],
    ['file:///home/x/a.c', '/home/x/a.c'],
    ['file://server/share/a.c', '//server/share/a.c'],
    ['./src/a%2Bb.c', 'src/a+b.c'],
    ['src/100%.c', 'src/100%.c'],
    ['https://example.com/a', 'https://example.com/a'],
    ['src/a.c\u001b[31m', 'src/a.c'],
  ])('%s is %s', (uri, path) => {
    expect(placesIn({ locations: [at(uri)] })).toEqual([path]);
  });

  test('have their lines, and there may be several', () => {
    const locations = [at('a.c', { startLine: 3, endLine: 5 }), at('b.c', { startLine: 4, endLine: 4 })];
    expect(placesIn({ locations })).toEqual(['a.c:3-5', 'b.c:4']);
  });

  test('go by their bases, which stand on each other', () => {
    const originalUriBaseIds = {
      ROOT: { description: { text: 'unknown' } },
      SRC: { uri: 'src/', uriBaseId: 'ROOT' },
      LOGS: { uri: 'file:///C:/logs/' },
      SRCROOT: { uri: 'file:///home/ci/app/' },
      LOOP: { uri: 'x/', uriBaseId: 'LOOP' },
    };
    const paths = ['SRC', 'LOGS', 'SRCROOT', 'LOOP', 'NONE'].map((uriBaseId) => at('a.c', {}, { uriBaseId }));
    expect(placesIn({ locations: paths }, { originalUriBaseIds })).toEqual([
      'src/a.c',
      'C:/logs/a.c',
      'a.c',
      'x/a.c',
      'a.c',
    ]);
  });

  test('can be an index of the artifacts, the target of the analysis, or a name', () => {
    const artifacts = [{ location: { uri: 'src/a.c' } }];
    expect(
      placesIn({ locations: [{ physicalLocation: { artifactLocation: { index: 0 } } }] }, { artifacts }),
    ).toEqual(['src/a.c']);
    expect(placesIn({ analysisTarget: { uri: 'b.c' } })).toEqual(['b.c']);
    expect(placesIn({ locations: [{ logicalLocations: [{ fullyQualifiedName: 'a::b' }] }] })).toEqual([
      'a::b',
    ]);
  });
});

test('suppressed, absent and passed results are no findings', () => {
  const { findings, suppressed } = scanOf(
    sarifOf([
      { ruleId: '1', suppressions: [{ kind: 'external' }] },
      { ruleId: '2', suppressions: [{ kind: 'inSource', status: 'accepted' }] },
      { ruleId: '3', suppressions: [{ status: 'rejected' }] },
      { ruleId: '4', suppressions: [] },
      { ruleId: '5', baselineState: 'absent' },
      { ruleId: '6', kind: 'pass' },
      { ruleId: '7', baselineState: 'new' },
    ]),
  );
  expect([findings.map(({ rule }) => rule), suppressed]).toEqual([['3', '4', '7'], 2]);
});

test('each run is of its own tool', () => {
  const run = (name: string, version?: string) => ({
    tool: { driver: { name, version } },
    results: [{ ruleId: name }],
  });
  const scan = scanOf({ version: '2.1.0', runs: [run('A', '1'), run('B'), run('A', '1'), { tool: {} }] });
  expect(scan.tools.map(({ name, version }) => [name, version])).toEqual([
    ['A', '1'],
    ['B', null],
    ['unnamed tool', null],
  ]);
  expect(scan.findings.map(({ tool }) => tool)).toEqual(['A', 'B', 'A']);
});

test('a run that failed without a result is refused, one with results is read', () => {
  const invocations = [
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'Out of memory' } }],
    },
  ];
  expect(scanOf(sarifOf([], { invocations })).refused).toBe(
    'is a report of a run that failed: Out of memory',
  );
  expect(scanOf(sarifOf([{ ruleId: '1' }], { invocations })).refused).toBeNull();
  expect(scanOf(sarifOf([], { invocations: [{ executionSuccessful: true }] })).refused).toBeNull();
});

test('why a run failed may stand in its exception, or with its exit code', () => {
  const why = (invocation: object) =>
    scanOf(sarifOf([], { invocations: [{ executionSuccessful: false, ...invocation }] })).refused;
  const thrown = { message: { id: 'x' }, exception: { message: 'No such file' } };
  expect(why({ toolConfigurationNotifications: [{}, thrown] })).toMatch(/failed: No such file$/);
  expect(why({ exitCodeDescription: 'Wrong options' })).toMatch(/failed: Wrong options$/);
  expect(why({})).toMatch(/failed$/);
});

test('a rule is known by the weaknesses that it names in its tags and its relationships', () => {
  const rules = [
    {
      id: 'R',
      properties: { tags: ['security', 'external/cwe/cwe-089'] },
      relationships: [{ target: { id: '703', toolComponent: { name: 'CWE' } } }, { target: { id: '1' } }],
    },
  ];
  expect(only({ ruleId: 'R' }, {}, rules).aliases).toEqual(['CWE-89', 'CWE-703']);
});

test('a file without its version is SARIF by the tool or the results of a run', () => {
  const result = { ruleId: 'R', message: { text: 'x' }, locations: [at('a.ts')] };
  expect(scanOf({ runs: [{ results: [result] }] })).toMatchObject({ format: 'sarif', refused: null });
  expect(scanOf({ runs: [{ tool: {} }] }).format).toBe('sarif');
  expect(scanOf({ runs: [{ results: [{ message: 'x' }] }] }).format).toBeNull();
});
