import { isDeepStrictEqual } from 'node:util';
import type { Steps } from '../files/steps.ts';
import { memo, memoLast } from '../memo.ts';
import { memoEach, steady } from '../memo-each.ts';
import { issueNames, nameAhead, namedIssues } from '../review/issue-names.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Check, CheckInput, ProblemAt } from './check.ts';
import type { Facts } from './facts.ts';
import { levels, type Problem, withReasons } from './problem.ts';
import { checks } from './registry.ts';
import { rolesOf } from './roles.ts';
import { maskSecrets, secretsStillIn } from './rules/secret.ts';

/**
 * What the checks find in a review: errors, warnings, hints, each in the order of the pages. What the facts tell to be
 * a secret is in no problem's words. Never throws. Of a review that shares most with the last one only what changed is
 * looked at, and the very same array is given while nothing else is found.
 * @param which all of them, unless told otherwise
 */
export function runChecks(
  template: Template,
  given: Review,
  facts: Facts,
  which: readonly Check[] = checks,
): readonly Problem[] {
  const secrets = secretsStillIn(given, facts.secrets ?? []);
  const review = maskSecrets(given, secrets);
  const facing = (own: Review): CheckInput => checkInput(template, own, { ...facts, secrets });
  const subject = facing(review);
  const find = (check: Check) =>
    secrets.length === 0 ? check.find(subject) : actingOn(check.find(subject), check.find(facing(given)));
  const found = which.map((check) => {
    const { said, toProblems } = problemsOf(check);
    return toProblems(said(find(check)), template, subject.names);
  });
  return withReasons(review, inOrder(template)(...found));
}

/** Milliseconds of a step, and how many issues a check looks at before the clock is looked at. */
const step = { time: 3, issues: 20 };

/** Looks ahead in steps at what the checks see, in each issue by itself first: `runChecks` needs a moment only then. */
export function* lookAhead(template: Template, review: Review, facts: Facts): Steps<void> {
  yield* shortSteps(() => nameAhead(template, review));
  const subject = checkInput(template, review, facts);
  for (const check of checks) yield* shortSteps(() => check.ahead?.(step.issues, subject) ?? true);
  for (const check of checks) {
    const { said, toProblems } = problemsOf(check);
    const all = said(check.find(subject));
    yield* shortSteps(() => toProblems.ahead(step.issues, all, template, subject.names));
  }
}

/** Does a bit of some work after the other until it says that there is no more, in steps by the clock. */
function* shortSteps(work: () => boolean): Steps<void> {
  for (let begun = performance.now(); !work(); ) {
    if (performance.now() - begun < step.time) continue;
    yield null;
    begun = performance.now();
  }
  yield null;
}

/** What makes problems of what a check says: the same ones as before where it says the same. */
const problemsOf = memo((check: Check) => {
  const said = steady<ProblemAt>();
  const toProblems = memoEach((one: ProblemAt, template: Template, names: CheckInput['names']) => {
    const { place, level = check.level, message, ...rest } = one;
    const page = pageOf(template, names, place);
    const address = 'page' in place ? null : place;
    return [{ id: check.id, level, page, place: address, message: oneLine(message), ...rest }];
  });
  return { said, toProblems };
});

/** A review with what the checks need to know of its template and issues. */
export const checkInput = (template: Template, review: Review, facts: Facts): CheckInput => ({
  template,
  review,
  facts,
  roles: rolesOf(template),
  names: issueNames(template, review),
  issues: namedIssues(template, review),
});

/** What is found where secrets are masked, with what mends it where they are not: a mask is in no answer. */
function actingOn(masked: readonly ProblemAt[], given: readonly ProblemAt[]): readonly ProblemAt[] {
  return masked.map((one, index) => {
    const other = given[index];
    if (one === other || !one.fix || !other?.fix || given.length !== masked.length) return one;
    if (!isDeepStrictEqual(other.place, one.place)) return one;
    return { ...one, fix: { ...one.fix, actions: other.fix.actions } };
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Brings what several checks found into one order; the very same array while all of theirs are. */
const inOrder = memo((template: Template) => {
  const rankOf = ranks(template);
  const byRank = memo((found: readonly Problem[]) => Map.groupBy(found, rankOf));
  return memoLast((_: readonly Problem[] | null, ...found: (readonly Problem[])[]): readonly Problem[] => {
    const groups = found.map(byRank);
    const all = [...new Set(groups.flatMap((one) => [...one.keys()]))].sort((one, other) => one - other);
    return all.flatMap((rank) => groups.flatMap((one) => one.get(rank) ?? []));
  });
});

/** Sorts by level, then by page, then by the fields that stand once on it. */
function ranks({ pages }: Template): (problem: Problem) => number {
  const order = new Map(pages.map((page, index) => [page.id, { at: index * 1000, fields: page.fields }]));
  return ({ level, page, place }) => {
    const { at, fields } = order.get(page) ?? { at: 0, fields: [] };
    const once = place && !('issue' in place) && !('list' in place) ? fields.indexOf(place.field) : 0;
    return levels.indexOf(level) * 1e6 + at + once;
  };
}

function pageOf(template: Template, names: CheckInput['names'], place: ProblemAt['place']): string {
  if ('page' in place) return place.page;
  if ('issue' in place) return pagesOf(template).ofIssue(names.get(place.issue) ?? '');
  if ('list' in place) return template.lists[place.list]?.page ?? '';
  return pagesOf(template).ofField.get(place.field) ?? '';
}

const pagesOf = memo(({ pages, issues }: Template) => {
  const ofWord = new Map(Object.values(issues).map(({ word, page }) => [word, page]));
  return {
    ofField: new Map(pages.flatMap((page) => page.fields.map((field) => [field, page.id] as const))),
    /** By an issue's name, which begins with the word of its severity. */
    ofIssue: (name: string) => ofWord.get(name.slice(0, name.lastIndexOf('-'))) ?? '',
  };
});
