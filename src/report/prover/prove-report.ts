import { isDeepStrictEqual } from 'node:util';
import { done, failed, type Result } from '../../failure.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { normalize } from '../normalize.ts';
import { readReport } from '../read.ts';
import { render } from '../writer/render.ts';

/**
 * The report of a review, read back and compared with it first. A report that would not come back is a mistake of
 * this program, and is not given out for a file.
 */
export function provenReport(template: Template, review: Review): Result<string> {
  const homeless = withoutRoom(template, review);
  if (homeless.length > 0) {
    return failed({
      where: homeless.join(', '),
      what: `the template "${template.name}" has no place for what is answered there, so the report was not written`,
      remedy: 'take those answers back, or open the draft with the template that it was made with',
    });
  }
  const text = render(template, review);
  const expected = normalize(template, review);
  const back = readReport(template, text).review;
  if (isDeepStrictEqual(back, expected)) return done(text);
  return failed({
    where: placesThatDiffer(back, expected).join(', '),
    what: 'what is answered there would not be read back from the report the same, so it was not written',
    remedy: 'change the answer a little, and tell the makers of sanctum-review; the draft is safe',
  });
}

/** What a review holds and the template prints nowhere: fields, lists, severities, notes of sections. */
function withoutRoom(template: Template, review: Review): string[] {
  const answers = Object.keys(review.answers).filter(
    (id) => !(id in template.fields) && !(id in template.lists),
  );
  const issues = review.issues.flatMap((issue) => {
    const fields = template.issues[issue.severity]?.fields;
    if (!fields) return [`the ${issue.severity} issues`];
    return Object.keys(issue.answers)
      .filter((id) => !(id in fields))
      .map((id) => `${id} of a ${issue.severity} issue`);
  });
  const lists = Object.keys(review.items).filter((id) => !(id in template.lists));
  const sections = new Set(template.sections.map((section) => section.id));
  const notes = Object.keys(review.notes)
    .filter((id) => !sections.has(id))
    .map((id) => `notes of ${id}`);
  return [...new Set([...answers, ...issues, ...lists, ...notes])];
}

/** Where two reviews differ: ids of fields, of lists, of sections with notes, numbers of issues. */
function placesThatDiffer(one: Review, other: Review): string[] {
  const differing = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !isDeepStrictEqual(a[key], b[key]));
  const issues = (review: Review) =>
    Object.fromEntries(review.issues.map((issue, at) => [`issue ${at + 1}`, issue]));
  return [
    ...differing(one.answers, other.answers),
    ...differing(issues(one), issues(other)),
    ...differing(one.items, other.items),
    ...differing(one.notes, other.notes).map((section) => `notes of ${section}`),
    ...(isDeepStrictEqual(one.overrides, other.overrides) ? [] : ['the overridden checks']),
  ];
}
