const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });

/** Small files as tools write them, by the names of their formats. */
export const samples: Record<string, string> = {
  'go-cover-profile': 'mode: set\nx/a.go:1.2,3.4 3 1\nx/a.go:4.2,5.4 1 0\n',
  'go-cover-func': 'x/a.go:27:\tNew\t\t100.0%\nx/a.go:39:\tAdd\t\t50.0%\ntotal:\t\t\t(statements)\t78.4%\n',
  'coverage-summary': JSON.stringify({
    total: {
      lines: { total: 10, covered: 9, skipped: 0, pct: 90 },
      statements: { total: 128, covered: 124, skipped: 0, pct: 96.87 },
      functions: { total: 0, covered: 0, skipped: 0, pct: 'Unknown' },
      branches: { total: 4, covered: 3, skipped: 0, pct: 75 },
    },
    '/app/src/a.ts': { lines: { total: 10, covered: 9, skipped: 0, pct: 90 } },
  }),
  'coverage-final': JSON.stringify({
    '/app/src/a.ts': {
      path: '/app/src/a.ts',
      statementMap: { 0: at(1), 1: at(1), 2: at(2), 3: at(3) },
      fnMap: { 0: { name: 'a' } },
      branchMap: { 0: { type: 'if' } },
      s: { 0: 4, 1: 0, 2: 1, 3: 0 },
      f: { 0: 4 },
      b: { 0: [4, 0] },
    },
  }),
  lcov: 'TN:\nSF:src/a.ts\nFNF:1\nFNH:1\nDA:1,3\nDA:2,0\nLF:2\nLH:1\nBRF:0\nBRH:0\nend_of_record\n',
  cobertura:
    '<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "coverage-04.dtd">\n<coverage line-rate="0.75" lines-covered="3" lines-valid="4" branches-covered="1" branches-valid="2"><packages><package name="x"><classes><class name="a" filename="x/a.go"><methods/><lines><line number="1" hits="1"/></lines></class></classes></package></packages></coverage>',
  junit:
    '<?xml version="1.0"?>\n<testsuites name="vitest tests" tests="4" failures="1"><testsuite name="a" tests="4"><testcase name="1"/><testcase name="2"><failure message="&lt;no&gt;">x</failure></testcase><testcase name="3"><skipped/></testcase></testsuite><testsuite name="b"><testsuite name="c"><testcase name="4"/></testsuite></testsuite></testsuites>',
  'go-test-json': [
    { Action: 'start', Package: 'x' },
    { Action: 'run', Package: 'x', Test: 'TestA' },
    { Action: 'run', Package: 'x', Test: 'TestA/one' },
    { Action: 'output', Package: 'x', Test: 'TestA/one', Output: '--- FAIL\n' },
    { Action: 'fail', Package: 'x', Test: 'TestA/one', Elapsed: 0 },
    { Action: 'fail', Package: 'x', Test: 'TestA', Elapsed: 0 },
    { Action: 'run', Package: 'x', Test: 'TestB' },
    { Action: 'pass', Package: 'x', Test: 'TestB' },
    { Action: 'run', Package: 'x', Test: 'TestC' },
    { Action: 'skip', Package: 'x', Test: 'TestC' },
    { Action: 'fail', Package: 'x', Elapsed: 0.1 },
    { Action: 'output', Package: 'y', Output: '?   \ty\t[no test files]\n' },
    { Action: 'skip', Package: 'y' },
  ]
    .map((event) => `${JSON.stringify(event)}\n`)
    .join(''),
  'vitest-json': JSON.stringify({
    numTotalTests: 3,
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [{ status: 'passed' }, { status: 'failed' }, { status: 'pending' }],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ],
  }),
  'playwright-json': JSON.stringify({
    config: { rootDir: '/app/e2e', version: '1.55.0' },
    suites: [],
    errors: [],
    stats: { startTime: '2026-02-13T10:00:00Z', expected: 7, skipped: 1, unexpected: 1, flaky: 1 },
  }),
  tap: 'TAP version 14\n# Subtest: a\n    ok 1 - one\n    not ok 2 - two\n      ---\n      at: "ok 3"\n      ...\n    1..2\nnot ok 1 - a\nok 2 - b # SKIP later\nnot ok 3 - c # TODO\n1..3\n',
  'k6-summary': JSON.stringify({
    root_group: { name: '', checks: [] },
    metrics: {
      vus: { value: 3, min: 1, max: 50 },
      vus_max: { value: 80, min: 80, max: 80 },
      iterations: { count: 100, rate: 10 },
      http_reqs: { count: 200, rate: 20 },
      http_req_failed: { passes: 2, fails: 198, value: 0.01, thresholds: { 'rate<0.05': false } },
      http_req_duration: { avg: 120.46, 'p(95)': 300.2, thresholds: { 'p(95)<200': true, 'avg<500': false } },
      'http_req_duration{expected_response:true}': { avg: 119 },
      'http_req_duration{name:GET /api/posts}': { avg: 45 },
      ws_connecting: { avg: 8 },
      checks: { passes: 90, fails: 10, value: 0.9 },
    },
  }),
};

/** The same run as a script's `handleSummary` gets it. */
export const k6Data: string = JSON.stringify({
  options: {},
  metrics: {
    vus: { type: 'gauge', contains: 'default', values: { value: 3, min: 1, max: 50 } },
    http_reqs: { type: 'counter', contains: 'default', values: { count: 200, rate: 20 } },
    http_req_failed: {
      type: 'rate',
      contains: 'default',
      values: { rate: 0.01, passes: 2, fails: 198 },
      thresholds: { 'rate<0.05': { ok: true } },
    },
    http_req_duration: {
      type: 'trend',
      contains: 'time',
      values: { avg: 120.46, 'p(95)': 300.2 },
      thresholds: { 'p(95)<200': { ok: false }, 'avg<500': { ok: true } },
    },
    'http_req_duration{expected_response:true}': { type: 'trend', values: { avg: 119 } },
    'http_req_duration{name:GET /api/posts}': { type: 'trend', values: { avg: 45 } },
    ws_connecting: { type: 'trend', contains: 'time', values: { avg: 8 } },
    checks: { type: 'rate', contains: 'default', values: { rate: 0.9, passes: 90, fails: 10 } },
  },
});
