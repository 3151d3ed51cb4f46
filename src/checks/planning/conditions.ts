import { type Issue, issuesOf } from '../../review/review.ts';
import { saysNo } from '../../review/suggested-verdict.ts';
import type { CheckInput } from '../check.ts';
import { callingsOf, issuesNamedIn, sectionNote } from '../issue-mentions.ts';
import { actionsIn, isBeforeDeployment, issuesOfAction } from './planned-issues.ts';

/**
 * The critical issues that are planned, but by no action that holds the deployment up: each is after it, or says that
 * it does not block it. An action that leaves this open may block, and so may the notes of its section.
 */
export function notHeldUp(input: CheckInput): Issue[] {
  const { review, roles } = input;
  const callings = callingsOf(input);
  const planned = new Set<string>();
  const early = new Set<string>();
  const holding = new Set<string>();
  for (const list of roles.plan) {
    const isBefore = list.horizon === 'before';
    for (const item of actionsIn(input, list)) {
      const holds = isBefore && !(list.blocks && saysNo(item.answers[list.blocks]));
      for (const id of issuesOfAction(item, callings)) {
        planned.add(id);
        if (isBefore) early.add(id);
        if (holds) holding.add(id);
      }
    }
    if (isBefore)
      for (const id of issuesNamedIn(callings, [sectionNote(review, list.list.section)])) holding.add(id);
  }
  // What is to be fixed before the deployment and planned after it is told by itself.
  const isToldApart = (issue: Issue) => !early.has(issue.id) && isBeforeDeployment(input.template, issue);
  return issuesOf(review, 'critical').filter(
    (issue) => planned.has(issue.id) && !holding.has(issue.id) && !isToldApart(issue),
  );
}
