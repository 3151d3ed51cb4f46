import type { Field } from '../../fields/field.ts';
import type { ChecklistItem } from '../../fields/value.ts';
import type { ComparedReview } from '../compared-review.ts';
import { effectiveAnswer, fieldsOfBoth } from './single-fields.ts';

/** How far a checklist is: what does not apply is not asked. */
interface Ticks {
  done: number;
  of: number;
}

/** A checklist before and after. An item that is not ticked may only not have been looked at yet: it is no regression. */
export interface ChecklistChange {
  field: string;
  page: string;
  group: string;
  label: string;
  old: Ticks | null;
  new: Ticks;
  /** Items that only the new review has ticked, and only the old one. */
  ticked: string[];
  unticked: string[];
}

/** Every checklist of the new review's template, in its order. */
export function checklistChanges(sides: { old: ComparedReview; new: ComparedReview }): ChecklistChange[] {
  return fieldsOfBoth(sides)
    .filter(({ field }) => field.kind === 'checklist')
    .map(({ field, old: oldField, page, group, label }) => {
      const before = oldField && itemsIn(sides.old, oldField);
      const after = itemsIn(sides.new, field);
      return {
        field: field.id,
        page,
        group,
        label,
        old: before && ticksOf(before),
        new: ticksOf(after),
        ticked: before ? onlyIn(after, before) : [],
        unticked: before ? onlyIn(before, after) : [],
      };
    });
}

function itemsIn({ review }: ComparedReview, field: Field): ChecklistItem[] {
  const answer = effectiveAnswer(review, field);
  const value = answer && 'value' in answer ? answer.value : [];
  return Array.isArray(value) ? value.flatMap((item) => (typeof item === 'string' ? [] : [item])) : [];
}

const ticksOf = (items: ChecklistItem[]): Ticks => {
  const asked = items.filter((item) => item.notApplicable === undefined);
  return { done: asked.filter((item) => item.done).length, of: asked.length };
};

function onlyIn(items: ChecklistItem[], others: ChecklistItem[]): string[] {
  const ticked = new Set(others.filter((item) => item.done).map(textOf));
  return items.filter((item) => item.done && !ticked.has(textOf(item))).map(({ text }) => text);
}

const textOf = ({ text }: ChecklistItem): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
