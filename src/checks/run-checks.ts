import { isDeepStrictEqual } from 'node:util';
import { issueNames } from '../review/issue-names.ts';
import { issueById, type Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Check, CheckInput, ProblemAt } from './check.ts';
import type { Facts } from './facts.ts';
import { levels, type Problem, withReasons } from './problem.ts';
import { checks } from './registry.ts';
import { rolesOf } from './roles.ts';
import { maskSecrets, secretsStillIn } from './rules/secret.ts';

/**
 * What the checks find in a review: errors, warnings, hints, each in the order of the pages. What the facts tell to be
 * a secret is in no problem's words. Never throws.
 * @param which all of them, unless told otherwise
 */
export function runChecks(template: Template, given: Review, facts: Facts, which = checks): Problem[] {
  const secrets = secretsStillIn(given, facts.secrets ?? []);
  const review = maskSecrets(given, secrets);
  const facing = (own: Review): CheckInput => checkInput(template, own, { ...facts, secrets });
  const subject = facing(review);
  const find = (check: Check) =>
    secrets.length === 0 ? check.find(subject) : actingOn(check.find(subject), check.find(facing(given)));
  const pageOf = pagesOf(subject);
  const found = which.flatMap((check) =>
    find(check).map((one): Problem => {
      const { id, level } = check;
      const page = pageOf(one.place);
      const hit = known.get(one);
      if (hit?.page === page) return hit;
      const { place, level: own = level, message, ...rest } = one;
      const address = 'page' in place ? null : place;
      const problem = { id, level: own, page, place: address, message: oneLine(message), ...rest };
      known.set(one, problem);
      return problem;
    }),
  );
  const rankOf = ranks(template);
  const sorted = found
    .map((problem) => ({ problem, rank: rankOf(problem) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ problem }) => problem);
  return withReasons(review, sorted);
}

/** A review with what the checks need to know of its template and issues. */
export const checkInput = (template: Template, review: Review, facts: Facts): CheckInput => ({
  template,
  review,
  facts,
  roles: rolesOf(template),
  names: issueNames(template, review),
});

/** What is found where secrets are masked, with what mends it where they are not: a mask is in no answer. */
function actingOn(masked: ProblemAt[], given: ProblemAt[]): ProblemAt[] {
  return masked.map(({ fix, ...one }, index) => {
    const other = given[index];
    const same = given.length === masked.length && isDeepStrictEqual(other?.place, one.place);
    return fix && same && other?.fix ? { ...one, fix: { ...fix, actions: other.fix.actions } } : one;
  });
}

/** What checks remember is the same problem as before. */
const known = new WeakMap<ProblemAt, Problem>();

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Sorts by level, then by page, then by the fields that stand once on it. */
function ranks({ pages }: Template): (problem: Problem) => number {
  const order = new Map(pages.map((page, index) => [page.id, { at: index * 1000, fields: page.fields }]));
  return ({ level, page, place }) => {
    const { at, fields } = order.get(page) ?? { at: 0, fields: [] };
    const once = place && !('issue' in place) && !('list' in place) ? fields.indexOf(place.field) : 0;
    return levels.indexOf(level) * 1e6 + at + once;
  };
}

function pagesOf({ template, review }: CheckInput): (place: ProblemAt['place']) => string {
  const fields = new Map(
    template.pages.flatMap((page) => page.fields.map((field) => [field, page.id] as const)),
  );
  return (place) => {
    if ('page' in place) return place.page;
    if ('issue' in place) {
      const severity = issueById(review, place.issue)?.severity;
      return (severity && template.issues[severity]?.page) ?? '';
    }
    if ('list' in place) return template.lists[place.list]?.page ?? '';
    return fields.get(place.field) ?? '';
  };
}
