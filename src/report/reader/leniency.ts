import type { Line } from '../../markdown/scan.ts';
import type { IssueBlock } from '../../template/template.ts';
import type { Expected, PresentLabels, Relabeled } from './labels.ts';

/**
 * What reads lines that are not written as the template has them: labels by other names or in another form. A report
 * that this program wrote never needs it.
 */
export interface Leniency {
  /** The lines of a stretch with their labels as the template writes them. */
  relabel(lines: Line[], expected: Expected, present: PresentLabels): Relabeled;
  /** The same for an issue, with what its own line says of its severity, where that is another one. */
  relabelIssue(
    lines: Line[],
    block: IssueBlock,
    expected: Expected,
    present: PresentLabels,
  ): Relabeled & { says?: { at: number; severity: string } };
  /** The line of an item that one of these labels begins, with what its label says besides; null for other lines. */
  itemLabel(labels: string[], line: string): { label: string; rest: string; remark: string } | null;
}
