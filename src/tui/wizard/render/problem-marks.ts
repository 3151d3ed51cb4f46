import { type Level, levels, type Problem } from '../../../checks/problem.ts';
import { countProblems } from '../../../checks/problem-groups.ts';
import { counted } from '../../../text/counted.ts';
import { type Segment, seg, type Tone } from '../../row.ts';
import { signs } from '../../theme.ts';
import { pageKey, problemsAt, shownProblems } from '../state/problems.ts';
import type { State } from '../state/state.ts';

/** The mark for what is wrong there; null where nothing is. */
export function markOf(found: readonly Problem[]): Segment | null {
  const worst = found.find(({ level }) => level !== 'hint');
  return worst ? seg(signOf(worst.level), toneOf(worst.level)) : null;
}

export const markOfPage = (state: State, page: string): Segment | null =>
  markOf(problemsAt(state, pageKey(page)));

const signOf = (level: Level): string => (level === 'error' ? signs.error : signs.attention);

const toneOf = (level: Level): Tone =>
  level === 'error' ? 'critical' : level === 'warning' ? 'high' : 'dim';

/** "✗ 2 errors" and "✗ 2", or without any "! 1 warning", of what is wrong; null when there is neither. */
export function problemCount(state: State): { long: Segment; short: Segment } | null {
  const counts = countProblems(shownProblems(state));
  const worst = levels.find((level) => level !== 'hint' && counts[level] > 0);
  if (!worst) return null;
  const said = (words: string): Segment => seg(`${signOf(worst)} ${words}  `, toneOf(worst));
  return { long: said(counted(counts[worst], worst)), short: said(`${counts[worst]}`) };
}
