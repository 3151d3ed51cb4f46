import type { Field } from '../fields/field.ts';
import type { Answer } from '../fields/value.ts';
import { releaseBlock } from '../markdown/contain.ts';
import { isBlank, isRule } from '../markdown/line.ts';
import type { Line } from '../markdown/scan.ts';
import { folded, labelOf } from '../template/layout.ts';
import type { Part, Slot } from '../template/template.ts';
import { issueNotesMark } from './landmarks.ts';
import { readLine } from './read-line.ts';
import { answerOf } from './words.ts';

/** What a stretch of a report holds. */
export interface Body {
  answers: Record<string, Answer>;
  /** What stands under no label. */
  loose: string;
  /** What stands under a label and fits no field, per label. */
  rest: string[];
  /** What is marked as notes. */
  notes: string;
}

interface Chunk {
  slot: Slot;
  /** The line that begins the chunk, and what follows the label in it. */
  head: string;
  first: string;
  lines: string[];
}

/** Reads a stretch by its labels. `fixed` lines are the template's own and hold nothing. */
export function readBody(
  slots: Slot[],
  fixed: string[],
  lines: Line[],
  fields: Partial<Record<string, Field>>,
): Body {
  const body: Body = { answers: {}, loose: '', rest: [], notes: '' };
  const nameless = slots.find((slot) => slot.label === '');
  const loose: string[] = [];
  const chunks: Chunk[] = [];
  const own = new Set(fixed);
  let target = loose;
  for (const [at, line] of lines.entries()) {
    const free = line.kind !== 'fence' && (line.kind !== 'html' || line.opens !== undefined);
    if (free && line.text === issueNotesMark) {
      body.notes = releaseBlock(stretch(lines.slice(at + 1).map((one) => one.text)));
      break;
    }
    const isOwn = free && own.has(line.text.trim());
    const label = free && !isOwn && line.depth === 0 ? labelOf(line.text) : null;
    const slot = label && slots.find((one) => folded(one.label) === folded(label.label));
    if (label && slot) {
      target = [];
      chunks.push({ slot, head: line.text, first: line.text.slice(label.end), lines: target });
    } else if (isOwn) target = chunks.length > 0 && target !== loose ? after(chunks) : loose;
    else target.push(line.text);
  }
  if (nameless) chunks.unshift({ slot: nameless, head: '', first: '', lines: loose.splice(0) });
  for (const chunk of chunks) readChunk(chunk, fields, body);
  body.loose = stretch(loose);
  return body;
}

/** Lines behind a fixed line belong to no label. */
function after(chunks: Chunk[]): string[] {
  const lines: string[] = [];
  chunks.push({ slot: { label: '', line: [], bullets: [] }, head: '', first: '', lines });
  return lines;
}

function readChunk(chunk: Chunk, fields: Partial<Record<string, Field>>, body: Body): void {
  const { slot, head, first } = chunk;
  const below = stretch(chunk.lines);
  const whole = [head, below].filter((text) => text !== '').join('\n');
  if (slot.line.length > 0) take(slot.line, first, below, whole, fields, body);
  else if (slot.field !== undefined) {
    const field = fields[slot.field];
    const source = first.trim() === '' ? `\n${below}` : [first, below].join('\n');
    if (field && !(field.id in body.answers)) {
      const { answer, rest } = answerOf(field, source);
      if (answer) body.answers[field.id] = answer;
      body.rest.push(rest);
    } else body.rest.push(whole);
  } else if (slot.bullets.length > 0) readBullets(chunk, fields, body);
  else if (slot.label === '') body.rest.push(below);
  else body.rest.push(below === '' && first.trim() === '' ? '' : whole);
}

/** A line with holes; lines below it belong to its last hole as far as that takes them. */
function take(
  parts: Part[],
  first: string,
  below: string,
  whole: string,
  fields: Partial<Record<string, Field>>,
  body: Body,
): void {
  const ids = parts.flatMap((part) => (part.type === 'field' ? [part.field] : []));
  if (ids.some((id) => id in body.answers)) {
    body.rest.push(whole);
    return;
  }
  const { answers, rest } = readLine(parts, first, below, fields);
  Object.assign(body.answers, answers);
  body.rest.push(rest);
}

function readBullets(chunk: Chunk, fields: Partial<Record<string, Field>>, body: Body): void {
  const rest: string[] = [];
  let open: { line: Part[]; head: string; first: string; below: string[] } | null = null;
  const close = () => {
    if (open)
      take(open.line, open.first, stretch(open.below), [open.head, ...open.below].join('\n'), fields, body);
    open = null;
  };
  if (chunk.first.trim() !== '') rest.push(chunk.head);
  for (const text of chunk.lines) {
    const label = bulletOf(text);
    const bullet = label && chunk.slot.bullets.find((one) => folded(one.label) === folded(label.label));
    if (bullet && label) {
      close();
      open = { line: bullet.line, head: text, first: label.rest, below: [] };
    } else if (open && /^(?:[ \t]|$)/.test(text))
      (open as { below: string[] }).below.push(text.replace(/^ {1,2}/, ''));
    else {
      close();
      rest.push(text);
    }
  }
  close();
  body.rest.push(stretch(rest));
}

/** A line `- Label: …`, its label perhaps in bold. */
export function bulletOf(text: string): { label: string; rest: string } | null {
  const found = /^[-*+] +(?:\*\*([^*]+?):?\*\*:?|([^:*]+?):)(?:[ \t]+(.*)|)$/s.exec(text);
  const label = found?.[1] ?? found?.[2];
  return label === undefined ? null : { label, rest: found?.[3] ?? '' };
}

/** Lines as a text, without blank lines around it and without dividers at its end. */
export function stretch(lines: string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start] ?? '')) start += 1;
  while (end > start && (isBlank(lines[end - 1] ?? '') || isRule(lines[end - 1] ?? ''))) end -= 1;
  return lines.slice(start, end).join('\n');
}
