import type { Field } from '../../fields/field.ts';
import { isEmpty } from '../../fields/kinds.ts';
import type { Answer } from '../../fields/value.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { ComparedReview } from '../compared-review.ts';

/** A field that stands once, with where it stands in words. */
export interface SingleField {
  field: Field;
  /** The page's title: "Metrics Baseline". */
  page: string;
  /** The group or section on it: "API Response Times"; empty without one. */
  group: string;
  label: string;
}

/** A field of both reviews. `old` is null where the old template has no such field of that kind. */
export interface FieldOfBoth extends SingleField {
  old: Field | null;
}

/** The fields that stand once, in the template's order. */
export function singleFieldsOf({ pages, fields }: Template): SingleField[] {
  return pages.flatMap((page) =>
    page.fields.flatMap((id) => {
      const field = fields[id];
      if (!field) return [];
      const [around] = page.blocks
        .filter((block) => block.type === 'group' || block.type === 'section')
        .filter((block) => block.fields.includes(id))
        .toSorted((one, other) => one.fields.length - other.fields.length);
      const title = around?.title ?? '';
      return [{ field, page: page.title, group: title, label: field.label || field.hint || id }];
    }),
  );
}

/** The new template's fields, each with the one of the same id and kind in the old template. */
export function fieldsOfBoth(sides: { old: ComparedReview; new: ComparedReview }): FieldOfBoth[] {
  return singleFieldsOf(sides.new.template).map((asked) => {
    const old = sides.old.template.fields[asked.field.id];
    return { ...asked, old: old?.kind === asked.field.kind ? old : null };
  });
}

/** "API Response Times › GET /api/posts". */
export const fieldTitle = ({ group, label }: Pick<SingleField, 'group' | 'label'>): string =>
  group === '' || group === label ? label : `${group} › ${label}`;

/** The answer of a field that stands once, be it the template's own. */
export function effectiveAnswer(review: Review, field: Field | null): Answer | undefined {
  if (!field) return undefined;
  const given = review.answers[field.id];
  if (given && ('notApplicable' in given || !isEmpty(field, given.value))) return given;
  return field.default === undefined ? undefined : { value: field.default };
}

/** An answer of one line as it reads in the report; null when there is none. */
export function answerInWords(answer: Answer | undefined): string | null {
  if (!answer) return null;
  if ('notApplicable' in answer) {
    const reason = spaced(answer.notApplicable);
    return reason === '' ? 'N/A' : `N/A: ${reason}`;
  }
  const words = typeof answer.value === 'string' ? spaced(answer.value) : '';
  return words === '' ? null : words;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
