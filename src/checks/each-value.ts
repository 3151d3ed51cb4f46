import type { Field } from '../fields/field.ts';
import type { Answer, Value } from '../fields/value.ts';
import type { FieldRef, Issue } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { CheckInput, ProblemAt } from './check.ts';

/** A value with the field that holds it. */
export interface HeldValue {
  template: Template;
  /** Of an issue's field: the issue. */
  issue?: Issue;
  place: FieldRef;
  field: Field;
  value: Value;
}

/** What is said of a value, and where that stands. */
type Placed<Said> = Said & { place: FieldRef };

/**
 * A search that looks at each value by itself. Reviews share what did not change: what was found in an issue or an
 * item is remembered, so that after a key only one is searched anew.
 */
export function findInValues<Said extends object = Omit<ProblemAt, 'place'>>(
  look: (held: HeldValue) => Said | null,
): (subject: CheckInput) => Placed<Said>[] {
  const known = new WeakMap<object, { template: Template; found: Placed<Said>[] }>();
  return ({ template, review }) => {
    const all: Placed<Said>[] = [];
    const search = (
      holder: object,
      fields: Partial<Record<string, Field>> | undefined,
      answers: Partial<Record<string, Answer>>,
      placeOf: (id: string) => FieldRef,
      issue?: Issue,
    ) => {
      let hit = known.get(holder);
      if (hit?.template !== template) {
        const found = Object.entries(fields ?? {}).flatMap(([id, field]): Placed<Said>[] => {
          const answer = answers[id];
          if (!field || !answer || !('value' in answer)) return [];
          const place = placeOf(id);
          const one = look({ template, place, field, value: answer.value, ...(issue ? { issue } : {}) });
          return one ? [{ ...one, place }] : [];
        });
        hit = { template, found };
        known.set(holder, hit);
      }
      for (const one of hit.found) all.push(one);
    };
    search(review.answers, template.fields, review.answers, (field) => ({ field }));
    for (const issue of review.issues) {
      const place = (field: string) => ({ issue: issue.id, field: field as keyof Issue['answers'] });
      const answers = issue.answers as Partial<Record<string, Answer>>;
      search(issue, template.issues[issue.severity]?.fields, answers, place, issue);
    }
    for (const list of Object.values(template.lists))
      for (const item of review.items[list.id] ?? [])
        search(item, list.fields, item.answers, (field) => ({ list: list.id, item: item.id, field }));
    return all;
  };
}
