import { basename, isAbsolute, join, relative } from 'node:path';
import { localDate } from '../../../repository/suggestions.ts';
import { valueAt } from '../../../review/review.ts';
import type { State } from '../state/state.ts';

/** Where the report goes unless the reviewer says otherwise. */
function defaultPath(state: State, written: State['facts']['written']): string {
  if (written) return written.path;
  const date = valueAt(state.history.present, { field: 'review-date' });
  const valid = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date.trim());
  const day = valid ? date.trim() : localDate(new Date(state.now));
  return join(state.facts.repository ?? state.cwd, 'docs', 'reports', `${day}-${state.template.name}.md`);
}

/**
 * Where the report may go, the likeliest first: where it was written before, the reports' folder, the current folder.
 * Each as `shownPath` gives it.
 */
export function likelyPaths(state: State): string[] {
  const fresh = defaultPath(state, undefined);
  const all = [defaultPath(state, state.facts.written), fresh, join(state.cwd, basename(fresh))];
  return [...new Set(all)].map((path) => shownPath(path, state.cwd));
}

/** A path as it is shown: relative to the current folder when it is inside. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
