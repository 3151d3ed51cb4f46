import type { Field } from '../../fields/field.ts';
import { severities } from '../../fields/issue.ts';
import { templateItems } from '../../fields/kinds/checklist.ts';
import { kinds } from '../../fields/kinds.ts';
import type { Answer, Value } from '../../fields/value.ts';
import type { Issue, Review } from '../../review/review.ts';
import { address } from '../../template/address.ts';
import type { Template } from '../../template/template.ts';

/** A way to answer fields. */
type Way = (field: Field) => Answer | undefined;

/**
 * Reviews that answer every field in several ways, none and "not applicable" among them.
 * @param answers which places are answered, by their address
 */
export function madeUp(template: Template, answers: (place: string) => boolean): Review[] {
  const all = [
    ...Object.values(template.fields),
    ...Object.values(template.lists).flatMap((list) => Object.values(list.fields)),
    ...Object.values(template.issues).flatMap((block) => Object.values(block.fields)),
  ];
  const turns = Math.max(2, ...all.map((field) => (field.kind === 'one-of' ? optionsOf(field).length : 0)));
  const unanswered: Way = () => undefined;
  const ways: Way[] = [
    unanswered,
    () => ({ notApplicable: '' }),
    (field) => ({ notApplicable: `no ${field.id}` }),
    (field) => madeUpAnswer(field, `${field.id} - a, b: (c) / d e`, -1),
    (field) => madeUpAnswer(field, `${field.id}\n\nand more\n`, -2),
    ...Array.from(
      { length: turns },
      (_, turn): Way =>
        (field) =>
          madeUpAnswer(field, field.id, turn),
    ),
  ];
  const reviewOf = (way: Way, count: number) => new Maker(template, way, answers).review(count);
  return [reviewOf(unanswered, 0), ...ways.map((way) => reviewOf(way, 2))];
}

class Maker {
  private readonly template: Template;
  private readonly way: Way;
  private readonly takes: (place: string) => boolean;

  constructor(template: Template, way: Way, takes: (place: string) => boolean) {
    this.template = template;
    this.way = way;
    this.takes = takes;
  }

  /** @param count how many there are of each that repeats */
  review(count: number): Review {
    const { fields, issues, lists } = this.template;
    const times = Array.from({ length: count }, (_, index) => index);
    const made: Issue[] = severities.flatMap((severity) => {
      const block = issues[severity];
      if (!block) return [];
      const answers = this.answers(block.fields, (field) => address.issues(severity, field));
      return times.map((index): Issue => ({ id: `${severity}${index}`, severity, answers }));
    });
    const about = made.filter((_, index) => index % 3 === 0).map(({ id }) => id);
    return {
      answers: this.answers(fields, (field) => field),
      issues: made,
      items: Object.fromEntries(
        Object.values(lists).map((list) => {
          const answers = this.answers(list.fields, (field) => address.items(list.id, field));
          const links = this.takes(address.items(list.id)) ? { issues: about } : {};
          return [list.id, times.map((index) => ({ id: `${list.id}${index}`, answers, ...links }))];
        }),
      ),
      notes: {},
    };
  }

  private answers(fields: Record<string, Field>, place: (field: string) => string): Record<string, Answer> {
    const given = Object.values(fields).flatMap((field) => {
      const answer = this.takes(place(field.id)) ? this.way(field) : undefined;
      return answer ? [[field.id, answer] as const] : [];
    });
    return Object.fromEntries(given);
  }
}

const optionsOf = (field: Field): string[] => field.options ?? [];

/** An answer of a field: one of its options, all of them, or the words; in the first shape that its kind takes. */
function madeUpAnswer(field: Field, words: string, turn: number): Answer | undefined {
  const options = optionsOf(field);
  const option = options[Math.abs(turn) % options.length];
  const shapes: Value[] = [
    field.kind === 'one-of' || turn >= 0 ? (option ?? words) : words,
    turn > 0 && options.length > 1 ? options : turn === 0 ? [words] : [words, `${words} too`],
    { text: words, language: 'sh' },
    templateItems(field).map((item, index) => ({ ...item, done: index % 2 === Math.abs(turn) % 2 })),
  ];
  const kind = kinds[field.kind];
  const value = shapes.find((shape) => kind.schema.safeParse(shape).success);
  return value === undefined ? undefined : { value };
}
