import type { Failure } from '../../failure.ts';
import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { Answer } from '../../fields/value.ts';
import type { Template } from '../../template/template.ts';
import type { Draft } from './draft.ts';

/**
 * Answers whose values are of another kind than their fields, e.g. a list where the template asks for a date.
 * Nothing else takes such values: what comes from a file goes through here first. An answer to a field that the
 * template does not have is no problem.
 */
export function misfits(template: Template, draft: Draft, where: string): Failure[] {
  const { answers, items } = draft.review;
  const ofItems = Object.entries(items).flatMap(([list, all]) =>
    all.flatMap((item, index) =>
      wrongAnswers(template.lists[list]?.fields ?? {}, item.answers, `${list}[${index}].answers`).map(
        (path) => `items.${path}`,
      ),
    ),
  );
  const paths = [...wrongAnswers(template.fields, answers, 'answers'), ...ofItems];
  return paths.map((path) => ({
    where: `${where}: review.${path}`,
    what: 'is not of the kind that the template asks for there',
    remedy: `correct the file: "sanctum-review template show" prints the template "${template.name}"`,
  }));
}

/** Whether an answer can stand in a template's field of that name. */
export function isAnswerOf(
  fields: Record<string, Field>,
  id: string,
  answer: Answer,
): 'fits' | 'misfits' | 'no field' {
  const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!field) return 'no field';
  if (!('value' in answer)) return 'fits';
  return kinds[field.kind].schema.safeParse(answer.value).success ? 'fits' : 'misfits';
}

function wrongAnswers(fields: Record<string, Field>, answers: Record<string, Answer>, at: string): string[] {
  return Object.entries(answers).flatMap(([id, answer]) =>
    isAnswerOf(fields, id, answer) === 'misfits' ? [`${at}.${id}.value`] : [],
  );
}
