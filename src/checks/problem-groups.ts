import { memo } from '../memo.ts';
import { namesInARow } from './names-in-words.ts';
import type { Level, Problem } from './problem.ts';

/** Problems that are told in one line: one, or several that say the same of different things. */
export interface ProblemGroup {
  /** Where the line leads to. */
  first: Problem;
  /** "HIGH-1 to HIGH-5 have no Impact". */
  message: string;
  problems: Problem[];
}

/** What stands against a page, and what merely has no answer there. */
export interface PageProblems {
  /** Errors and warnings that no reason overrides: what the page's number counts. */
  problems: ProblemGroup[];
  unanswered: Problem[];
}

/** The problems as lines, in their order, each where its first one stands. */
export const problemGroups = (problems: readonly Problem[]): ProblemGroup[] =>
  groupsOf(problems).flatMap((all): ProblemGroup[] => {
    const [first] = all;
    return first ? [{ first, message: messageOf(first, all), problems: all }] : [];
  });

const groupsOf = (problems: readonly Problem[]): Problem[][] => [...Map.groupBy(problems, groupKey).values()];

/**
 * The one rule by which problems are counted, everywhere: errors and warnings that no reason overrides, several that are
 * told in one line as one; what only has no answer yet is none of them.
 */
const isCounted = ({ level, overridden, unanswered }: Problem): boolean =>
  level !== 'hint' && overridden === undefined && !unanswered;

/** What stands against each page that has something, by its id; a line that tells of several pages counts on each. */
export function problemsByPage(problems: readonly Problem[]): Map<string, PageProblems> {
  const pages = Map.groupBy(problems, ({ page }) => page);
  return new Map(
    [...pages].map(([page, own]) => [
      page,
      {
        problems: problemGroups(own.filter(isCounted)),
        unanswered: own.filter(({ unanswered, overridden }) => unanswered && overridden === undefined),
      },
    ]),
  );
}

/** How many lines of each level there are, as `isCounted` counts, and how many fields have no answer. */
export const countProblems = memo((problems: readonly Problem[]): Record<Level | 'unanswered', number> => {
  const open = groupsOf(
    problems.filter(({ overridden, unanswered }) => !unanswered && overridden === undefined),
  );
  const of = (level: Level) => open.filter(([first]) => first?.level === level).length;
  const unanswered = problems.filter((one) => one.unanswered && one.overridden === undefined).length;
  return { error: of('error'), warning: of('warning'), hint: of('hint'), unanswered };
});

/** Alike are problems of one check and level; what has no answer is told page by page. */
function groupKey(problem: Problem): unknown {
  const { id, level, page, alike, overridden, unanswered } = problem;
  if (!alike || overridden !== undefined) return problem;
  return `${id}\n${level}\n${unanswered ? page : ''}\n${alike.key}`;
}

function messageOf(first: Problem, all: Problem[]): string {
  if (!first.alike || all.length === 1) return first.message;
  const [before, after] = first.alike.around;
  return before + namesInARow(all.map(({ alike }) => alike?.name ?? '')) + after;
}
