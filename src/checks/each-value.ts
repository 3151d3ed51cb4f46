import type { Field } from '../fields/field.ts';
import type { Answer, Value } from '../fields/value.ts';
import { memo } from '../memo.ts';
import { memoEach } from '../memo-each.ts';
import type { FieldRef, Issue, Item, Review } from '../review/review.ts';
import type { ListBlock, Template } from '../template/template.ts';
import type { CheckInput, ProblemAt } from './check.ts';

/** A value with the field that holds it. */
export interface HeldValue {
  template: Template;
  /** Of an issue's field: the issue. */
  issue: Issue | null;
  place: FieldRef;
  field: Field;
  value: Value;
}

/** What is said of a value, and where that stands. */
type Placed<Said> = Said & { place: FieldRef };

type Fields = Partial<Record<string, Field>>;
type Answers = Partial<Record<string, Answer>>;

/**
 * A search that looks at each value by itself. Reviews share what did not change: after a key only one issue or item is
 * searched anew.
 * @param isOf the fields whose values it looks at: there may be a hundred thousand issues
 */
export function findInValues<Said extends object = Omit<ProblemAt, 'place'>>(
  isOf: (field: Field, template: Template) => boolean,
  look: (held: HeldValue) => Said | null,
): ValueSearch<Said> {
  const fieldsOf = memo((fields: Fields, template: Template) =>
    Object.entries(fields).filter((one): one is [string, Field] => !!one[1] && isOf(one[1], template)),
  );
  const search = (
    template: Template,
    fields: Fields,
    answers: Answers,
    placeOf: (id: string) => FieldRef,
    issue: Issue | null,
  ): readonly Placed<Said>[] => {
    let found: Placed<Said>[] | null = null;
    for (const [id, field] of fieldsOf(fields, template)) {
      const answer = answers[id];
      if (!answer || !('value' in answer)) continue;
      const place = placeOf(id);
      const one = look({ template, issue, place, field, value: answer.value });
      if (one) found = [...(found ?? []), { ...one, place }];
    }
    return found ?? none;
  };
  const once = memo((answers: Review['answers'], template: Template) =>
    search(template, template.fields, answers, (field) => ({ field }), null),
  );
  const inIssues = memo((template: Template) =>
    memoEach((issue: Issue) => {
      const place = (field: string) => ({ issue: issue.id, field: field as keyof Issue['answers'] });
      const answers = issue.answers as Answers;
      return search(template, template.issues[issue.severity]?.fields ?? noFields, answers, place, issue);
    }),
  );
  const inItems = memo((list: ListBlock, template: Template) =>
    memoEach((item: Item) =>
      search(template, list.fields, item.answers, (field) => ({ list: list.id, item: item.id, field }), null),
    ),
  );
  const find = ({ template, review }: Searched) => [
    ...once(review.answers, template),
    ...inIssues(template)(review.issues),
    ...Object.values(template.lists).flatMap((list) =>
      inItems(list, template)(review.items[list.id] ?? none),
    ),
  ];
  return Object.assign(find, {
    ahead: (most: number, { template, review }: Searched) => inIssues(template).ahead(most, review.issues),
  });
}

type Searched = Pick<CheckInput, 'template' | 'review'>;

interface ValueSearch<Said> {
  (subject: Searched): readonly Placed<Said>[];
  ahead(most: number, subject: Searched): boolean;
}

const none: never[] = [];
const noFields: Fields = {};
