import { issueName } from '../../../review/issue-names.ts';
import { missingOf } from '../../../review/progress.ts';
import { pageCount } from '../state/progress.ts';
import { pageOf, type State } from '../state/state.ts';

/** What the page or form that is open is called, and how much of it is answered: "3 of 4"; empty where nothing is counted. */
export function openTitle(state: State): { title: string; count: string } {
  const { open, template } = state;
  const review = state.history.present;
  if (open && 'issue' in open) {
    const issue = review.issues.find(({ id }) => id === open.issue);
    const asked = (issue && template.issues[issue.severity]?.asks.length) ?? 0;
    const title = issueName(template, review, open.issue);
    if (issue) return { title, count: counted(asked - missingOf(template, issue).length, asked) };
  }
  if (open && 'list' in open) {
    const at = (review.items[open.list] ?? []).findIndex(({ id }) => id === open.item);
    if (at >= 0) return { title: `${template.lists[open.list]?.title ?? ''} ${at + 1}`, count: '' };
  }
  const page = pageOf(state);
  return { title: page?.title ?? '', count: page ? pageCount(state, page) : '' };
}

const counted = (answered: number, total: number): string => (total > 0 ? `${answered} of ${total}` : '');
