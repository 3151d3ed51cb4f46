import type { Field } from '../../fields/field.ts';
import { type IssueField, issueFields } from '../../fields/issue.ts';
import type { Answer } from '../../fields/value.ts';
import { memo } from '../../memo.ts';
import { outcomeOf } from '../../template/parts/derived.ts';
import type { ListBlock, Template } from '../../template/template.ts';
import type { Issue, Item, Review } from '../review.ts';
import { itemText } from './derived-words.ts';

/** What can become of an issue of a previous review, in the order of the template's options. */
const outcomes = ['resolved', 'open', 'changed', 'accepted'] as const;
export type Outcome = (typeof outcomes)[number];

/** An issue of a previous review as that one had it, and its name there: "HIGH-2". */
export interface PreviousIssue {
  name: string;
  issue: Issue;
}

/** What a review that follows an earlier one keeps of that: the report that it was read from may be gone. */
export interface PreviousReview {
  /** The report's path, or the draft's id. */
  from: string;
  /** By the ids that the items of the delta have, and that the issues have again when they are still open. */
  issues: PreviousIssue[];
  /** What was measured and how things stood, by field. */
  answers: Record<string, Answer>;
}

/** The section of a template that says what became of the issues of a previous review. */
export interface DeltaSection {
  list: ListBlock;
  outcome: Field;
  /** The template's words for each outcome. */
  words: Record<Outcome, string>;
  by?: Field;
  reason?: Field;
  until?: Field;
  note?: Field;
  /** Fields of an item that keep what an issue said, when it is accepted as a risk and stands nowhere else. */
  kept: Map<IssueField, Field>;
  /** The fields that say which review it was, and what it recommended. */
  review?: Field;
  verdict?: Field;
}

/** Null where a template has no such section: its list is named `delta`, its items have an `outcome` of four options. */
export const deltaSectionOf = memo((template: Template): DeltaSection | null => {
  const list = template.lists.delta;
  const outcome = list && outcomeOf(list);
  const [resolved, open, changed, accepted] = outcome?.options ?? [];
  if (!list || !outcome || !resolved || !open || !changed || !accepted) return null;
  if (!list.first.some(({ type }) => type === 'about')) return null;
  const own = (id: string, kind?: Field['kind']) => {
    const field = list.fields[id];
    return field && (!kind || field.kind === kind) ? field : undefined;
  };
  const [by, reason, until, note] = [own('accepted-by'), own('reason'), own('until', 'date'), own('note')];
  const { 'previous-review': review, 'previous-verdict': verdict } = template.fields;
  return {
    list,
    outcome,
    words: { resolved, open, changed, accepted },
    kept: new Map(
      issueFields
        .filter((id) => id !== 'title')
        .flatMap((id) => {
          const field = own(id);
          return field ? [[id, field] as const] : [];
        }),
    ),
    ...(by ? { by } : {}),
    ...(reason ? { reason } : {}),
    ...(until ? { until } : {}),
    ...(note ? { note } : {}),
    ...(review?.kind === 'text' ? { review } : {}),
    ...(verdict?.kind === 'text' ? { verdict } : {}),
  };
});

/** What became of an item's issue; null when that is not said, or in words of the reviewer's own. */
export function outcomeAt({ list, outcome, words }: DeltaSection, item: Item): Outcome | null {
  const said = itemText(list, item, outcome.id).toLowerCase();
  return outcomes.find((one) => words[one].toLowerCase() === said) ?? null;
}

/** The issues of the review that an item of the delta is about. */
export const issuesAbout = (review: Review, item: Item): Issue[] =>
  review.issues.filter(({ id }) => item.issues?.includes(id));

/** The day until which a risk is accepted; empty when that is not said, or no day. */
export function acceptedUntil({ list, until }: DeltaSection, item: Item): string {
  const said = until ? itemText(list, item, until.id) : '';
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : '';
}
