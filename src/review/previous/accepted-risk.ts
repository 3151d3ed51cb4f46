import type { Field } from '../../fields/field.ts';
import { type IssueField, issueKinds, type Severity, severities } from '../../fields/issue.ts';
import { isEmpty, kinds } from '../../fields/kinds.ts';
import type { Answer, Value } from '../../fields/value.ts';
import type { Template } from '../../template/template.ts';
import type { Issue, Item } from '../review.ts';
import type { DeltaSection } from './delta-section.ts';
import { itemText, previousIssueName } from './derived-words.ts';

/*
 * An issue that is accepted as a risk is none of the open ones: what it says is kept in its item of the delta, so
 * that the next review has it, also when it has only the report.
 */

/** What an item keeps of an issue, by the item's fields. */
export function keptAnswers({ kept }: DeltaSection, issue: Issue): Record<string, Answer> {
  const all = [...kept].flatMap(([id, field]) => {
    const answer = id === 'description' ? withNote(issue) : issue.answers[id];
    const taken = answer && converted(answer, field);
    return taken ? [[field.id, taken] as const] : [];
  });
  return Object.fromEntries(all);
}

/** Lines of a report that fitted no field of the issue go with its description. */
function withNote({ answers: { description }, note }: Issue): Answer | undefined {
  if (!note) return description;
  const said = description && 'value' in description ? description.value : '';
  return { value: [said, note].filter((text) => text !== '').join('\n\n') };
}

/** The issue that an item keeps, with that id. */
export function issueOfItem(template: Template, delta: DeltaSection, item: Item, id: string): Issue {
  const { severity, title } = previousIssueName(template, itemText(delta.list, item));
  const fields = [...delta.kept].flatMap(([name, field]) => {
    const answer = item.answers[field.id];
    const block = template.issues[severity ?? 'critical']?.fields[name];
    const taken = answer && converted(answer, { ...(block ?? field), kind: issueKinds[name] });
    return taken ? [[name, taken] as const] : [];
  });
  const named: [IssueField, Answer][] = title === '' ? [] : [['title', { value: title }]];
  return {
    id,
    severity: roomFor(template, severity ?? 'high'),
    answers: Object.fromEntries([...named, ...fields]) as Issue['answers'],
  };
}

/** The severity, or where the template has no place for it, the nearest above or else below that has one. */
export function roomFor(template: Template, severity: Severity): Severity {
  const at = severities.indexOf(severity);
  const near = [...severities.slice(0, at + 1).reverse(), ...severities.slice(at + 1)];
  return near.find((one) => template.issues[one]) ?? severity;
}

/** The answer as another field holds it: code as its fence, and back. Nothing where that has no room for it. */
function converted(answer: Answer, field: Field): Answer | undefined {
  if ('notApplicable' in answer) return answer;
  const { schema } = kinds[field.kind];
  const fits = (value: Value | null) => value !== null && schema.safeParse(value).success;
  const { value } = answer;
  const shapes: (Value | null)[] = [value];
  if (typeof value === 'string') {
    shapes.push(kinds.code.read(`\n${value}`, field).value, [value]);
  } else if (Array.isArray(value)) {
    shapes.push(value.map((one) => (typeof one === 'string' ? one : one.text)).join('\n'));
  } else shapes.push(kinds.code.write(value, field, () => false));
  const taken = shapes.find(fits);
  return taken === undefined || taken === null || isEmpty(field, taken) ? undefined : { value: taken };
}
