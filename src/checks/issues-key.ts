import { hash } from 'node:crypto';
import type { Issue } from '../review/review.ts';
import { titleOf } from './issue-mentions.ts';

/**
 * What a problem about issues is known by: its words, and the titles of these issues. Of two reviews, or before and
 * after one was deleted, CRITICAL-1 is not the same issue, and a reason that was given for the one is none for the
 * other. Ids would tell as well, but not in a report.
 */
export const issuesKey = (message: string, issues: Issue[]): string =>
  hash('sha256', JSON.stringify([message, issues.map(titleOf).toSorted()]), 'base64url').slice(0, 10);
