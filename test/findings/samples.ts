/** A small file of each format, and what a person reads in it. */
interface Sample {
  content: unknown;
  format: string;
  tools: string[];
  /** Severity, rule, places and fix of each finding. */
  findings: string[];
  suppressed?: number;
}

const advisory = {
  id: 106,
  module_name: 'negotiator',
  severity: 'high',
  title: 'Denial of service',
  url: 'https://npmjs.com/advisories/106',
  cves: ['CVE-2016-10539'],
  vulnerable_versions: '<= 0.6.0',
  patched_versions: '>= 0.6.1',
};
const cause = {
  source: 1,
  name: 'semver',
  title: 'ReDoS',
  url: 'https://github.com/advisories/GHSA-c2qf-rxjj-qqgw',
  severity: 'moderate',
};

export const samples: Record<string, Sample> = {
  'npm 6': {
    content: {
      advisories: { 106: { ...advisory, findings: [{ version: '0.5.3', paths: ['express>negotiator'] }] } },
      metadata: { vulnerabilities: { high: 1 } },
      runId: 'x',
    },
    format: 'npm-audit',
    tools: ['npm audit'],
    findings: ['high CVE-2016-10539 express>negotiator: Update negotiator to >= 0.6.1'],
  },
  'npm 7, with a package that is vulnerable through another one': {
    content: {
      auditReportVersion: 2,
      vulnerabilities: {
        vercel: { severity: 'moderate', via: ['semver'], nodes: ['node_modules/vercel'], fixAvailable: true },
        semver: {
          severity: 'moderate',
          via: [cause],
          nodes: ['node_modules/semver'],
          fixAvailable: { name: 'vercel', version: '32.3.0', isSemVerMajor: true },
        },
        lost: { severity: 'info', via: ['lost'] },
      },
    },
    format: 'npm-audit',
    tools: ['npm audit'],
    findings: [
      'medium GHSA-c2qf-rxjj-qqgw node_modules/vercel: Update vercel: npm audit fix',
      'medium GHSA-c2qf-rxjj-qqgw node_modules/semver: Update vercel to 32.3.0 (a major version)',
      'low vulnerable lost -: -',
    ],
  },
  pnpm: {
    content: {
      advisories: { 106: { ...advisory, findings: [{ paths: ['.>express>negotiator'] }] } },
      muted: [],
    },
    format: 'pnpm-audit',
    tools: ['pnpm audit'],
    findings: ['high CVE-2016-10539 .>express>negotiator: Update negotiator to >= 0.6.1'],
  },
  'yarn 1': {
    content: [
      { type: 'warning', data: 'old' },
      { type: 'auditAdvisory', data: { resolution: { path: 'express>negotiator' }, advisory } },
      { type: 'auditAdvisory', data: { resolution: { path: 'koa>negotiator' }, advisory } },
      { type: 'auditSummary', data: { vulnerabilities: { high: 2 } } },
    ]
      .map((one) => JSON.stringify(one))
      .join('\r\n'),
    format: 'yarn-audit',
    tools: ['yarn audit'],
    findings: [
      'high CVE-2016-10539 express>negotiator: Update negotiator to >= 0.6.1',
      'high CVE-2016-10539 koa>negotiator: Update negotiator to >= 0.6.1',
    ],
  },
  'yarn 4': {
    content: {
      value: 'semver',
      children: { ID: 1, Issue: 'ReDoS', URL: cause.url, Severity: 'high', 'Tree Versions': ['7.0.0'] },
    },
    format: 'yarn-audit',
    tools: ['yarn audit'],
    findings: ['high GHSA-c2qf-rxjj-qqgw semver@7.0.0: -'],
  },
  bun: {
    content: { semver: [{ id: 1, ...cause, vulnerable_versions: '<7.5.2' }] },
    format: 'bun-audit',
    tools: ['bun audit'],
    findings: ['medium GHSA-c2qf-rxjj-qqgw -: -'],
  },
  'Trivy, all kinds': {
    content: {
      SchemaVersion: 2,
      Trivy: { Version: '0.68.1' },
      ArtifactName: '.',
      Results: [
        {
          Target: 'go.mod',
          Vulnerabilities: [
            {
              VulnerabilityID: 'CVE-2021-1',
              PkgName: 'x',
              InstalledVersion: '1',
              FixedVersion: '2',
              Severity: 'CRITICAL',
            },
          ],
          ExperimentalModifiedFindings: [{ Status: 'ignored' }],
        },
        {
          Target: 'Dockerfile',
          Misconfigurations: [
            {
              ID: 'DS002',
              Status: 'FAIL',
              Severity: 'HIGH',
              Resolution: 'Add USER',
              CauseMetadata: { StartLine: 3, EndLine: 5 },
            },
            { ID: 'DS003', Status: 'PASS', Severity: 'HIGH' },
            { ID: 'DS004', Status: 'EXCEPTION', Severity: 'HIGH' },
          ],
          Secrets: [{ RuleID: 'github-pat', Severity: 'CRITICAL', StartLine: 24, EndLine: 24 }],
          Licenses: [{ Name: 'GPL-3.0', Severity: 'UNKNOWN', PkgName: 'y', FilePath: '' }],
        },
      ],
    },
    format: 'trivy',
    tools: ['Trivy 0.68.1'],
    findings: [
      'critical CVE-2021-1 go.mod: Update x from 1 to 2',
      'high DS002 Dockerfile:3-5: Add USER',
      'critical github-pat Dockerfile:24: -',
      'medium license GPL-3.0 Dockerfile: -',
    ],
    suppressed: 2,
  },
  'Trivy, its first schema': {
    content: [
      {
        Target: 'alpine',
        Vulnerabilities: [{ VulnerabilityID: 'CVE-2021-1', PkgName: 'x', Severity: 'LOW' }],
      },
      { Target: 'empty', Vulnerabilities: null },
    ],
    format: 'trivy',
    tools: ['Trivy'],
    findings: ['low CVE-2021-1 alpine: -'],
  },
  govulncheck: {
    content: [
      { config: { protocol_version: 'v1.0.0', scanner_name: 'govulncheck', scanner_version: 'v1.1.4' } },
      { progress: { message: 'Scanning' } },
      { osv: { id: 'GO-2023-1840', aliases: ['CVE-2023-29403'], summary: 'Unsafe' } },
      {
        finding: { osv: 'GO-2023-1840', fixed_version: 'v1.20.5', trace: [{ module: 'std', version: 'v1' }] },
      },
      {
        finding: {
          osv: 'GO-2023-1840',
          trace: [
            { module: 'std', package: 'runtime', function: 'F' },
            { module: 'own', position: { filename: 'main.go', line: 7 } },
          ],
        },
      },
    ]
      .map((one) => JSON.stringify(one, null, 2))
      .join('\n'),
    format: 'govulncheck',
    tools: ['govulncheck v1.1.4'],
    findings: ['low GO-2023-1840 std@v1: Update std to v1.20.5', 'high GO-2023-1840 main.go:7: -'],
  },
  'govulncheck before 1.0': {
    content: {
      Vulns: [
        { OSV: { id: 'GO-1' }, Modules: [{ Path: 'm', FoundVersion: 'v1', FixedVersion: 'v2' }] },
        { OSV: { id: 'GO-2' }, Symbol: 'Open', ModPath: 'n', CallSink: 3, ImportSink: 1 },
        { OSV: { id: 'GO-3' }, Symbol: 'Open', ModPath: 'n', CallSink: 0, ImportSink: 1 },
        { OSV: { id: 'GO-4' }, Symbol: 'Open', ModPath: 'n', CallSink: 0, ImportSink: 0 },
      ],
    },
    format: 'govulncheck',
    tools: ['govulncheck'],
    findings: ['low GO-1 m@v1: Update m to v2', 'high GO-2 n: -', 'medium GO-3 n: -', 'low GO-4 n: -'],
  },
  'golangci-lint': {
    content: {
      Issues: [
        {
          FromLinter: 'gosec',
          Text: 'G404: Weak random',
          Severity: 'high',
          Pos: { Filename: 'a.go', Line: 3 },
        },
        { FromLinter: 'errcheck', Text: 'Not checked', Severity: '', Pos: { Filename: 'a.go', Line: 9 } },
      ],
      Report: { Linters: [] },
    },
    format: 'golangci-lint',
    tools: ['golangci-lint'],
    findings: ['high gosec/G404 a.go:3: -', 'low errcheck a.go:9: -'],
  },
  gosec: {
    content: {
      'Golang errors': {},
      Issues: [
        { severity: 'HIGH', rule_id: 'G404', details: 'Weak', file: '/src/a.go', line: '3-5' },
        { severity: 'LOW', rule_id: 'G104', details: 'x', line: '1', suppressions: [{ kind: 'inSource' }] },
        { severity: 'LOW', rule_id: 'G104', details: 'x', line: '1', nosec: true },
      ],
      Stats: {},
      GosecVersion: '2.22.1',
    },
    format: 'gosec',
    tools: ['gosec 2.22.1'],
    findings: ['high G404 /src/a.go:3-5: -'],
    suppressed: 2,
  },
  hadolint: {
    content: [
      { line: 9, code: 'DL3008', message: 'Pin', column: 1, file: 'app\\Dockerfile', level: 'style' },
    ],
    format: 'hadolint',
    tools: ['hadolint'],
    findings: ['low DL3008 app/Dockerfile:9: -'],
  },
  shellcheck: {
    content: [{ file: 'run.sh', line: 4, endLine: 5, level: 'warning', code: 2086, message: 'Quote it.' }],
    format: 'shellcheck',
    tools: ['ShellCheck'],
    findings: ['medium SC2086 run.sh:4-5: -'],
  },
  secretlint: {
    content: [
      {
        filePath: 'app.env',
        sourceContentType: 'text',
        messages: [
          { ruleId: '@secretlint/aws', severity: 'error', message: 'A key', loc: { start: { line: 3 } } },
        ],
      },
    ],
    format: 'eslint',
    tools: ['Secretlint'],
    findings: ['high @secretlint/aws app.env:3: -'],
  },
  'semgrep, without a finding, in its first versions': {
    content: { results: [], errors: [] },
    format: 'semgrep',
    tools: ['Semgrep'],
    findings: [],
  },
  semgrep: {
    content: {
      version: '1.90.0',
      results: [
        {
          check_id: 'go.sqli',
          path: 'db.go',
          start: { line: 4 },
          end: { line: 6 },
          extra: { severity: 'ERROR', message: 'SQL', fix: 'safe()', metadata: { cwe: ['CWE-89: SQL'] } },
        },
        { check_id: 'go.sqli', path: 'db.go', extra: { is_ignored: true } },
      ],
      errors: [],
    },
    format: 'semgrep',
    tools: ['Semgrep 1.90.0'],
    findings: ['high go.sqli db.go:4-6: Replace it with: safe()'],
    suppressed: 1,
  },
  'go vet': {
    content: `# example.com/a\n{}\n# example.com/b\n${JSON.stringify({ b: { printf: [{ posn: 'C:\\b.go:3:2', message: 'bad' }] } })}`,
    format: 'go-vet',
    tools: ['go vet'],
    findings: ['medium printf C:/b.go:3: -'],
  },
  ESLint: {
    content: [
      {
        filePath: '/src/a.ts',
        messages: [
          { ruleId: 'no-undef', severity: 2, message: 'x', line: 3, endLine: 4 },
          { ruleId: null, fatal: true, severity: 2, message: 'Parsing error', line: 1 },
        ],
        suppressedMessages: [{ ruleId: 'no-eval', severity: 1 }],
      },
    ],
    format: 'eslint',
    tools: ['ESLint'],
    findings: ['high no-undef /src/a.ts:3-4: -', 'high parsing error /src/a.ts:1: -'],
    suppressed: 1,
  },
  'ESLint with metadata': {
    content: {
      results: [{ filePath: 'a.ts', messages: [{ ruleId: 'eqeqeq', severity: 1, message: 'x', line: 2 }] }],
      metadata: { rulesMeta: {} },
    },
    format: 'eslint',
    tools: ['ESLint'],
    findings: ['medium eqeqeq a.ts:2: -'],
  },
  Checkstyle: {
    content:
      '<?xml version="1.0"?><checkstyle version="10.3"><file name="a &amp; b.java"><error line="3" severity="warning" message="&lt;x&gt;" source="com.puppycrawl.tools.checkstyle.checks.NeedBraces"/></file></checkstyle>',
    format: 'checkstyle',
    tools: ['Checkstyle 10.3'],
    findings: ['medium NeedBraces a & b.java:3: -'],
  },
};
