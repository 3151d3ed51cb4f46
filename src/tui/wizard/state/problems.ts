import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../../checks/problem.ts';
import { runChecks } from '../../../checks/run-checks.ts';
import { memo, memoLast } from '../../../memo.ts';
import { localDate } from '../../../repository/suggestions.ts';
import { type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { focusKey } from './focus.ts';
import type { External, State } from './state.ts';

const found = memo(
  (
    review: Review,
    template: Template,
    external: External,
    today: string,
    editing: string | undefined,
  ): Problem[] => runChecks(template, review, { today, editing, ...external }),
);

/** The issue whose form is open: what it lacks is not a problem yet. */
const editedIssue = ({ open }: Pick<State, 'open'>): string | undefined =>
  open && 'issue' in open ? open.issue : undefined;

/** The day where the reviewer is, as YYYY-MM-DD. */
export const todayOf = ({ now }: Pick<State, 'now'>): string => localDate(new Date(now));

/** The problems of the review as it is now, found once for each state of the review. */
export const problemsFor = (
  state: Pick<State, 'template' | 'history' | 'now' | 'external' | 'open'>,
): Problem[] =>
  found(state.history.present, state.template, state.external, todayOf(state), editedIssue(state));

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
  problems: Problem[];
  /** The same by where it is shown: the key of a field's place, of an issue or item in its list, of a page. */
  at: ReadonlyMap<string, Problem[]>;
}

/** Those of a place stay the same object while they say the same. */
const shown = memoLast(
  (
    before: Shown | null,
    review: Review,
    template: Template,
    external: External,
    today: string,
    editing: string | undefined,
  ): Shown => {
    const problems = found(review, template, external, today, editing).filter(
      (one) => one.overridden === undefined && !one.unanswered,
    );
    const at = new Map<string, Problem[]>();
    for (const problem of problems) {
      for (const key of keysOf(problem)) {
        const others = at.get(key);
        if (others) others.push(problem);
        else at.set(key, [problem]);
      }
    }
    for (const [key, some] of at) {
      const old = before?.at.get(key);
      if (old && sameAll(old, some)) at.set(key, old);
    }
    return { problems, at };
  },
);

const nothing: Shown = { problems: [], at: new Map() };

/** What the checks found when the review last came to rest: while somebody types, it stays. */
const shownOf = memo((state: State): Shown => {
  const { checked, template } = state;
  return checked
    ? shown(checked.review, template, checked.external, todayOf(state), editedIssue(state))
    : nothing;
});

export const shownProblems = (state: State): Problem[] => shownOf(state).problems;

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

const sameAll = (one: Problem[], other: Problem[]): boolean =>
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
export const problemsAt = (state: State, key: string): Problem[] => shownOf(state).at.get(key) ?? none;
