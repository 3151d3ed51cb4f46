import type { Measure } from './answers/measures.ts';
import { fieldTitle } from './answers/single-fields.ts';
import type { RankedChange, Status } from './answers/statuses.ts';
import type { IssueChange } from './issues/issue-changes.ts';

/** Something that is worse than it was: why `diff` says no. */
export interface Regression {
  kind: 'new-issue' | 'severity' | 'back' | 'verdict' | 'risk' | 'status' | 'measure';
  /** The id of the issue, in the new review. */
  issue?: string;
  field?: string;
  /** One line, without a full stop. */
  message: string;
}

interface Compared {
  issues: IssueChange[];
  verdict: RankedChange;
  risk: RankedChange;
  statuses: Status[];
  measures: Measure[];
}

/**
 * A critical or high issue that is new, a severity that rose, an issue that was resolved and is back, a verdict, a
 * risk or a status that got worse, a measure that got worse beyond what varies from run to run.
 */
export function regressionsIn({ issues, verdict, risk, statuses, measures }: Compared): Regression[] {
  const went = ({ old, new: now }: RankedChange) => `from ${old} to ${now}`;
  return [
    ...issues.flatMap(ofIssue),
    ...(verdict.trend === 'worse'
      ? [{ kind: 'verdict' as const, message: `The recommendation went ${went(verdict)}` }]
      : []),
    ...(risk.trend === 'worse'
      ? [{ kind: 'risk' as const, message: `The overall risk went ${went(risk)}` }]
      : []),
    ...statuses
      .filter(({ trend }) => trend === 'worse')
      .map((status) => ({
        kind: 'status' as const,
        field: status.field,
        message: `${fieldTitle(status)} went ${went(status)}`,
      })),
    ...measures
      .filter(({ regressed }) => regressed)
      .map((one) => ({
        kind: 'measure' as const,
        field: one.field,
        message: `${fieldTitle(one)} went from ${one.old?.words} to ${one.new?.words}`,
      })),
  ];
}

function ofIssue({ outcome, because, old, new: now }: IssueChange): Regression[] {
  if (!now) return [];
  const title = now.title === '' ? '' : `: ${now.title}`;
  const serious = now.severity === 'critical' || now.severity === 'high';
  const said = (kind: Regression['kind'], message: string) => [{ kind, issue: now.id, message }];
  if (because === 'severity') return said('severity', `${old?.name} is now ${now.name}${title}`);
  if (because === 'back') return said('back', `${now.name} was resolved and is back${title}`);
  return outcome === 'new' && serious ? said('new-issue', `${now.name} is new${title}`) : [];
}
