import type { Field } from '../../fields/field.ts';
import { type IssueField, issueFields, issueKinds, type Severity, severities } from '../../fields/issue.ts';
import { headingOf, isRule } from '../../markdown/line.ts';
import type { Tell } from '../mistakes.ts';
import type { Repeat } from '../pieces.ts';
import type { IssueBlock, Slot } from '../template.ts';
import { fieldsIn, folded, fromLines, hole, type LayoutLine, labelOf, toLines } from './layout.ts';
import { labelled, type Reader, spoken } from './line-of-fields.ts';

/**
 * `### ❌ HIGH-1: Title`, with holes for the number and the title: what a reader of reports knows an issue by. Without
 * a sign between these, that of a title such as "- x" would be taken for it.
 */
const heading =
  /^#{1,6}[ \t]+[^\p{L}\p{N}\uFFFC]*([\p{L}\p{N}]+)[- ]?\uFFFC(?:[:.)]|\s[-–])[ \t]+\uFFFC[ \t]*$/u;
const likeThis = 'write it as in ### HIGH-:index[1]: :text[Issue Title]{#title}';

/** What a template says of the issues of a severity, from the text of one. */
export function issueBlock(severity: Severity, repeat: Repeat, tell: Tell): IssueBlock {
  const { fields } = repeat;
  const reader: Reader = { fields, tell };
  const lines = toLines(repeat.pieces);
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const [top, below] = [lines[first], lines.slice(first + 1)];
  checkHeading(top, repeat, tell);
  checkKinds(repeat, tell);
  const slots: Slot[] = [];
  const segments: { field: IssueField | null; lines: LayoutLine[] }[] = [
    { field: 'title', lines: lines.slice(0, first + 1) },
  ];
  for (const line of below) {
    const slot = slotOf(line, slots, reader);
    if (slot) segments.push({ field: null, lines: [] });
    const segment = segments.at(-1);
    segment?.lines.push(line);
    const [found] = fieldsIn(line.pieces);
    if (segment && found) segment.field = found.field as IssueField;
  }
  for (const field of Object.values(fields)) field.label ||= spoken(field.id);
  return {
    severity,
    word: heading.exec(top?.text ?? '')?.[1] ?? severity.toUpperCase(),
    page: '',
    segments: segments.map((segment) => ({ field: segment.field, parts: fromLines(segment.lines) })),
    slots,
    asks: Object.keys(fields).filter((id): id is IssueField => issueFields.includes(id as IssueField)),
    fields: fields as Partial<Record<IssueField, Field>>,
    none: repeat.attributes.none ?? `No ${severity} issues found.`,
  };
}

/** The level of an issue's heading, and where it stands. */
export function issueLevel(repeat: Repeat): { level: number; at: number } | null {
  const line = toLines(repeat.pieces).find((one) => one.text.trim() !== '');
  const found = headingOf(line?.text ?? '');
  return line && found ? { level: found.level, at: line.at } : null;
}

function checkHeading(line: LayoutLine | undefined, { at, fields }: Repeat, tell: Tell): void {
  const [title, second] = fieldsIn(line?.pieces ?? []);
  if (!line || !headingOf(line.text) || !Object.hasOwn(fields, 'title'))
    tell(line?.at ?? at, 'an issue begins with a heading that has its title', likeThis);
  else if (title?.field !== 'title' || second)
    tell(
      (title?.field === 'title' ? second : title)?.at ?? line.at,
      'the heading of an issue has no field but its title',
      'put it behind a label of its own below',
    );
  else if (!heading.test(line.text) || !line.pieces.some(({ part }) => part.type === 'index'))
    tell(line.at, "an issue's heading is a word, its number and its title", likeThis);
}

function checkKinds({ pieces, fields }: Repeat, tell: Tell): void {
  for (const { field: id, at } of fieldsIn(pieces)) {
    const kind = fields[id]?.kind;
    const asked = Object.hasOwn(issueKinds, id) ? issueKinds[id as IssueField] : undefined;
    if (!asked) {
      // One without a name of its own has been told that.
      if (!id.includes('@'))
        tell(at, `${kind}: an issue has no such field`, `it has ${issueFields.join(', ')}`);
    } else if (asked !== kind)
      tell(at, `${kind}: in an issue it has to be :${asked}[…]`, `write :${asked}[…]{#${id}}`);
  }
}

/** The label that a line of an issue begins, or null when it goes on with the one above it. */
function slotOf(line: LayoutLine, slots: Slot[], reader: Reader): Slot | null {
  const { tell } = reader;
  const found = labelOf(line.text);
  const holes = fieldsIn(line.pieces);
  if (found) {
    const name = folded(found.label);
    if (name === '') tell(line.at, 'a label needs letters or digits', 'readers of a report find it by these');
    else if (slots.some((slot) => folded(slot.label) === name))
      tell(line.at, `the label "${found.label}" stands in this issue already`, 'name them apart');
    if (holes[1]) tell(holes[1].at, 'it stands behind the label of another', 'give it a label of its own');
    const slot = labelled(found, line, reader);
    slots.push(slot);
    return slot;
  }
  const slot = slots.at(-1);
  if (line.text === hole && holes[0]) {
    const free = slot && slot.line.length === 0 && slot.field === undefined;
    if (!free) tell(holes[0].at, 'it has no label of its own', 'write one above it, as in **Label:**');
    else {
      slot.field = holes[0].field;
      const field = reader.fields[slot.field];
      if (field) field.label ||= slot.label;
    }
  } else if (line.text.trim() !== '' && !isRule(line.text))
    tell(
      holes[0]?.at ?? line.at,
      'below its heading an issue has labels only',
      'write **Label:** :text[…]{#name}, or a label with the field below it',
    );
  return null;
}

/** What one severity does not ask, it takes from the first that does, for issues that have an answer there. */
export function completeIssues(issues: Partial<Record<Severity, IssueBlock>>): void {
  const blocks = severities.flatMap((severity) => issues[severity] ?? []);
  for (const block of blocks) {
    for (const id of issueFields) {
      const field = block.fields[id] ?? blocks.find((one) => one.asks.includes(id))?.fields[id];
      if (field) block.fields[id] = field;
    }
  }
}
