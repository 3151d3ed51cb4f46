import { rolesOf } from '../../checks/roles.ts';
import { severities } from '../../fields/issue.ts';
import type { Template } from '../../template/template.ts';
import type { ComparedReview } from '../compared-review.ts';
import type { Trend } from './measures.ts';
import { statusRank, verdictsBestFirst } from './rankings.ts';
import { answerInWords, effectiveAnswer, fieldsOfBoth } from './single-fields.ts';

/** Something that is said in one of several words, before and after. */
export interface RankedChange {
  old: string | null;
  new: string | null;
  trend: Trend;
}

/** A choice that stands once: a status of the analysis, the result of a test run. */
export interface Status extends RankedChange {
  field: string;
  page: string;
  group: string;
  label: string;
}

/** Every choice of the new review's template but the overall risk, in its order. */
export function statusesOf(sides: { old: ComparedReview; new: ComparedReview }): Status[] {
  const risk = rolesOf(sides.new.template).risk;
  return fieldsOfBoth(sides)
    .filter(({ field }) => field.kind === 'choice' && field !== risk)
    .map(({ field, old: oldField, page, group, label }) => {
      const before = answerInWords(effectiveAnswer(sides.old.review, oldField));
      const after = answerInWords(effectiveAnswer(sides.new.review, field));
      const ranks = (words: string) => statusRank(field, words);
      return { field: field.id, page, group, label, ...standing(before, after, ranks) };
    });
}

export function verdictChange(sides: { old: ComparedReview; new: ComparedReview }): RankedChange {
  const said = ({ template, review }: ComparedReview) =>
    answerInWords(effectiveAnswer(review, rolesOf(template).verdict ?? null));
  return standing(said(sides.old), said(sides.new), (words) => placeIn(verdictsBestFirst, words));
}

/** The overall risk; LOW is the best. */
export function riskChange(sides: { old: ComparedReview; new: ComparedReview }): RankedChange {
  const said = ({ template, review }: ComparedReview) =>
    answerInWords(effectiveAnswer(review, rolesOf(template).risk ?? null));
  const words = wordsOfSeverities(sides.new.template);
  return standing(said(sides.old), said(sides.new), (one) => placeIn(words, one));
}

const wordsOfSeverities = (template: Template): string[] =>
  severities.map((severity) => template.issues[severity]?.word ?? severity.toUpperCase()).toReversed();

function placeIn(words: string[], one: string): number | null {
  const at = words.findIndex((word) => word.toLowerCase() === one.toLowerCase());
  return at === -1 ? null : at;
}

/** @param rank the place of words among those that mean something, the best 0 */
function standing(
  before: string | null,
  after: string | null,
  rank: (words: string) => number | null,
): RankedChange {
  return { old: before, new: after, trend: trendOf(before, after, rank) };
}

function trendOf(before: string | null, after: string | null, rank: (words: string) => number | null): Trend {
  if (before === null || after === null)
    return before !== null ? 'gone' : after !== null ? 'appeared' : 'same';
  if (before.toLowerCase() === after.toLowerCase()) return 'same';
  const [from, to] = [rank(before), rank(after)];
  if (from === null || to === null || from === to) return 'changed';
  return to < from ? 'better' : 'worse';
}
