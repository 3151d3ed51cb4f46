import type { IssueField, Severity } from '../../fields/issue.ts';
import type { Action } from '../actions.ts';
import type { Review } from '../review.ts';

/** What an action was about, also when it no longer exists, so that the screen can go there. */
export type ActionTarget =
  | { field: string }
  | { issue: string; severity: Severity; field?: IssueField }
  | { list: string; item: string; field?: string }
  | { section: string }
  | { page: string };

/** What an action was about, with the severity of an issue as it is now, or as it was. */
export function actionTarget(action: Action | undefined, now: Review, before: Review): ActionTarget | null {
  const about = action && aboutOf(action);
  if (!about || !('issue' in about)) return about ?? null;
  const issue = [...now.issues, ...before.issues].find((one) => one.id === about.issue);
  return issue ? { ...about, severity: issue.severity } : null;
}

type About = Exclude<ActionTarget, { issue: string }> | { issue: string; field?: IssueField };

function aboutOf(action: Action): About | null {
  switch (action.do) {
    case 'answer':
      return action.at;
    case 'answers':
      return action.entries[0]?.at ?? null;
    case 'add-issue':
      return { issue: action.issue.id };
    case 'remove-issue':
    case 'move-issue':
    case 'set-severity':
    case 'issue-note':
    case 'sources':
      return { issue: action.id };
    case 'add-item':
      return { list: action.list, item: action.item.id };
    case 'remove-item':
    case 'move-item':
    case 'link':
      return { list: action.list, item: action.id };
    case 'note':
      return { section: action.section };
    case 'measured':
    case 'findings':
    case 'decide':
      return null;
    case 'override':
      return action.of.place;
  }
}
