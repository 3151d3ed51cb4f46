import type { Field } from '../../../fields/field.ts';
import type { Value } from '../../../fields/value.ts';
import { memoEach } from '../../../memo-each.ts';
import { deltaSectionOf } from '../../../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../../../review/previous/derived-words.ts';
import type { Issue } from '../../../review/review.ts';
import type { Check, CheckInput, ProblemAt } from '../../check.ts';
import { findInValues } from '../../each-value.ts';
import { issueNumbersIn } from '../../issue-mentions.ts';
import { named } from '../../names-in-words.ts';

/** What is said of issues that are not in the report: one was deleted, or has another number since. */
export const issueUnknown: Check = {
  id: 'issue-unknown',
  level: 'warning',
  ahead: (most, subject) => numbersIn.ahead(most, subject),
  find: (subject) => {
    const said = [...numbersIn(subject), ...inNotes(subject)].filter(({ numbers }) => numbers.length > 0);
    if (said.length === 0) return [];
    const there = new Set([...subject.names.values(), ...earlierNumbers(subject)]);
    return said.flatMap(({ place, label, numbers }) =>
      told(
        place,
        label,
        numbers.filter((number) => !there.has(number)),
      ),
    );
  },
};

/** Where a report follows an earlier one, that one's numbers may be meant anywhere in it. */
function earlierNumbers({ template, review }: CheckInput): string[] {
  const delta = deltaSectionOf(template);
  return delta
    ? (review.items[delta.list.id] ?? []).map(
        (item) => previousIssueName(template, itemText(delta.list, item)).name,
      )
    : [];
}

function told(place: ProblemAt['place'], label: string, numbers: string[]): ProblemAt[] {
  if (numbers.length === 0) return [];
  const they = numbers.length === 1 ? 'issue has that number' : 'issues have those numbers';
  const message = `${label} names ${named(numbers)}, but no ${they} in this report`;
  return [{ place, message, advice: 'write its present number, or its title' }];
}

const isProse = ({ kind, suggest }: Field): boolean =>
  kind !== 'code' && kind !== 'location' && suggest !== 'previous-review';

const numbersIn = findInValues(isProse, ({ template, place, field, value }) => {
  const delta = deltaSectionOf(template);
  if ('list' in place && place.list === delta?.list.id) return null;
  if ([delta?.review, delta?.verdict].includes(field)) return null;
  const numbers = [...new Set(textsOf(value).flatMap((text) => issueNumbersIn(template, text)))];
  return numbers.length === 0 ? null : { label: field.label || field.hint || field.id, numbers };
});

function textsOf(value: Value): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : one.text)) : [];
}

const notedIn = memoEach((issue: Issue) => (issue.note ? [issue] : []));

/** Lines of a read report that fit no field: in a section's notes, and in those of an issue. */
function inNotes({ template, review, names }: CheckInput) {
  const delta = deltaSectionOf(template)?.list.page;
  const said = (text: string | undefined) => [...new Set(issueNumbersIn(template, text ?? ''))];
  return [
    ...template.sections
      .filter(({ page }) => page !== delta)
      .map(({ page, id, heading }) => ({
        place: { page },
        label: `A note of ${heading}`,
        numbers: said(review.notes[id]),
      })),
    ...notedIn(review.issues).map(({ id, note }) => ({
      place: { issue: id },
      label: `A note of ${names.get(id)}`,
      numbers: said(note),
    })),
  ];
}
