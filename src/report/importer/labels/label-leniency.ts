import type { Line } from '../../../markdown/scan.ts';
import { folded } from '../../../template/parts/layout.ts';
import type { IssueBlock } from '../../../template/template.ts';
import { bulletOf } from '../../reader/bullet-label.ts';
import { fixedLines } from '../../reader/issue.ts';
import type { Relabeled } from '../../reader/labels.ts';
import type { Leniency } from '../../reader/leniency.ts';
import { severityValue } from '../surroundings.ts';
import { looseName, meansLabel } from '../vocabulary/names.ts';
import { severityIn } from '../vocabulary/severities.ts';
import { remarkBehind } from './heading-remarks.ts';
import { writtenLabel } from './label-forms.ts';
import { relabel } from './relabel.ts';

/** Reads what people write where the template has a label. */
export const leniency: Leniency = {
  relabel,
  relabelIssue(issue, block, expected, present) {
    const derived = severityLineOf(block);
    // What else looks like a label in an issue that has all of them is a part of an answer.
    const { lines, leftover, sources }: Relabeled = present.complete
      ? { lines: issue.map((line) => withSeverity(line, derived)), leftover: [] }
      : relabel(issue, { ...expected, derived }, present);
    const says = otherSeverity([...lines, ...leftover], block);
    return { lines, leftover, ...(sources && { sources }), ...(says && { says }) };
  },
  itemLabel(labels, line) {
    const found =
      bulletOf(`- ${line}`) ??
      (/^\*\*/.test(line) ? writtenLabel({ text: line, kind: 'text', at: 0, depth: 0 }) : null);
    const meant = found && labels.find((label) => meansLabel(looseName(found.label), folded(label)));
    return meant ? { label: meant, rest: found.rest, remark: remarkBehind(found.label) } : null;
  },
};

/** The line that stands for a label of the severity: the template's own where it says the same. */
const severityLineOf =
  (block: IssueBlock) =>
  (label: string, value: string): string | null | undefined => {
    if (label !== 'severity' && label !== 'severity level') return undefined;
    const named = severityIn(value);
    const same = named?.sure && named.severity === block.severity && /^\W*[\p{L}\d]+\W*$/u.test(value);
    if (!same) return null;
    return fixedLines(block).find((line) => /severity/i.test(line)) ?? `**Severity:** ${block.word}`;
  };

/** A line with the severity as the template writes it, if it says just that. */
function withSeverity(line: Line, derived: ReturnType<typeof severityLineOf>): Line {
  if (line.depth > 0 || !/severity/i.test(line.text)) return line;
  const found = writtenLabel(line);
  const own = found?.form === 'bold' && derived(looseName(found.label), found.rest);
  return typeof own === 'string' ? { ...line, text: own } : line;
}

/** The last line that says another severity than the block's. */
function otherSeverity(lines: Line[], block: IssueBlock): { at: number; severity: string } | undefined {
  const told = lines.flatMap(({ text, at }) => {
    const severity = /severity/i.test(text) ? severityIn(severityValue(text) ?? '')?.severity : undefined;
    return severity && severity !== block.severity ? [{ at, severity }] : [];
  });
  return told.at(-1);
}
