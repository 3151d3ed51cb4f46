import { isDeepStrictEqual } from 'node:util';
import { done, failed, type Result } from '../problem.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { readReport } from './read.ts';
import { settle } from './settle.ts';
import { render } from './write.ts';

/**
 * The report of a review, read back and compared with it first. A report that would not come back is a mistake of
 * this program, and is not given out for a file.
 */
export function provenReport(template: Template, review: Review): Result<string> {
  const text = render(template, review);
  const expected = settle(template, review);
  const back = readReport(template, text).review;
  if (isDeepStrictEqual(back, expected)) return done(text);
  return failed({
    where: placesThatDiffer(back, expected).join(', '),
    what: 'what is answered there would not be read back from the report the same, so it was not written',
    remedy: 'change the answer a little, and tell the makers of sanctum-review; the draft is safe',
  });
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
  ];
}
