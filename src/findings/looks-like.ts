/** What the beginnings of files have in them that tools write. A guess, to offer files: reading decides. */
const signs: [format: string, sign: RegExp][] = [
  ['sarif', /"runs"\s*:\s*\[|sarif-(?:schema-)?2\.1/i],
  ['npm-audit', /"auditReportVersion"|"advisories"\s*:\s*\{/],
  ['yarn-audit', /"type"\s*:\s*"audit(?:Advisory|Summary|Action)"|"Tree Versions"/],
  ['bun-audit', /"vulnerable_versions"/],
  ['trivy', /"SchemaVersion"\s*:\s*\d|"VulnerabilityID"/],
  ['govulncheck', /"scanner_name"\s*:\s*"govulncheck"|"Vulns"\s*:/],
  ['golangci-lint', /"FromLinter"|"Issues".*"Linters"/s],
  ['gosec', /"Golang errors"|"rule_id"\s*:\s*"G\d/],
  [
    'semgrep',
    /"check_id"|^\s*\{\s*"(?:errors|results)"\s*:\s*\[\s*\]\s*,\s*"(?:errors|results)"\s*:\s*\[\s*\]\s*\}/,
  ],
  ['hadolint', /"code"\s*:\s*"(?:DL|SC)\d/],
  ['shellcheck', /"level"\s*:\s*"\w+",\s*"code"\s*:\s*\d{4}\b/],
  ['eslint', /"filePath".*"messages"/s],
  ['go-vet', /"posn"/],
  ['checkstyle', /<checkstyle\b/],
  ['junit', /<testsuites?\b/],
  ['cobertura', /<coverage\b[^>]*line-rate/],
  ['go-cover-profile', /^mode: (?:set|count|atomic)$/m],
  ['go-cover-func', /^\S+\.go:\d+:\s+\S+\s+[\d.]+%$/m],
  ['lcov', /^SF:/m],
  ['tap', /^TAP version 1[2-4]$|^1\.\.\d+$/m],
  ['go-test-json', /"Action"\s*:\s*"(?:start|run|pass|output)"/],
  ['coverage-summary', /^\s*\{\s*"total"\s*:\s*\{\s*"lines"/],
  ['coverage-final', /"statementMap"/],
  ['playwright-json', /^\s*\{\s*"config"\s*:\s*\{.*"rootDir"/s],
  ['vitest-json', /"numTotalTest(?:s|Suites)"/],
  ['k6-summary', /"http_req_duration"/],
];

/** The format that a file seems to be in, by its beginning; null when it is none that is known. */
export const looksLike = (beginning: string): string | null =>
  signs.find(([, sign]) => sign.test(beginning))?.[0] ?? null;
