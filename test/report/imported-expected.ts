/** What a person sees in a report of `imported/`. */
export interface Seen {
  /** The open issues, in the order of the severities: "high: Title". */
  issues: string[];
  /** What is told as resolved, accepted or no issue at all: a part of its text, which has to be in the notes. */
  closed?: string[];
  verdict?: string;
  risk?: string;
  date?: string;
  reviewer?: string;
  version?: string;
}

export const seen: Record<string, Seen> = {
  'accepted-and-false': { issues: ['high: Path traversal'], closed: ['Hard-coded secret', 'Weak hash'] },
  'bold-initials': { issues: ['high: Cache is never invalidated', 'medium: Helper is copied four times'] },
  'bug-status-table': {
    issues: ['high: Search hangs on quotes'],
    closed: ['Editor loses the cursor', 'Icon is blurred', 'Draft saved twice'],
  },
  'completed-section': {
    issues: ['high: Docs are out of date'],
    closed: ['Old parser removed', 'Tests in CI'],
  },
  'counts-in-headings': { issues: ['high: Login page leaks user names'] },
  'counts-table': {
    issues: ['high: Outdated base image', 'high: Container runs as root', 'medium: No resource limits'],
  },
  'details-html': { issues: ['high: Tokens are compared in variable time'] },
  'fixed-marks': {
    issues: ['critical: Backups are never restored', 'high: Old TLS versions are accepted'],
    closed: ['Uploads overwrite each other', 'Race in the scheduler', 'Metrics endpoint is public'],
  },
  fmea: { issues: [] },
  german: { issues: [] },
  'headings-under-issue': {
    issues: ['high: Index is rebuilt in place', 'high: Synonyms are unbounded'],
  },
  'headline-emoji': {
    issues: ['critical: Messages of other rooms are readable', 'medium: Typing events flood the bus'],
  },
  'history-section': {
    issues: ['medium: Health check answers before the database is there'],
    closed: ['Tokens in the URL (closed', 'Open redirect', 'Weak ciphers'],
  },
  'important-is-high': { issues: ['high: Locks are held while writing', 'low: Comment is wrong'] },
  'index-and-details': {
    issues: ['critical: SQL injection in the search', 'high: Session fixation'],
  },
  informational: { issues: ['medium: Rounding favours the caller'] },
  'legend-list': { issues: ['high: Retries have no limit', 'low: Log lines lack a request id'] },
  'legend-table': { issues: ['high: Workers are not restarted'] },
  'list-bracketed': {
    issues: [
      'critical: Root password is printed at start',
      'high: `config.yml` is writable for all',
      'low: Two names for one flag',
    ],
  },
  'mixed-done-list': {
    issues: ['high: DNS has no fallback'],
    closed: ['Logs have no ids', 'Alerts are set'],
  },
  'no-severities': { issues: [], date: '2026-01-16' },
  'not-ready': { issues: [], verdict: 'NO-GO' },
  'npm-advisories': { issues: ['high: Prototype pollution', 'medium: ReDoS'] },
  'own-severity-bullets': {
    issues: ['critical: Queue is lost on restart', 'high: Warm-up takes ten minutes'],
  },
  'performance-table': { issues: [] },
  'placeholders-head': { issues: ['high: Rollback is untested'] },
  'plan-names-issues': { issues: ['high: Invoices are rounded twice', 'medium: Currency is guessed'] },
  'plan-only-severities': { issues: [] },
  'positive-findings': { issues: ['high: No tracing'] },
  'pr-comments': { issues: [] },
  'recommendation-severity': {
    issues: ['medium: Clock of the client is trusted', 'low: Limit page size'],
  },
  'resolved-opposite': {
    issues: [
      'high: Resolved tickets are shown as open',
      'medium: Closed sockets are counted',
      'low: "Fixed" badge has the wrong colour',
    ],
  },
  'rfc-style': { issues: [] },
  'risk-register': { issues: [], risk: 'MEDIUM' },
  scorecard: { issues: [], risk: 'LOW' },
  'sections-named-issues': { issues: ['high: Jobs run twice', "medium: Time zone is the server's"] },
  'severity-word-titles': {
    issues: ['medium: High memory use in the worker', 'low: Low disk alarm is missing'],
  },
  'sre-signs': { issues: [], date: '2026-01-12' },
  'status-lines': {
    issues: ['critical: Webhooks are not signed', 'medium: Debug route is compiled in'],
    closed: ['Admin token in the image', 'Sessions outlive a password change'],
    date: '2026-01-20',
    reviewer: 'Priya Raman',
    version: '4be1c02',
  },
  'summary-table-after': {
    issues: ['critical: Rows are skipped silently', 'high: No transaction around the import'],
  },
  'table-only': {
    issues: [
      'high: Bucket is world readable',
      'medium: Lifecycle rule is missing',
      'low: Names are inconsistent',
    ],
    date: '2026-02-02',
    reviewer: 'Tomas Hale',
  },
  'title-ornaments': {
    issues: [
      'critical: SECRETS: keys are in git',
      'critical: DATA LOSS: __queue__ is in memory',
      'high: N+1 queries in the feed',
    ],
  },
  'under-severity-table': {
    issues: ['high: Forms lack tokens', 'high: Frames are allowed', 'low: Title is missing'],
  },
  'verdict-code': { issues: ['critical: Card numbers in the log'], verdict: 'NO-GO', risk: 'HIGH' },
  'verdict-conflict': { issues: [] },
  'verdict-go-plain': { issues: [], verdict: 'GO', risk: 'LOW' },
  'verdict-question': { issues: [] },
  'verdict-reason-dash': {
    issues: ['critical: Bounces are not handled', 'critical: No rate limit towards providers'],
    verdict: 'CONDITIONAL GO',
  },
  'verdict-reason-parens': {
    issues: [
      'high: Feed is rebuilt on each request',
      'high: Cache key lacks the tenant',
      'low: Typos in the help',
    ],
    verdict: 'CONDITIONAL GO',
  },
  'audit-closed-in-titles': {
    issues: ['high: JWT secret is short', 'medium: No pagination', 'medium: Images are not resized'],
    closed: ['IDOR on invoices', 'Admin API open', 'Missing index on orders'],
    verdict: 'CONDITIONAL GO',
    date: 'January 14, 2026',
    reviewer: 'Security Guild',
  },
  'numbered-code-review': {
    issues: ['critical: SQL Injection Risk', 'high: Missing Error Handling', 'high: Race Condition in Cache'],
    date: '2026-02-10',
  },
  'not-ready-checklist': { issues: [], verdict: 'NO-GO' },
  'contract-audit': {
    issues: ['high: Owner can drain the pool', 'low: Floating pragma'],
    closed: ['Missing slippage check', '[I-01] Typos'],
  },
  'severity-behind-title': {
    issues: ['critical: Crash on empty input', 'high: Wrong total'],
    closed: ['Label cut off'],
  },
  'risk-in-bold': { issues: [], risk: 'LOW' },
  'priority-sections': { issues: ['high: Search is slow'] },
  'fields-by-other-names': { issues: ['critical: Payments may run twice', 'high: Old dependency'] },
  'go-with-reason': { issues: [], verdict: 'GO' },
  'open-and-closed-statuses': {
    issues: ['critical: No TLS', 'high: Weak passwords', 'high: No audit log'],
    closed: ['Secrets in repo'],
  },
  'severity-behind-item': { issues: ['high: Key person', 'medium: Vendor lock-in'] },
  'decision-table': { issues: [], verdict: 'NO-GO', date: '2026-03-03' },
  'counts-in-lines': {
    issues: ['high: Outdated OpenSSL', 'high: Exposed port 22', 'medium: Missing HSTS'],
  },
  'signs-before-numbers': {
    issues: ['high: Passwords in logs', 'medium: No retry'],
    closed: ['Sessions never expire', 'Typos'],
    verdict: 'NO-GO',
  },
  'contents-and-letters': {
    issues: ['critical: Unauthenticated admin endpoint', 'high: No rate limiting'],
    closed: ['Hardcoded credentials'],
    date: '2026-02-01',
    reviewer: 'Claude',
    version: '1.4.0',
  },
  'table-before-details': {
    issues: ['critical: `eval` on user input', 'high: Open redirect'],
    closed: ['No CSRF', 'Old logo'],
  },
  'verification-results': {
    issues: ['critical: IDOR in files'],
    closed: ['XSS in comments', 'CSRF on logout'],
  },
  'ratings-and-weaknesses': {
    issues: ['high: Tokens in local storage (`auth.ts:12`)', 'high: No CSP', 'low: Images are large'],
  },
  'bars-in-titles': {
    issues: ['critical: Remote code execution', 'medium: Verbose errors', 'medium: Weak cookie flags'],
    verdict: 'NO-GO',
  },
  'ticked-decision': { issues: [], verdict: 'CONDITIONAL GO' },
  retrospective: { issues: [] },
  'plain-labels': { issues: ['high: Missing validation'], closed: ['Logging of tokens'] },
  'management-summary': { issues: [] },
  'marks-before-numbers': {
    issues: ['high: Missing audit trail', 'medium: Flaky test'],
    closed: ['Login bypass', 'Old jQuery'],
  },
  'bold-numbered-lines': {
    issues: ['critical: Missing backups', 'high: Single instance', 'low: Naming'],
  },
  'nothing-found': { issues: [] },
  'fixed-in-version': {
    issues: ['critical: Broken object level authorization'],
    closed: ['JWT never expires', 'Swagger is public'],
    verdict: 'NO-GO',
    date: '14/02/2026',
    reviewer: 'Red Team',
  },
  'open-and-closed-tables': {
    issues: ['critical: Checkout fails with coupon', 'medium: Wrong currency sign'],
    closed: ['Login loop', 'Slow search'],
  },
  'blocking-sections': {
    issues: [
      'critical: No disaster recovery plan',
      'critical: Secrets in environment files',
      'medium: Missing dashboards',
    ],
    closed: ['No health checks'],
  },
  'metrics-in-a-table': { issues: ['critical: Database is public'], verdict: 'NO-GO', risk: 'HIGH' },
  'known-and-accepted': {
    issues: ['medium: Timeout is too short'],
    closed: ['Old browser is not supported', 'Print layout'],
    verdict: 'GO',
  },
};
