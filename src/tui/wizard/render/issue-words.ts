import { issueName } from '../../../review/issue-names.ts';
import type { State } from '../state/state.ts';
import { shown } from './text.ts';

/** What a screen over the page is about: "CRITICAL-2 Ignored errors". */
export function issueWords(state: State, id: string): string {
  const name = issueName(state.template, state.history.present, id);
  const title = state.history.present.issues.find((issue) => issue.id === id)?.answers.title;
  return title && 'value' in title ? `${name} ${shown(title.value)}` : name;
}
