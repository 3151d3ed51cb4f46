import { isAbsolute, resolve } from 'node:path';
import { inOneLine } from '../../../../failure.ts';
import { provenReport } from '../../../../report/prover/prove-report.ts';
import { difference } from '../../../../repository/difference.ts';
import { writeReport } from '../../../../repository/report-file.ts';
import type { State } from '../../state/state.ts';

export type Written =
  | { is: 'written'; path: string; lines: number }
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
  return { is: 'written', path: target, lines: text.split('\n').length - 1 };
}
