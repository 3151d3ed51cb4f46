import type { Item } from '../../review/review.ts';
import type { ComparedReview } from '../compared-review.ts';
import { comparableAnswer } from '../issues/changed-parts.ts';
import { isMeasure } from './measures.ts';
import { effectiveAnswer, fieldsOfBoth, fieldTitle, singleFieldsOf } from './single-fields.ts';

/** An answer or a list that reads otherwise, by its page and name; for a list with how many it has. */
export interface OtherChange {
  page: string;
  name: string;
  /** The only review that has it; absent where both have. */
  only?: 'old' | 'new';
  old?: number;
  new?: number;
}

const comparedElsewhere = ['choice', 'checklist', 'one-of'];

/** What else reads otherwise: texts and dates, the action plan, the strengths, the notes. Not what it says. */
export function otherChanges(sides: { old: ComparedReview; new: ComparedReview }): OtherChange[] {
  const answers = fieldsOfBoth(sides)
    .filter((asked) => asked.old && !isMeasure(asked) && !comparedElsewhere.includes(asked.field.kind))
    .flatMap((asked): OtherChange[] => {
      const before = comparableAnswer(effectiveAnswer(sides.old.review, asked.old), undefined);
      const after = comparableAnswer(effectiveAnswer(sides.new.review, asked.field), undefined);
      if (before === after) return [];
      return [{ page: asked.page, name: fieldTitle(asked), ...onlyIn(before !== '', after !== '') }];
    });
  return [...answers, ...listChanges(sides), ...noteChanges(sides)];
}

const onlyIn = (old: boolean, now: boolean): Pick<OtherChange, 'only'> =>
  old === now ? {} : { only: old ? 'old' : 'new' };

function listChanges(sides: { old: ComparedReview; new: ComparedReview }): OtherChange[] {
  const { template } = sides.new;
  return Object.values(template.lists).flatMap((list): OtherChange[] => {
    if (!sides.old.template.lists[list.id]) return [];
    const [before, after] = [sides.old, sides.new].map(({ review }) => review.items[list.id] ?? []);
    if (!before || !after || JSON.stringify(before.map(keyOf)) === JSON.stringify(after.map(keyOf)))
      return [];
    const page = template.pages.find(({ id }) => id === list.page)?.title ?? '';
    const only = onlyIn(before.length > 0, after.length > 0);
    return [{ page, name: list.title, ...only, old: before.length, new: after.length }];
  });
}

const keyOf = ({ answers }: Item): string[] =>
  Object.keys(answers)
    .toSorted()
    .map((id) => `${id} ${comparableAnswer(answers[id], undefined)}`);

function noteChanges(sides: { old: ComparedReview; new: ComparedReview }): OtherChange[] {
  const { pages, sections } = sides.new.template;
  return sections.flatMap((section): OtherChange[] => {
    const [before, after] = [sides.old, sides.new].map(
      ({ review }) => review.notes[section.id]?.trim() ?? '',
    );
    if (before === after) return [];
    const page = pages.find(({ id }) => id === section.page)?.title ?? '';
    return [{ page, name: 'notes', ...onlyIn(before !== '', after !== '') }];
  });
}

/** What only one of the two templates asks for, by name; empty for two reviews of one template. */
export function notCompared(sides: { old: ComparedReview; new: ComparedReview }): {
  old: string[];
  new: string[];
} {
  const only = (one: ComparedReview, other: ComparedReview): string[] => [
    ...singleFieldsOf(one.template)
      .filter(({ field }) => other.template.fields[field.id]?.kind !== field.kind)
      .map(fieldTitle),
    ...Object.values(one.template.lists)
      .filter(({ id }) => !other.template.lists[id])
      .map(({ title }) => title),
  ];
  return { old: only(sides.old, sides.new), new: only(sides.new, sides.old) };
}
