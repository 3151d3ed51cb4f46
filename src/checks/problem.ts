import { memo } from '../memo.ts';
import type { Action } from '../review/actions.ts';
import { problemKey } from '../review/overrides.ts';
import type { FieldRef, OverriddenProblem, Override, Review } from '../review/review.ts';

/** From what must not stand to what is worth a look. */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** A field, or an issue as a whole. */
export type Address = FieldRef | { issue: string };

/** A repair that is clear enough to be done at once. */
export interface Fix {
  /** What it does, in a few words, as they stand among the keys: "recommend NO-GO". */
  label: string;
  /** One step, in the order to be done. */
  actions: Action[];
}

/** How several problems that say the same of different things are told in one line. */
export interface Alike {
  /** The same for problems that go together. */
  key: string;
  /** What this one is about: "HIGH-1". */
  name: string;
  /** What stands before and after the names of all: ["", " have no Impact"]. */
  around: [before: string, after: string];
}

/** What a check found: where, what, and what to do. */
export interface Problem {
  /** The check's id, as the README lists it: "risk-too-low". */
  id: string;
  level: Level;
  /** The page's id. */
  page: string;
  /** Null where only the page is meant. */
  place: Address | null;
  /** One line, without a full stop. */
  message: string;
  advice: string;
  fix?: Fix;
  /** What it is known by, where that is not the message. */
  key?: string;
  /** Says only that a field has no answer yet: such problems are counted apart. */
  unanswered?: true;
  alike?: Alike;
  /** Why the reviewer lets it stand. */
  overridden?: string;
}

/** What stands in the way: an error that no reason overrides. */
export const isOpenError = ({ level, overridden }: Problem): boolean =>
  level === 'error' && overridden === undefined;

/** How a review knows a problem again. Another place, or other words, are another problem. */
export function overrideFor({ id, page, place, message, key }: Problem): OverriddenProblem {
  return { check: id, place: place ?? { page }, message, ...(key === undefined ? {} : { mark: key }) };
}

/** The problems with the reasons of those that the reviewer lets stand. */
export const withReasons = ({ overrides = [] }: Review, problems: readonly Problem[]): readonly Problem[] =>
  overrides.length === 0 ? problems : overriddenIn(overrides, problems);

const overriddenIn = memo(
  (overrides: readonly Override[], problems: readonly Problem[]): readonly Problem[] => {
    const reasons = new Map(overrides.map((one) => [problemKey(one), one.reason]));
    const checks = new Set(overrides.map(({ check }) => check));
    return problems.map((problem) => {
      const overridden = checks.has(problem.id) ? reasons.get(problemKey(overrideFor(problem))) : undefined;
      return overridden === undefined || overridden.trim() === '' ? problem : { ...problem, overridden };
    });
  },
);
