import { severities } from '../fields/issue.ts';
import type { Answer } from '../fields/value.ts';
import type { Template } from '../template/template.ts';
import { countBySeverity, countsInWords } from './issue-names.ts';
import type { Review } from './review.ts';

/** An answer that the facts speak for, and these facts. */
export interface Suggestion {
  answer: string;
  because: string;
}

/** Whether an answer says yes, be it in the reviewer's own words: "✅ Yes", "Y, until it is fixed". */
export const saysYes = (answer: Answer | undefined): boolean =>
  answer !== undefined && 'value' in answer && /^[^\p{L}\p{N}]*(?:yes|y|true)\b/iu.test(String(answer.value));

/** The same for no. */
export const saysNo = (answer: Answer | undefined): boolean =>
  answer !== undefined && 'value' in answer && /^[^\p{L}\p{N}]*(?:no|n|false)\b/iu.test(String(answer.value));

/**
 * The verdict that the issues and the action plan speak for: NO-GO while an action blocks the deployment,
 * CONDITIONAL GO while a critical or high issue is there, else GO. Null where the template has other verdicts.
 */
export function suggestedVerdict(template: Template, review: Review): Suggestion | null {
  const options = template.fields.recommendation?.options ?? [];
  const counts = countBySeverity(review);
  const serious = { ...counts, medium: 0, low: 0 };
  const blocking = Object.values(review.items)
    .flat()
    .filter(({ answers: { blocks } }) => saysYes(blocks));
  const some = counts.critical + counts.high > 0;
  const answer = blocking.length > 0 ? 'NO-GO' : some ? 'CONDITIONAL GO' : 'GO';
  if (!options.includes(answer)) return null;
  if (blocking.length > 0) {
    return {
      answer,
      because: `${blocking.length === 1 ? 'an action blocks' : `${blocking.length} actions block`} the deployment`,
    };
  }
  return { answer, because: some ? countsInWords(serious) : 'no critical or high issues' };
}

/** Whether a verdict is more hopeful than the facts: a condition may be that the blocking actions are done. */
export const isTooHopeful = (verdict: string, { answer }: Suggestion): boolean =>
  verdict === 'GO' && answer !== 'GO';

/** The least overall risk that the issues speak for; null without issues, or where the template has other words. */
export function suggestedRisk(template: Template, review: Review): Suggestion | null {
  const counts = countBySeverity(review);
  const highest = severities.find((severity) => counts[severity] > 0);
  const answer = highest && template.issues[highest]?.word;
  if (!highest || !answer || !template.fields.risk?.options?.includes(answer)) return null;
  return { answer, because: `${counts[highest]} ${highest}` };
}
