import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import { apart } from '../../markdown/contain-line.ts';
import { releaseLine } from '../../markdown/entity.ts';
import type { Tell } from '../mistakes.ts';
import type { Part, Slot } from '../template.ts';
import { fieldsIn, type LayoutLine, type LayoutPart, partsOf, piecesFrom } from './layout.ts';

/** What the lines of a template are read with: the fields that fill their holes, and who is told of mistakes. */
export interface Reader {
  fields: Record<string, Field>;
  tell: Tell;
}

/** A label with what follows it in its line. */
export function labelled(label: { label: string; end: number }, line: LayoutLine, reader: Reader): Slot {
  const pieces = piecesFrom(line, label.end);
  const holds = pieces.some(({ part }) => part.type !== 'text');
  return { label: label.label, line: holds ? named(pieces, label.label, 0, reader) : [], bullets: [] };
}

/** A line `- Label: …`. */
export function bulleted(
  bullet: { label: string; end: number; indent: number },
  line: LayoutLine,
  reader: Reader,
): { label: string; line: Part[] } {
  const pieces = piecesFrom(line, bullet.end);
  return { label: bullet.label, line: named(pieces, bullet.label, bullet.indent + 2, reader) };
}

/** The parts of a line behind its label; its fields take their place, and that name if they have none. */
export function named(pieces: LayoutPart[], label: string, indent: number, reader: Reader): Part[] {
  for (const { part } of pieces) {
    const field = part.type === 'field' ? reader.fields[part.field] : undefined;
    if (!field) continue;
    field.place = 'line';
    field.indent = indent;
    field.label ||= label;
  }
  checkBorders(pieces, reader);
  return partsOf(pieces);
}

/** A reader of the report tells one answer of a line from the next by the words between them. */
function checkBorders(pieces: LayoutPart[], { fields, tell }: Reader): void {
  for (const [index, { at, part }] of pieces.entries()) {
    const field = part.type === 'field' ? fields[part.field] : undefined;
    const behind = pieces
      .slice(index + 1)
      .some((one) => one.part.type !== 'text' || one.part.text.trim() !== '');
    const several = field ? severalLines(field) : '';
    if (several !== '' && !several.startsWith('\n'))
      tell(at, 'its answer needs lines of its own', 'put it in a line below its label');
    else if (several !== '' && behind)
      tell(at, 'its answer may take lines of its own', 'put nothing behind it in its line');
    const derived = part.type === 'derived' ? part.what : part.type;
    const isDerived = part.type === 'derived' || part.type === 'count' || part.type === 'index';
    if (isDerived && pieces.some((other) => other.part.type === 'field'))
      tell(at, `${derived}: it stands in a line with a field`, 'give it a line of its own');
    if (part.type === 'about') checkAbout(pieces, index, { fields, tell });
    const next = pieces.slice(index + 1).find((other) => other.part.type === 'field');
    if (!field || !next) continue;
    const between = pieces[index + 1]?.part;
    const words = between?.type === 'text' ? between.text : '';
    if (words.trim() === '')
      tell(next.at, 'no words stand between it and the field before it', 'put some there, such as " - "');
    else if (releaseLine(apart(words + words, words)) !== words + words)
      tell(next.at, `"${words}" cannot be told from an answer before it`, 'use a sign such as - or :');
    else if (holds(field.placeholder, words))
      tell(at, `it holds "${words}", which ends its answer`, 'choose other words between the two fields');
    else if (holds('N/A: ', words))
      tell(next.at, `"${words}" is part of "N/A: reason"`, 'choose other words between the two fields');
  }
}

/** Names of issues are told from what stands around them. */
function checkAbout(pieces: LayoutPart[], index: number, { fields, tell }: Reader): void {
  const piece = pieces[index];
  const behind = pieces[index + 1]?.part;
  if (piece?.part.type !== 'about') return;
  const told = behind?.type === 'field' ? fields[behind.field] : undefined;
  if (!fieldsIn(pieces.slice(index)).length)
    tell(
      piece.at,
      'about: no field stands behind it',
      'put it before one, as in :about[HIGH-1: ]:text[…]{#name}',
    );
  else if (told && (told.kind !== 'text' || piece.part.after.trim() === ''))
    tell(
      piece.at,
      'about: it cannot be told from the field behind it',
      'write it as in :about[HIGH-1: ]:text[…]{#name}',
    );
}

/** How a kind writes an answer of several lines in a line of the report, of the shapes that there are; else nothing. */
function severalLines(field: Field): string {
  const kind = kinds[field.kind];
  const shapes = ['a\nb', ['a', 'b'], { text: 'a', language: '' }];
  const value = shapes.find((shape) => kind.schema.safeParse(shape).success);
  const text = value === undefined ? '' : kind.write(value, field, () => false);
  return text.includes('\n') ? text : '';
}

/** Whether a text that words follow holds these before its end. */
const holds = (text: string, words: string): boolean => (text + words).indexOf(words) < text.length;

/** A name for people from an id: "next-review" is "Next review". */
export function spoken(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
