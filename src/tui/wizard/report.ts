import { isAbsolute, join, relative, resolve } from 'node:path';
import { readReport } from '../../report/read.ts';
import { render } from '../../report/write.ts';
import { difference } from '../../repository/difference.ts';
import { writeReport } from '../../repository/report-file.ts';
import { type Review, valueAt } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { State } from './state.ts';

/** Where the report goes unless the reviewer says otherwise. */
export function defaultPath(state: State, cwd: string, now: Date): string {
  if (state.facts.written) return state.facts.written.path;
  const date = valueAt(state.history.present, { field: 'review-date' });
  const valid = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date.trim());
  const day = valid ? date.trim() : localDay(now);
  return join(state.facts.repository ?? cwd, 'docs', 'reports', `${day}-${state.template.name}.md`);
}

const two = (number: number): string => String(number).padStart(2, '0');

const localDay = (now: Date): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

export type Written =
  | { is: 'written'; path: string }
  | { is: 'there'; path: string; difference: string[] }
  | { is: 'failed'; what: string };

/** Writes the report, unless it would not be read back the same or there is one that was not agreed to. */
export function putReport(state: State, path: string, cwd: string, overwrite: boolean): Written {
  const review = state.history.present;
  const text = render(state.template, review);
  const lost = whatIsLost(state.template, review, text);
  if (lost) {
    return {
      is: 'failed',
      what: `The report was not written: ${lost}. Please tell the makers; your draft is safe.`,
    };
  }
  const target = isAbsolute(path) ? path : resolve(cwd, path);
  const result = writeReport(target, text, { overwrite });
  if (!result.ok) {
    const problem = result.problems[0];
    return { is: 'failed', what: `${problem?.where}: ${problem?.what}; ${problem?.remedy}` };
  }
  if ('exists' in result.value) {
    return { is: 'there', path: target, difference: difference(result.value.exists, text) };
  }
  return { is: 'written', path: target };
}

/** What would not come back when the report is read; null when everything does. */
function whatIsLost(template: Template, review: Review, text: string): string | null {
  const { review: back } = readReport(template, text);
  if (back.issues.length !== review.issues.length) {
    return `${review.issues.length} issues would be read back as ${back.issues.length}`;
  }
  return render(template, back) === text ? null : 'what it says would not be read back the same';
}

/** A path as it is said: relative to the current folder when it is inside. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
