import { isDeepStrictEqual } from 'node:util';
import type { Form } from '../../../checks/facts.ts';
import type { Problem } from '../../../checks/problem.ts';
import { countProblems } from '../../../checks/problem-groups.ts';
import { lookAhead, runChecks } from '../../../checks/run-checks.ts';
import type { Steps } from '../../../files/steps.ts';
import { memo, memoLast } from '../../../memo.ts';
import { localDate } from '../../../repository/suggestions.ts';
import { type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { focusKey, formKey } from './focus.ts';
import type { External, State } from './state.ts';

const found = memo(
  (
    review: Review,
    template: Template,
    external: External,
    today: string,
    editing: Form | undefined,
  ): readonly Problem[] => runChecks(template, review, { today, editing, ...external }),
);

/** The form that is open: what it lacks is not a problem yet, unless a problem led there. */
const editedForm = ({ open, judged }: Pick<State, 'open' | 'judged'>): Form | undefined =>
  open && formKey(open) !== judged ? open : undefined;

/** The day where the reviewer is, as YYYY-MM-DD. */
export const todayOf = ({ now }: Pick<State, 'now'>): string => localDate(new Date(now));

/** The problems of the review as it is now, found once for each state of the review. */
export const problemsFor = (
  state: Pick<State, 'template' | 'history' | 'now' | 'external' | 'open' | 'judged'>,
): readonly Problem[] =>
  found(state.history.present, state.template, state.external, todayOf(state), editedForm(state));

/**
 * Looks ahead, in steps, at what the checks find in a review, and at what is shown of that: there may be a hundred
 * thousand issues.
 */
export function* lookingAhead(state: State, review: Review): Steps<void> {
  const { template, external } = state;
  const [today, editing] = [todayOf(state), editedForm(state)];
  yield* lookAhead(template, review, { today, editing, ...external });
  const all = found(review, template, external, today, editing);
  yield null;
  const problems = wrongIn(all);
  for (const look of [byThing, byPage, countProblems]) {
    yield null;
    look(problems);
  }
}

/**
 * The state with the checks run on the review: what they say of it is shown from here on.
 * @param review as it is now, unless it is still to be tidied
 */
export function checkedNow(state: State, review = state.history.present): State {
  const { checked, external } = state;
  if (checked?.review === review && checked.external === external) return state;
  return { ...state, checked: { review, external } };
}

/** The problems that the screen shows. */
interface Shown {
  /** What is wrong: not what is only still to come, which the page says by itself, and calmly. */
  problems: readonly Problem[];
  /** The same by what it is of: the key of an issue or item in its list, of a field that stands once. */
  near: ReadonlyMap<string, readonly Problem[]>;
  onPage: ReadonlyMap<string, readonly Problem[]>;
  /** What was asked for by the key of a field's place, of an issue or item in its list, of a page. */
  at: Map<string, readonly Problem[]>;
  /** The same for the problems before. */
  before: ReadonlyMap<string, readonly Problem[]>;
}

const wrongIn = memo((all: readonly Problem[]): readonly Problem[] =>
  all.filter((one) => one.overridden === undefined && !one.unanswered),
);

const byThing = memo((problems: readonly Problem[]) =>
  Map.groupBy(problems, ({ place }) => (place ? keyNear(place) : '')),
);

const byPage = memo((problems: readonly Problem[]) => {
  const pages = Map.groupBy(problems, ({ page }) => page);
  return new Map([...pages].map(([page, own]) => [pageKey(page), own]));
});

/** Those of a place stay the same object while they say the same. */
const shown = memoLast((before: Shown | null, all: readonly Problem[]): Shown => {
  const problems = wrongIn(all);
  return {
    problems,
    near: byThing(problems),
    onPage: byPage(problems),
    at: new Map(),
    before: before?.at ?? new Map(),
  };
});

const nothing: Shown = { problems: [], near: new Map(), onPage: new Map(), at: new Map(), before: new Map() };

/** There may be problems in a hundred thousand issues: only those on the screen are sorted by their places. */
function foundAt({ near, onPage, at, before }: Shown, key: string): readonly Problem[] {
  const hit = at.get(key);
  if (hit) return hit;
  const all = onPage.get(key) ?? near.get(nearOf(key))?.filter((one) => keysOf(one).includes(key)) ?? none;
  const old = before.get(key) ?? none;
  const now = sameAll(old, all) ? old : all;
  at.set(key, now);
  return now;
}

/** What a problem is of, as the key of an issue or item in its list, or of a field that stands once. */
function keyNear(place: NonNullable<Problem['place']>): string {
  if ('issue' in place) return `issue/${place.issue}`;
  return 'list' in place ? `entry/${place.list}/${place.item}` : place.field;
}

/** The same for the key of a place in it. */
function nearOf(key: string): string {
  const [, issue] = /^(?:issue|severity)\/([^/]+)/.exec(key) ?? [];
  if (issue !== undefined) return `issue/${issue}`;
  const [, item] = /^list\/(.*)\/[^/]*$/s.exec(key) ?? [];
  return item === undefined ? key : `entry/${item}`;
}

/** What the checks found when the review last came to rest: while somebody types, it stays. */
const shownOf = memo((state: State): Shown => {
  const { checked, template } = state;
  return checked
    ? shown(found(checked.review, template, checked.external, todayOf(state), editedForm(state)))
    : nothing;
});

export const shownProblems = (state: State): readonly Problem[] => shownOf(state).problems;

const keysOf = memo(({ page, place }: Problem): string[] => {
  const keys = [pageKey(page)];
  if (!place) return keys;
  if ('issue' in place) {
    const within = 'field' in place ? fieldKey(place) : wholeKey(place.issue);
    return [...keys, focusKey({ on: 'issue', issue: place.issue }), within];
  }
  if ('list' in place)
    return [...keys, focusKey({ on: 'entry', list: place.list, item: place.item }), fieldKey(place)];
  return [...keys, fieldKey(place)];
});

/** What is wrong with an issue as a whole is shown, in its form, at its severity. */
const wholeKey = (issue: string) => focusKey({ on: 'severity', issue });

export const pageKey = (page: string) => `page/${page}`;

const sameAll = (one: readonly Problem[], other: readonly Problem[]): boolean =>
  one.length === other.length && one.every((problem, index) => same(problem, other[index]));

const same = (one: Problem, other: Problem | undefined): boolean =>
  one === other ||
  (one.id === other?.id &&
    one.level === other.level &&
    one.message === other.message &&
    one.advice === other.advice &&
    isDeepStrictEqual(one.fix, other.fix));

/** The same with what is said of a field's issue as a whole, at its title: one comes there first. */
export const hasProblemAt = (state: State, place: FieldRef): boolean => {
  const whole = 'issue' in place && place.field === 'title' ? problemsAt(state, wholeKey(place.issue)) : none;
  return [...problemsAt(state, fieldKey(place)), ...whole].some(({ level }) => level !== 'hint');
};

const none: Problem[] = [];

/** What is wrong at a field, an issue or an item, errors first; hints are in the list of problems only. */
export const problemsAt = (state: State, key: string): readonly Problem[] => foundAt(shownOf(state), key);
