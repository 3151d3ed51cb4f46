import type { Field } from '../fields/field.ts';
import { type IssueField, issueFields, issueKinds, type Severity } from '../fields/issue.ts';
import { bulletLabelOf, fromLines, hole, labelOf, partsFrom, toLines } from './layout.ts';
import { bulleted, labelled, spoken } from './outline.ts';
import type { IssueBlock, ListBlock, Part, Slot } from './template.ts';

/** A mistake in what a container encloses: the field that it is about, if it is about one. */
interface Mistake {
  field?: string;
  what: string;
}

/** What a template says of the issues of a severity, from the text of one. `fields` are told their labels. */
export function issueBlock(
  severity: Severity,
  parts: Part[],
  fields: Record<string, Field>,
  none: string,
): { block: IssueBlock; mistakes: Mistake[] } {
  const lines = toLines(parts);
  const slots: Slot[] = [];
  const segments: { field: IssueField | null; lines: Part[][] }[] = [{ field: null, lines: [] }];
  const mistakes: Mistake[] = [];
  for (const line of lines) {
    const label = labelOf(line.text);
    if (label) {
      slots.push(labelled(label.label, partsFrom(line, label.end), fields));
      segments.push({ field: null, lines: [] });
    } else if (line.text === hole) {
      const slot = slots.at(-1);
      const [only] = line.parts;
      if (slot && only?.type === 'field') slot.field = only.field;
    }
    const segment = segments.at(-1);
    for (const part of line.parts) {
      if (part.type !== 'field' || !segment) continue;
      segment.field = part.field as IssueField;
      const field = fields[part.field];
      if (field && field.label === '') field.label = slots.at(-1)?.label ?? spoken(field.id);
    }
    segment?.lines.push(line.parts);
  }
  const asks = Object.keys(fields).filter((id): id is IssueField => issueFields.includes(id as IssueField));
  for (const field of Object.values(fields)) {
    const kind = issueKinds[field.id as IssueField];
    if (!kind)
      mistakes.push({
        field: field.id,
        what: `an issue has no such field: it has ${issueFields.join(', ')}`,
      });
    else if (kind !== field.kind)
      mistakes.push({ field: field.id, what: `in an issue it has to be :${kind}[…]` });
  }
  if (!asks.includes('title'))
    mistakes.push({ what: 'an issue needs a heading with :text[Issue Title]{#title} in it' });
  const block: IssueBlock = {
    severity,
    word: wordOf(lines[0]?.text ?? '', severity),
    page: '',
    segments: segments.map((segment) => ({
      field: segment.field,
      parts: fromLines(segment.lines.map((one) => ({ parts: one }))),
    })),
    slots,
    asks,
    fields: fields as Partial<Record<IssueField, Field>>,
    none,
  };
  return { block, mistakes };
}

/** The severity's word as the issue's heading has it, before its number: "CRITICAL". */
function wordOf(heading: string, severity: Severity): string {
  const before = heading.slice(0, Math.max(0, heading.indexOf(hole)));
  return /([\p{L}\p{N}]+)-$/u.exec(before)?.[1] ?? severity.toUpperCase();
}

/** What a template says of something else that repeats, from the text of one. */
export function listBlock(
  id: string,
  parts: Part[],
  fields: Record<string, Field>,
): { block: ListBlock; mistakes: Mistake[] } {
  const numbered = withNumber(parts);
  const lines = toLines(numbered);
  const [head, ...below] = lines;
  const bullets: ListBlock['bullets'] = [];
  const mistakes: Mistake[] = [];
  for (const line of below) {
    const bullet = bulletLabelOf(line.text);
    if (bullet) bullets.push(bulleted(bullet, line, fields));
    else if (line.text.includes(hole))
      mistakes.push({ what: 'below its first line an item has lines like "- Label: :text[…]{#name}"' });
  }
  const marker = /^(?:[-*+]|\uFFFC\.) /.exec(head?.text ?? '')?.[0];
  if (!head || marker === undefined)
    mistakes.push({ what: 'it has to enclose one list item, as in "- :text[…]{#name}"' });
  const first = head ? partsFrom(head, marker?.length ?? 0) : [];
  for (const part of first) {
    const field = part.type === 'field' ? fields[part.field] : undefined;
    if (field) {
      field.place = 'line';
      field.label ||= spoken(field.id);
    }
  }
  const between = lines.length > 1 ? '\n\n' : '\n';
  const block = {
    id,
    title: '',
    page: '',
    section: '',
    parts: numbered,
    first,
    bullets,
    asks: Object.keys(fields),
    fields,
    between,
  };
  if (block.asks.length === 0) mistakes.push({ what: 'it has no field in it' });
  return { block, mistakes };
}

/** The sample's "1." becomes the number that an item has. */
function withNumber(parts: Part[]): Part[] {
  const [first, ...rest] = parts;
  const number = first?.type === 'text' ? /^(\d+)(\..*)$/s.exec(first.text) : null;
  if (!number?.[1]) return parts;
  return [{ type: 'index', blank: number[1] }, { type: 'text', text: number[2] ?? '' }, ...rest];
}
