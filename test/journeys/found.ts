import type { IssueField, Severity } from '../../src/fields/issue.ts';

/** An issue as the reviewer of the journey types it, field by field. */
export type Found = Partial<Record<IssueField, string | string[]>> & { severity: Severity };

/** Where in a text the reviewer is called away. */
export const interrupted = '‖';

export const found: Found[] = [
  {
    severity: 'critical',
    title: 'Root password in the repository',
    category: ['Security'],
    risk: 'Anyone who can read the code can sign in as root',
    location: ['backend/internal/auth/root.go:12', 'compose.prod.yml:41-44'],
    description:
      'The password of `root` is a constant.\n\n- in the code\n- and in the compose file\n\n# twice',
    evidence: 'const rootPassword = "hunter2" // TODO\n\nfunc init() {\n\tseed(rootPassword)\n}\n```\n',
    impact: ['Every account can be taken over', 'Backups can be read'],
    fix: 'Read it from a secret:\n\n```go\npassword := os.Getenv("ROOT_PASSWORD")\n```\n\nand rotate it.',
    priority: 'Before production deployment, today',
    effort: 'Low',
  },
  {
    severity: 'critical',
    title: 'Database errors are ignored',
    category: ['Data Integrity', 'System Stability'],
    risk: 'Posts are lost without a word',
    location: ['backend/internal/posts/repository.go:88-103'],
    description: `The errors of every write are igno${interrupted}red, so a full disk looks like success.`,
    evidence: '_, _ = db.Exec(insert, post)',
    impact: ['Data loss', 'Support cannot see why'],
    fix: 'Return the errors, and answer 503.',
    effort: 'Medium',
  },
  {
    severity: 'high',
    title: 'No timeout on outgoing calls',
    category: ['Performance', 'Error Handling'],
    risk: 'One slow service stops all',
    location: ['backend/internal/push/client.go:31'],
    description: 'http.DefaultClient waits for ever.',
    impact: ['Requests pile up'],
    fix: '1. a client of its own\n2. five seconds',
    effort: 'Low (< 1 hour)',
  },
  {
    severity: 'high',
    title: 'N+1 queries in the feed 🐌',
    category: ['Performance'],
    risk: '200 queries for a page',
    location: ['backend/internal/feed/feed.go:140-171'],
    description: 'One query for each author.',
    impact: ['Slow feed', 'Pool exhausted'],
    fix: 'JOIN them.',
    effort: 'Medium',
  },
  {
    severity: 'high',
    title: 'Same settings everywhere',
    category: ['Configuration'],
    risk: 'Debug mode in production',
    location: ['compose.yml'],
    description: 'There is | one file <!-- for all -->.',
    impact: ['Stack traces are shown'],
    fix: 'Split it.',
    effort: 'High',
  },
  {
    severity: 'high',
    title: 'WebSockets are never closed',
    category: ['Error Handling'],
    risk: 'Memory grows',
    location: ['backend/internal/ws/hub.go:9'],
    description: 'No deadline for reading.',
    impact: ['Restart each night'],
    fix: 'Set one.',
    effort: 'Low',
  },
  {
    severity: 'medium',
    title: 'Handlers without tests',
    category: ['Testing'],
    location: ['backend/internal/posts/handlers.go'],
    description: 'Only the happy way is tested.',
    impact: ['Regressions'],
    fix: 'Table tests.',
    effort: 'Medium',
  },
  {
    severity: 'medium',
    title: 'API documents are from last year',
    category: ['Code Quality', 'Documentation'],
    location: ['backend/docs/swagger.json'],
    description: 'Nine of forty paths are missing.',
    impact: ['Clients guess'],
    fix: 'Generate them.',
    effort: 'Low',
  },
];

/** The three immediate actions. */
export const actions: Record<string, string>[] = [
  {
    action: 'Rotate the root password (CRITICAL-1)',
    owner: 'Ada Park',
    deadline: '2026-03-03',
    effort: '2 hours',
    blocks: 'Yes',
  },
  {
    action: 'Return database errors (CRITICAL-2)',
    owner: 'Backend',
    deadline: '2026-03-05',
    effort: '1 day',
    blocks: 'Yes',
  },
  { action: 'Timeouts (HIGH-1)', owner: 'Backend', deadline: '2026-03-09', effort: '3 hours', blocks: 'No' },
];

/** Single fields of the first pages and of the sign-off, by their ids. */
export const answers: Record<string, string> = {
  'signed-by': 'Ada Park',
  'review-date': '2026-03-02',
  risk: 'CRITICAL',
  recommendation: 'CONDITIONAL GO',
  summary:
    'Functionally complete, with good patterns. Two critical flaws come first.\n\nThen the four high ones.',
  'signed-date': '2026-03-02',
  duration: '6 hours',
  'next-review': 'After the fixes',
  'sign-notes': 'Reviewed at the tag.\n\nThanks to all who helped.',
};
