import type { Answer, Value } from '../../src/fields/value.ts';
import { emptyReview, type Issue, type Item, type Review } from '../../src/review/review.ts';

type Given = Record<string, Value>;

const answers = (given: Given): Record<string, Answer> =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { value }]));

const issue = (id: string, severity: Issue['severity'], given: Given): Issue => ({
  id,
  severity,
  answers: answers(given),
});

const item = (id: string, given: Given, issues?: string[]): Item => ({
  id,
  answers: answers(given),
  ...(issues && { issues }),
});

/** A release that works and is not ready: what the pictures show. */
export const reviewed: Review = {
  ...emptyReview,
  answers: answers({
    'review-date': '2026-11-27',
    reviewer: 'Ada Park',
    version: 'v1.4.2',
    risk: 'CRITICAL',
    recommendation: 'CONDITIONAL GO',
    summary:
      'Sanctum 1.4.2 works for its daily use, but passwords are hashed with SHA-1 and the login query is open to SQL injection. Both must be fixed before the release; the rest can follow within the quarter.',
    'auth-status': 'Critical Issues',
    'auth-findings': 'Unsalted SHA-1 for passwords; sessions never expire',
    'validation-status': 'Partial',
    'validation-coverage': '64',
    cors: 'Properly configured',
    'rate-limiting': 'Missing',
    'security-headers': 'Present',
    'foreign-keys': '18/20',
    'n-plus-one': '3',
    migrations: '41',
    'panic-recovery': 'Present',
    timeouts: 'Adequate',
    'redis-failure': 'Handled',
    'goroutine-leaks': '1',
    'connection-pooling': 'Configured',
    'unit-coverage': '72',
    'integration-tests': 'Present',
    'critical-paths': '11/14',
    'component-coverage': '48',
    'e2e-tests': 'Absent',
    'env-defined': 'Yes',
    'env-validated': 'No',
    'get-posts': '48',
    'post-posts': '61',
    memory: '212',
    cpu: '9',
    'backend-result': 'Pass',
    'backend-test-coverage': '72',
    'load-test': '100 concurrent users',
  }),
  issues: [
    issue('i1', 'critical', {
      title: 'Passwords hashed with unsalted SHA-1',
      category: ['Security'],
      risk: 'Anyone with a dump has every password within hours',
      location: ['internal/auth/auth.go:9-12'],
      description:
        'Passwords are stored as a bare SHA-1 without salt, and compared with ==. A leaked dump is broken in hours on one GPU; equal passwords show as equal hashes.',
      evidence: {
        language: 'go',
        text: '// internal/auth/auth.go\nfunc hash(password string) string {\n\tsum := sha1.Sum([]byte(password))\n\treturn hex.EncodeToString(sum[:])\n}',
      },
      impact: ['Account takeover for every user', 'Reused passwords expose other systems'],
      fix: 'Use argon2id with a salt per user, and rehash at the next login.',
      effort: 'Medium',
    }),
    issue('i2', 'critical', {
      title: 'SQL injection in the login query',
      category: ['Security'],
      risk: 'Any account can be taken over from the login form',
      location: ['internal/auth/login.go:8'],
      description: 'The name from the form is concatenated into the query.',
      impact: ['Full read access to the users table'],
      fix: 'Bind the name as a parameter.',
      effort: 'Low',
    }),
    issue('i3', 'high', {
      title: 'Sessions never expire',
      category: ['Configuration'],
      risk: 'A stolen cookie works for ever',
      location: ['internal/auth/login.go:14'],
      description: 'The session cookie has no Max-Age, and the server keeps no end for it.',
      impact: ['Shared machines stay signed in'],
      fix: 'Give sessions an end, on the server as well.',
      effort: 'Low',
    }),
    issue('i4', 'high', {
      title: 'N+1 queries in the feed',
      category: ['Performance'],
      risk: 'The feed takes seconds with a hundred posts',
      location: ['internal/feed/feed.go:11'],
      description: 'The author of each post is loaded by a query of its own.',
      impact: ['Slow feed', 'Database load'],
      fix: 'Load the authors of a page in one query.',
      effort: 'Medium',
    }),
    issue('i5', 'high', { title: 'Background jobs swallow their errors', category: ['Error Handling'] }),
    issue('i6', 'medium', {
      title: 'No end-to-end tests of the sign-up',
      category: ['Testing'],
      location: ['web/'],
      description: 'The sign-up is tested by hand before each release.',
      impact: ['Broken sign-ups are found by users'],
      fix: 'Cover sign-up, sign-in and reset with Playwright.',
      effort: 'Medium',
    }),
    issue('i7', 'low', {
      title: 'Handlers repeat the decoding of JSON',
      category: ['Refactoring'],
      description: 'Nine handlers decode and check their body by hand.',
      fix: 'Extract one function.',
      effort: 'Low',
    }),
  ],
  items: {
    strengths: [
      item('s1', { strength: 'Clear boundaries', detail: 'Packages depend in one direction only' }),
      item('s2', { strength: 'Migrations', detail: 'Each one has a tested way back' }),
    ],
    immediate: [
      item(
        'a1',
        {
          action: 'Hash with argon2id',
          owner: 'Ada',
          deadline: '2026-12-04',
          effort: 'Medium',
          blocks: 'Yes',
        },
        ['i1'],
      ),
      item('a2', { action: 'Bind the name in the login query', effort: 'Low', blocks: 'Yes' }, ['i2']),
    ],
    'short-term': [
      item('a3', { action: 'Give sessions an end', owner: 'Grace', priority: 'High', effort: 'Low' }, ['i3']),
      item(
        'a4',
        { action: 'Load authors in one query', owner: 'Linus', priority: 'Medium', effort: 'Medium' },
        ['i4'],
      ),
    ],
  },
};
