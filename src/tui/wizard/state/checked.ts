import { isDeepStrictEqual } from 'node:util';
import { type Level, levels, type Problem } from '../../../checks/problem.ts';
import { isEmpty } from '../../../fields/kinds.ts';
import { answerAt, type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { type Segment, seg, type Tone } from '../../line.ts';
import { problemsFor } from '../overlays/problems.ts';
import { fieldAt } from './lookup.ts';
import type { State } from './state.ts';

/** What the checks found when the review last came to rest. */
export interface Checked {
  /** What is wrong: not what is only still to come, which the page says by itself, and calmly. */
  findings: Problem[];
  /** The same by where it is shown: the key of a field's place, of an issue or item in its list, of a page. */
  at: ReadonlyMap<string, Problem[]>;
}

export const unchecked: Checked = { findings: [], at: new Map() };

/** What says that a field has no answer, when it has none. */
const unanswered = new Set([
  'required',
  'placeholder',
  'issue-incomplete',
  'action-incomplete',
  'earlier-undecided',
  'acceptance-incomplete',
]);

function isStillToCome(template: Template, review: Review, { id, place }: Problem): boolean {
  if (!unanswered.has(id) || !place || !('field' in place)) return false;
  const field = fieldAt(template, review, place);
  const answer = answerAt(review, place);
  return !field || !answer || ('value' in answer && isEmpty(field, answer.value));
}

/** The state with the checks done; what they say of a place stays the same object while they say the same. */
export function checkedNow(state: State): State {
  const { template, checked: before } = state;
  const review = state.history.present;
  const findings = problemsFor(state).filter(
    (one) => one.overridden === undefined && !isStillToCome(template, review, one),
  );
  const at = new Map<string, Problem[]>();
  for (const finding of findings) {
    for (const key of keysOf(finding)) {
      const known = at.get(key);
      if (known) known.push(finding);
      else at.set(key, [finding]);
    }
  }
  for (const [key, found] of at) {
    const old = before.at.get(key);
    if (old && sameAll(old, found)) at.set(key, old);
  }
  return { ...state, checked: { findings, at } };
}

function keysOf({ page, place }: Problem): string[] {
  const keys = [pageKey(page)];
  if (!place) return keys;
  if ('issue' in place) {
    const within = 'field' in place ? fieldKey(place) : wholeKey(place.issue);
    return [...keys, `issue/${place.issue}`, within];
  }
  if ('list' in place) return [...keys, `entry/${place.list}/${place.item}`, fieldKey(place)];
  return [...keys, fieldKey(place)];
}

/** What is wrong with an issue as a whole is shown, in its form, at its severity. */
const wholeKey = (issue: string) => `severity/${issue}`;

const pageKey = (page: string) => `page/${page}`;

const sameAll = (one: Problem[], other: Problem[]): boolean =>
  one.length === other.length && one.every((finding, index) => same(finding, other[index]));

const same = (one: Problem, other: Problem | undefined): boolean =>
  one === other ||
  (one.id === other?.id &&
    one.level === other.level &&
    one.message === other.message &&
    one.remedy === other.remedy &&
    isDeepStrictEqual(one.fix, other.fix));

/** The same with what is said of a field's issue as a whole, at its title: one comes there first. */
export const hasProblemAt = (state: State, place: FieldRef): boolean => {
  const whole = 'issue' in place && place.field === 'title' ? problemsAt(state, wholeKey(place.issue)) : none;
  return markOf([...problemsAt(state, fieldKey(place)), ...whole]) !== null;
};

const none: Problem[] = [];

/** What is wrong at a field, an issue or an item, errors first; hints are in the list of problems only. */
export const problemsAt = ({ checked }: State, key: string): Problem[] => checked.at.get(key) ?? none;

/** The mark for what is wrong there; null where nothing is. */
export function markOf(found: readonly Problem[]): Segment | null {
  const [worst] = found.filter(({ level }) => level !== 'hint');
  return worst ? seg('!', toneOf(worst.level)) : null;
}

export const markOfPage = (state: State, page: string): Segment | null =>
  markOf(problemsAt(state, pageKey(page)));

const toneOf = (level: Level): Tone =>
  level === 'error' ? 'critical' : level === 'warning' ? 'high' : 'dim';

/** "! 2 errors", or without any "! 1 warning", of what is wrong; null when there is neither. */
export function checkedWords({ checked }: State): Segment | null {
  const { findings } = checked;
  const [worst] = levels.filter((level) => level !== 'hint' && findings.some((one) => one.level === level));
  if (!worst) return null;
  const count = findings.filter((one) => one.level === worst).length;
  return seg(`! ${count} ${worst}${count === 1 ? '' : 's'}  `, toneOf(worst));
}
