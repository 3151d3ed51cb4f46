import { isBlank } from '../../../markdown/line.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { UnreadIssue } from '../../reader/cutting/stretch.ts';
import { writtenLabel } from '../labels/label-forms.ts';
import { looseName, meansLabel } from '../vocabulary/names.ts';

/**
 * An issue whose code below its description is its evidence, where the report has no label for that: the code gets one.
 * Code with more text behind it stays where it is.
 */
export function withEvidence(issue: UnreadIssue): UnreadIssue {
  const { lines } = issue;
  if (lines.some((line) => meaningOf(line) === 'evidence')) return issue;
  let label: string | null = 'description';
  for (const [at, line] of lines.entries()) {
    const meaning = meaningOf(line);
    if (meaning !== undefined) label = meaning;
    if (label !== 'description' || line.kind !== 'fence' || line.depth > 0 || line.opens !== 'closed')
      continue;
    const end = fenceEnd(lines, at);
    const next = lines.slice(end).find(({ text }) => !isBlank(text));
    if (next && meaningOf(next) === undefined) return issue;
    const added = [
      blankAt(line),
      { ...blankAt(line), text: '**Evidence:**', kind: 'text' as const },
      blankAt(line),
    ];
    return { ...issue, lines: [...lines.slice(0, at), ...added, ...lines.slice(at)] };
  }
  return issue;
}

const blankAt = ({ at }: Line): Line => ({ text: '', at, kind: 'blank', depth: 0 });

function fenceEnd(lines: Line[], start: number): number {
  let end = start + 1;
  while (lines[end]?.kind === 'fence' && lines[end]?.opens === undefined) end += 1;
  return end;
}

/** What a label in a line means: "description", "evidence", another one, or nothing where it has none. */
function meaningOf(line: Line): string | undefined {
  const label = writtenLabel(line);
  if (!label || label.form === 'plain') return undefined;
  const name = looseName(label.label);
  return ['description', 'evidence'].find((known) => meansLabel(name, known)) ?? name;
}
