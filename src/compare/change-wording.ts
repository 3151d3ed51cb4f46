import { issueFields } from '../fields/issue.ts';
import type { Trend } from './answers/measures.ts';
import type { Part } from './issues/changed-parts.ts';

export const titleInWords = (title: string): string => (title === '' ? '(no title)' : title);

/** "reworded: description, fix"; empty when nothing was. */
export function changedInWords(changed: Part[]): string {
  if (changed.length === 0) return '';
  const order = [...issueFields, 'note'];
  const words = changed.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  return `reworded: ${words.join(', ')}`;
}

/** " (better)", " (worse)", or nothing. */
export const trendInWords = (trend: Trend): string =>
  trend === 'better' || trend === 'worse' ? ` (${trend})` : '';
