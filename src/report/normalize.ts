import type { Field } from '../fields/field.ts';
import { type IssueField, inOrder } from '../fields/issue.ts';
import { kinds } from '../fields/kinds.ts';
import type { Answer } from '../fields/value.ts';
import type { Issue, Item, Override, Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { cleanAnswer, cleanText, isDefault } from './answer-text.ts';
import { linked, namesIn } from './issue-links.ts';
import { normalizedOverrides } from './overrides.ts';

/**
 * The one review of all those that print the same report: without answers that are empty or say just what the
 * template says by itself, each value in its kind's settled form, items and issues named `i1`, `i2`, … in their
 * order. `readReport(template, render(template, review)).review` equals `normalize(template, review)`.
 * @param settle what settles an issue, where that is remembered
 */
export function normalize(template: Template, review: Review, settle = normalizedIssue): Review {
  const answers: Record<string, Answer> = {};
  const items: Record<string, Item[]> = {};
  const notes: Record<string, string> = {};
  let count = 0;
  const newId = () => `i${++count}`;
  const severitiesInOrder = template.sections.flatMap((section) => section.severity ?? []);
  const issues = severitiesInOrder.flatMap((severity) => {
    const block = template.issues[severity];
    const own = block ? review.issues.filter((issue) => issue.severity === severity) : [];
    return own.map((issue) => settle(issue, block?.fields ?? {}));
  });
  /** The new ids: of issues by their old ones, of items by their lists and old ones. */
  const named = new Map<string, string>();
  for (const issue of issues) named.set(issue.id, newId());
  const names = namesIn(template, review.issues);
  for (const section of template.sections) {
    const list = section.list === undefined ? undefined : template.lists[section.list];
    if (!list) continue;
    const own = (review.items[list.id] ?? []).flatMap((given): Item[] => {
      const item = linked(template, list, given, names);
      const about = (item.issues ?? []).flatMap((id) => named.get(id) ?? []);
      const answers = normalizedAnswers(item.answers, list.fields);
      if (about.length > 0) return [{ id: given.id, answers, issues: about }];
      return Object.keys(answers).length > 0 ? [{ id: given.id, answers }] : [];
    });
    if (own.length > 0)
      items[list.id] = own.map((item) => {
        const id = newId();
        named.set(`${list.id}/${item.id}`, id);
        return { ...item, id };
      });
    const none = review.answers[list.id];
    if (none && 'notApplicable' in none && (review.items[list.id] ?? []).length === 0)
      answers[list.id] = cleanAnswer(none);
  }
  Object.assign(answers, normalizedAnswers(review.answers, template.fields));
  for (const section of template.sections) {
    const note = review.notes[section.id];
    if (note !== undefined && cleanText(note).trim() !== '') notes[section.id] = cleanText(note);
  }
  const overrides = normalizedOverrides(review.overrides ?? [], (place) => placeIn(named, place));
  return {
    answers,
    issues: issues.map((issue) => ({ ...issue, id: named.get(issue.id) ?? issue.id })),
    items,
    notes,
    ...(overrides.length > 0 ? { overrides } : {}),
  };
}

/** A place with the new ids; null when there is nothing there any more. */
function placeIn(ids: Map<string, string>, place: Override['place']): Override['place'] | null {
  if ('issue' in place) {
    const issue = ids.get(place.issue);
    return issue === undefined ? null : { ...place, issue };
  }
  if (!('list' in place)) return place;
  const item = ids.get(`${place.list}/${place.item}`);
  return item === undefined ? null : { ...place, item };
}

/** One issue so settled, under the id that it has. */
export function normalizedIssue(issue: Issue, fields: Partial<Record<IssueField, Field>>): Issue {
  const answers = normalizedAnswers(issue.answers as Record<string, Answer>, fields);
  const text = cleanText(issue.note ?? '');
  const note = text.trim() === '' ? {} : { note: text };
  return { id: issue.id, severity: issue.severity, answers: inOrder(answers), ...note };
}

function normalizedAnswers(
  answers: Record<string, Answer>,
  fields: Partial<Record<string, Field>>,
): Record<string, Answer> {
  const result: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(answers)) {
    const field = fields[id];
    const settled = field && normalizedAnswer(field, answer);
    if (settled) result[id] = settled;
  }
  return result;
}

function normalizedAnswer(field: Field, given: Answer): Answer | undefined {
  const answer = cleanAnswer(given);
  if ('notApplicable' in answer) return answer;
  const kind = kinds[field.kind];
  if (kind.isEmpty(answer.value)) return undefined;
  const value = kind.settle(answer.value, field);
  if (kind.isEmpty(value)) return undefined;
  const sample =
    typeof value === 'string' &&
    field.place === 'block' &&
    value === field.placeholder &&
    !value.startsWith('[');
  return isDefault(field, value) || sample ? undefined : { value };
}
