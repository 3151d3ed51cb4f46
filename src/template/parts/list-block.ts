import { isBlank } from '../../markdown/line.ts';
import type { Tell } from '../mistakes.ts';
import type { Repeat } from '../pieces.ts';
import type { ListBlock, Part } from '../template.ts';
import {
  bulletLabelOf,
  fieldsIn,
  folded,
  fromLines,
  type LayoutLine,
  type LayoutPart,
  piecesFrom,
  toLines,
} from './layout.ts';
import { bulleted, named, type Reader, spoken } from './line-of-fields.ts';

/** A list marker at the start of a line; a hole is the number of the item. */
const marker = /^(?:[-*+]|\uFFFC\.) /;

/** What a template says of something other than issues that repeats, from the text of one. */
export function listBlock(id: string, repeat: Repeat, tell: Tell): ListBlock {
  const { fields } = repeat;
  const reader: Reader = { fields, tell };
  const lines = toLines(withNumber(repeat.pieces));
  const [head, ...below] = lines;
  const indent = marker.exec(head?.text ?? '')?.[0].length ?? 0;
  if (!head || indent === 0 || fieldsIn(head.pieces).length === 0)
    tell(repeat.at, 'items: it has to enclose one list item', 'write one, as in "- :text[…]{#name}"');
  const first = head && indent > 0 ? named(piecesFrom(head, indent), '', 0, reader) : [];
  checkOptional(lines, reader);
  const bullets: ListBlock['bullets'] = [];
  for (const line of below) if (!isBlank(line.text)) bulletBelow(line, indent, bullets, reader);
  for (const field of Object.values(fields)) field.label ||= spoken(field.id);
  return {
    id,
    title: '',
    page: '',
    section: '',
    parts: partsIn(lines, fields),
    first,
    bullets,
    asks: Object.keys(fields).filter((field) => !fields[field]?.optional),
    fields,
    between: lines.length > 1 ? '\n\n' : '\n',
  };
}

/** A line below the first is optional as a whole. */
function checkOptional([first, ...below]: LayoutLine[], { fields, tell }: Reader): void {
  const optionalIn = (line: LayoutLine | undefined) =>
    fieldsIn(line?.pieces ?? []).filter(({ field }) => fields[field]?.optional);
  for (const { at } of optionalIn(first))
    tell(at, 'the first line of an item cannot be optional', 'take "optional" away');
  for (const line of below) {
    const [one, ...others] = optionalIn(line);
    if (one && others.length + 1 < fieldsIn(line.pieces).length)
      tell(one.at, 'another field of its line is not optional', 'make all of a line optional, or none');
  }
}

/** The text of an item: each optional line with the end of the line before it, so that it goes as a whole. */
function partsIn(lines: LayoutLine[], fields: Repeat['fields']): Part[] {
  const parts: Part[] = [];
  let plain: LayoutLine[] = [];
  const end: LayoutLine = { at: 0, pieces: [], text: '' };
  for (const line of lines) {
    const optional = fieldsIn(line.pieces).some(({ field }) => fields[field]?.optional);
    if (!optional) {
      plain.push(line);
      continue;
    }
    parts.push(...fromLines(plain), { type: 'optional', parts: fromLines([end, line]) });
    plain = [end];
  }
  return plain.length > 1 || plain[0] !== end ? [...parts, ...fromLines(plain)] : parts;
}

/** A line `- Label: …` of an item, in the columns of its first line's words. */
function bulletBelow(line: LayoutLine, indent: number, bullets: ListBlock['bullets'], reader: Reader): void {
  const found = bulletLabelOf(line.text);
  const at = fieldsIn(line.pieces)[0]?.at ?? line.at;
  if (!found)
    reader.tell(
      at,
      'below its first line an item has lines like "- Label: …"',
      'write it as in "- Label: :text[…]{#name}"',
    );
  else if (indent > 0 && found.indent !== indent)
    reader.tell(at, 'it does not stand right below the words of its item', `indent it by ${indent} spaces`);
  else if (bullets.some((one) => folded(one.label) === folded(found.label)))
    reader.tell(at, `"${found.label}" stands in this item already`, 'name them apart');
  if (found) bullets.push(bulleted(found, line, reader));
}

/** The sample's "1." becomes the number that an item has. */
function withNumber(pieces: LayoutPart[]): LayoutPart[] {
  const [first, ...rest] = pieces;
  const number = first?.part.type === 'text' ? /^(\d+)(\..*)$/s.exec(first.part.text) : null;
  if (!first || !number?.[1]) return pieces;
  const behind = { at: first.at + number[1].length, part: { type: 'text', text: number[2] ?? '' } } as const;
  return [{ at: first.at, part: { type: 'index', blank: number[1] } }, behind, ...rest];
}
