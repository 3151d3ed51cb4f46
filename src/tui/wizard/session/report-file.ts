import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { inOneLine } from '../../../failure.ts';
import { provenReport } from '../../../report/prover/prove-report.ts';
import { difference } from '../../../repository/difference.ts';
import { writeReport } from '../../../repository/report-file.ts';
import { localDate } from '../../../repository/suggestions.ts';
import { valueAt } from '../../../review/review.ts';
import type { State } from '../state/state.ts';

/** Where the report goes unless the reviewer says otherwise. */
function defaultPath(state: State, cwd: string, now: Date): string {
  if (state.facts.written) return state.facts.written.path;
  const date = valueAt(state.history.present, { field: 'review-date' });
  const valid = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date.trim());
  const day = valid ? date.trim() : localDate(now);
  return join(state.facts.repository ?? cwd, 'docs', 'reports', `${day}-${state.template.name}.md`);
}

/** Where the report may go, the likeliest first: where it was written before, the reports' folder, here. */
export function likelyPaths(state: State, cwd: string, now: Date): string[] {
  const { written: _, ...facts } = state.facts;
  const fresh = defaultPath({ ...state, facts }, cwd, now);
  return [...new Set([defaultPath(state, cwd, now), fresh, join(cwd, basename(fresh))])];
}

export type Written =
  | { is: 'written'; path: string }
  | { is: 'there'; path: string; old: string; difference: string[] }
  | { is: 'failed'; what: string };

/**
 * Writes the report, unless it would not be read back the same or there is one that was not agreed to.
 * @param seen what the one says that is agreed to be replaced
 */
export function putReport(state: State, path: string, cwd: string, seen: string | null): Written {
  const proven = provenReport(state.template, state.history.present);
  if (!proven.ok) return { is: 'failed', what: inOneLine(proven.failures) };
  const text = proven.value;
  const target = isAbsolute(path) ? path : resolve(cwd, path);
  const result = writeReport(target, text, { overwrite: seen ?? false, within: state.facts.repository });
  if (!result.ok) return { is: 'failed', what: inOneLine(result.failures) };
  if ('exists' in result.value) {
    const { exists: old } = result.value;
    return { is: 'there', path: target, old, difference: difference(old, text) };
  }
  return { is: 'written', path: target };
}

/** A path as it is said: relative to the current folder when it is inside. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
