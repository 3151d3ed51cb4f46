import type { ComparedReview } from '../../src/compare/compared-review.ts';
import type { Severity } from '../../src/fields/issue.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { newId } from '../../src/review/ids.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

export const template = bundled();

/** What is said of an issue, in the order of a report. */
export interface Said {
  title?: string;
  category?: string;
  location?: string | string[];
  description?: string;
  code?: string;
  impact?: string;
  fix?: string;
}

export function issue(severity: Severity, said: Said, id = newId()): Issue {
  const { title, category, location, description, code, impact, fix } = said;
  const given: Record<string, Value | undefined> = {
    title,
    category: category === undefined ? undefined : [category],
    location: location === undefined ? undefined : [location].flat(),
    description,
    evidence: code === undefined ? undefined : { text: code, language: 'go' },
    impact: impact === undefined ? undefined : [impact],
    fix,
  };
  const answers: Record<string, Answer> = {};
  for (const [name, value] of Object.entries(given)) if (value !== undefined) answers[name] = { value };
  return { id, severity, answers };
}

export const reviewOf = (
  issues: Issue[],
  answers: Record<string, Value> = {},
  rest: Partial<Review> = {},
): Review => ({
  ...emptyReview,
  answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])),
  issues,
  ...rest,
});

export const asDraft = (review: Review, draft: string = newId()): ComparedReview => ({
  template,
  review,
  draft,
});

/** As it comes back from the report that is written of it. */
export const asReport = (review: Review): ComparedReview => ({
  template,
  review: readReport(template, render(template, review)).review,
});

/** The issues as the report sorts them. */
const sorted = (issues: Issue[]): Issue[] =>
  (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) =>
    issues.filter((one) => one.severity === severity),
  );

export const found = {
  password: {
    title: 'Hardcoded root admin password',
    category: 'Security',
    location: 'backend/internal/bootstrap/runtime.go:108-115',
    description: 'The application seeds a root admin with a fixed password when the configuration has none.',
    code: 'if password == "" {\n  password = "DevRoot123!"\n}',
    impact: 'Anybody can take over the system',
    fix: 'Remove the fallback and demand DEV_ROOT_PASSWORD.',
  },
  writes: {
    title: 'Ignored database errors',
    category: 'Data Integrity',
    location: ['backend/internal/server/welcome_bot.go:82', 'backend/internal/bootstrap/runtime.go:190'],
    description: 'Several writes discard the error that the database gives back.',
    code: '_ = s.db.WithContext(ctx).Create(message).Error',
    impact: 'Messages are lost without anybody knowing',
    fix: 'Check every error, or say why it may be ignored.',
  },
  environment: {
    title: 'Inconsistent environment detection',
    category: 'Configuration',
    location: ['backend/internal/middleware/ratelimit.go:27', 'backend/internal/middleware/logging.go:50'],
    description:
      'The middleware asks the operating system for APP_ENV and so passes over the configuration file.',
    impact: 'Rate limits are off in production',
    fix: 'Hand the configuration to the middleware.',
  },
  runbook: {
    title: 'Missing rollback runbook',
    category: 'Configuration',
    location: 'docs/runbooks/',
    description: 'Nobody wrote down how a deployment is taken back.',
    impact: 'An outage lasts longer',
    fix: 'Write and rehearse the runbook.',
  },
  logging: {
    title: 'Excessive console logging in the frontend',
    category: 'Code Quality',
    location: 'frontend/src/api/client.ts:14',
    description: 'There are 44 calls of console.log in the built client.',
    impact: 'Tokens end up in the console',
    fix: 'Use the logger, which is silent in production.',
  },
  notifier: {
    title: 'Unbounded goroutines in the notifier',
    category: 'Code Quality',
    location: 'backend/internal/notifications/notifier.go:61-70',
    description: 'Each event begins a goroutine that nothing counts or ends.',
    impact: 'Memory grows under load',
    fix: 'Use a pool of workers with a bounded queue.',
  },
  constants: {
    title: 'Magic numbers in the feed',
    category: 'Refactoring',
    description: 'Page sizes are written out in five handlers.',
    fix: 'Name them in one place.',
  },
} satisfies Record<string, Said>;

const sessions: Said = {
  title: 'Sessions never expire',
  category: 'Security',
  location: 'backend/internal/auth/token.go:40-52',
  description: 'Tokens are signed without an expiry date.',
  impact: 'A stolen token stays good for ever',
  fix: 'Sign tokens for an hour and renew them.',
};
const index: Said = {
  title: 'No index on messages by conversation',
  category: 'Testing',
  location: 'backend/migrations/0007_messages.sql:3',
  description: 'The query of a conversation reads the whole table.',
  impact: 'Chats become slow as they grow',
  fix: 'Add an index on conversation_id and created_at.',
};

/** The first day's review. */
export const firstDay = (): Review =>
  reviewOf([
    issue('critical', found.password),
    issue('critical', found.writes),
    issue('high', found.environment),
    issue('high', found.runbook),
    issue('medium', found.logging),
    issue('medium', found.notifier),
    issue('low', found.constants),
  ]);

/**
 * The next day's: the runbook is written (resolved), the ignored errors are less grave (downgraded), the environment
 * is described anew (reworded), and two are new. `idOf` gives the ids of those that it shares with the first day.
 */
export function nextDay(idOf: (title: string) => string = () => newId()): Review {
  const kept = (severity: Severity, said: Said) => issue(severity, said, idOf(said.title ?? ''));
  const reworded = {
    ...found.environment,
    title: 'Environment is detected inconsistently by the middleware',
    location: ['backend/internal/middleware/ratelimit.go:31', 'backend/internal/middleware/logging.go:50'],
    description:
      'APP_ENV is read from the operating system by the middleware, whatever the configuration says.',
  };
  return reviewOf(
    sorted([
      kept('critical', found.password),
      kept('high', found.writes),
      issue('high', sessions),
      { ...issue('high', reworded), id: idOf(found.environment.title) },
      issue('medium', index),
      kept('medium', found.logging),
      kept('medium', found.notifier),
      kept('low', found.constants),
    ]),
  );
}

/** The same review with the issues of each severity the other way round, so that all numbers are others. */
export const renumbered = (review: Review): Review => ({
  ...review,
  issues: sorted([...review.issues].reverse()),
});
