import type { Field } from '../../fields/field.ts';
import type { Answer } from '../../fields/value.ts';
import { releaseBlock } from '../../markdown/contain.ts';
import type { Line } from '../../markdown/scan.ts';
import { folded, labelOf } from '../../template/parts/layout.ts';
import type { Part, Slot } from '../../template/template.ts';
import { type Parse, parseAnswer } from '../answer-text.ts';
import { issueNotesComment } from '../landmarks.ts';
import { bulletOf } from './bullet-label.ts';
import { slotsByLabel } from './labels.ts';
import { readLine } from './line.ts';
import { type Passage, passageOf } from './passage.ts';

/** Where a field was told a value that is not its answer: it has one already, or its words say none clearly. */
export interface FieldDoubt {
  field: string;
  at: number;
  because: 'told twice' | 'not clear';
}

/** What a stretch of a report holds. */
export interface Body {
  answers: Record<string, Answer>;
  /** The line on which each answer's label stands, by the field's id. */
  places: Record<string, number>;
  /** What stands under no label. */
  loose: Passage;
  /** What stands under a label and fits no field, per label. */
  rest: Passage[];
  /** What is marked as notes. */
  notes: Passage;
  doubts: FieldDoubt[];
}

interface Chunk {
  slot: Slot;
  /** The line that begins the chunk, and what follows the label in it. */
  head: string;
  at: number;
  first: string;
  lines: Line[];
}

type Fields = Partial<Record<string, Field>>;

/** What reading by labels takes. */
export interface BodyReading {
  fields: Fields;
  /** Fields that have an answer from elsewhere already. */
  isTaken?: (field: string) => boolean;
  parse?: Parse;
  /** How lines of labels stand in the report, where they were rewritten. */
  sources?: ReadonlyMap<number, string>;
}

/**
 * Reads a stretch by its labels. `fixed` lines are the template's own and hold nothing.
 */
export function readBody(
  slots: Slot[],
  fixed: ReadonlySet<string>,
  lines: Line[],
  { fields, isTaken = () => false, parse = parseAnswer, sources = asWritten }: BodyReading,
): Body {
  const body = new BodyReader(fields, isTaken, parse, sources);
  const nameless = slots.find((slot) => slot.label === '');
  const byLabel = slotsByLabel(slots);
  const loose: Line[] = [];
  const chunks: Chunk[] = [];
  let target = loose;
  for (const line of lines) {
    const free = line.kind !== 'fence' && (line.kind !== 'html' || line.opens !== undefined);
    if (free && line.text === issueNotesComment) {
      const { text, at: first } = passageOf(lines.slice(lines.indexOf(line) + 1));
      body.notes = { text: releaseBlock(text), at: first };
      break;
    }
    const isOwn = free && fixed.has(line.text.trim());
    const label = free && !isOwn && line.depth === 0 ? labelOf(line.text) : null;
    const slot = label && byLabel.get(folded(label.label));
    if (label && slot) {
      target = [];
      const head = sources.get(line.at) ?? line.text;
      chunks.push({ slot, head, at: line.at, first: line.text.slice(label.end), lines: target });
    } else if (isOwn) target = chunks.length > 0 && target !== loose ? after(chunks) : loose;
    else target.push(line);
  }
  if (nameless) {
    const all = loose.splice(0);
    chunks.unshift({ slot: nameless, head: '', at: all[0]?.at ?? 0, first: '', lines: all });
  }
  for (const chunk of chunks) body.chunk(chunk);
  body.loose = passageOf(loose);
  return body;
}

/** No line was rewritten. */
const asWritten: ReadonlyMap<number, string> = new Map();

/** Lines behind a fixed line belong to no label. */
function after(chunks: Chunk[]): Line[] {
  const lines: Line[] = [];
  chunks.push({ slot: { label: '', line: [], bullets: [] }, head: '', at: 0, first: '', lines });
  return lines;
}

/** A line with holes, as it was found. */
interface Found {
  parts: Part[];
  first: string;
  below: string;
  at: number;
  /** All of it, should it be no answer. */
  whole(): string;
}

class BodyReader implements Body {
  readonly answers: Record<string, Answer> = {};
  readonly places: Record<string, number> = {};
  readonly rest: Passage[] = [];
  readonly doubts: FieldDoubt[] = [];
  loose: Passage = { text: '', at: 0 };
  notes: Passage = { text: '', at: 0 };
  private readonly fields: Fields;
  private readonly isTaken: (field: string) => boolean;
  private readonly parse: Parse;
  private readonly sources: ReadonlyMap<number, string>;

  constructor(
    fields: Fields,
    isTaken: (field: string) => boolean,
    parse: Parse,
    sources: ReadonlyMap<number, string>,
  ) {
    this.sources = sources;
    this.fields = fields;
    this.isTaken = (id) => id in this.answers || isTaken(id);
    this.parse = parse;
  }

  chunk(chunk: Chunk): void {
    const { slot, head, first, at } = chunk;
    const { text: below, at: start } = passageOf(chunk.lines);
    const whole = () => [head, below].filter((text) => text !== '').join('\n');
    if (slot.line.length > 0) this.line({ parts: slot.line, first, below, at, whole });
    else if (slot.field !== undefined) this.field(slot.field, first, below, at, whole);
    else if (slot.bullets.length > 0) this.bullets(chunk);
    else if (slot.label === '') this.keep(below, start);
    else this.keep(below === '' && first.trim() === '' ? '' : whole(), at);
  }

  private field(id: string, first: string, below: string, at: number, whole: () => string): void {
    const field = this.fields[id];
    if (!field || this.isTaken(id)) {
      if (field && whole().trim() !== '' && this.says(field, first, below))
        this.doubts.push({ field: id, at, because: 'told twice' });
      this.keep(whole(), at);
      return;
    }
    const { answer, rest } = this.parse(field, sourceOf(first, below));
    if (answer) {
      this.answers[id] = answer;
      this.places[id] = at;
    } else if (field.kind === 'one-of' && rest !== '')
      this.doubts.push({ field: id, at, because: 'not clear' });
    this.keep(rest, at);
  }

  /** A line with holes; lines below it belong to its last hole as far as that takes them. */
  private line({ parts, first, below, at, whole }: Found): void {
    const twice = parts.find((part) => part.type === 'field' && this.isTaken(part.field));
    if (twice?.type === 'field') {
      this.doubts.push({ field: twice.field, at, because: 'told twice' });
      this.keep(whole(), at);
      return;
    }
    const { answers, rest, unread } = readLine(parts, first, below, this.fields, { parse: this.parse });
    for (const [id, answer] of Object.entries(answers)) {
      this.answers[id] = answer;
      this.places[id] = at;
    }
    if (unread !== undefined && this.fields[unread]?.kind === 'choice')
      this.doubts.push({ field: unread, at, because: 'not clear' });
    this.keep(unread === undefined ? rest : whole(), at);
  }

  private bullets(chunk: Chunk): void {
    const rest: Line[] = [];
    let open: { parts: Part[]; head: Line; first: string; below: Line[] } | null = null;
    const close = () => {
      if (!open) return;
      const { parts, head, first, below } = open;
      const source = this.sources.get(head.at) ?? head.text;
      const whole = () => [source, ...below.map((line) => line.text)].join('\n');
      this.line({ parts, first, below: passageOf(below).text, at: head.at, whole });
      open = null;
    };
    if (chunk.first.trim() !== '') this.keep(chunk.head, chunk.at);
    for (const line of chunk.lines) {
      const label = bulletOf(line.text);
      const bullet = label && chunk.slot.bullets.find((one) => folded(one.label) === folded(label.label));
      if (bullet && label) {
        close();
        open = { parts: bullet.line, head: line, first: label.rest, below: [] };
      } else if (open && /^(?:[ \t]|$)/.test(line.text))
        (open as { below: Line[] }).below.push({ ...line, text: line.text.replace(/^ {1,2}/, '') });
      else {
        close();
        rest.push(line);
      }
    }
    close();
    const { text, at } = passageOf(rest);
    this.keep(text, at);
  }

  /** Whether words under a label say anything but what the template shows there. */
  private says(field: Field, first: string, below: string): boolean {
    const { answer, rest } = this.parse(field, sourceOf(first, below));
    return answer !== undefined || rest !== '';
  }

  private keep(text: string, at: number): void {
    if (text !== '') this.rest.push({ text, at });
  }
}

/** A value as its kind reads it: behind its label, or below. */
const sourceOf = (first: string, below: string): string =>
  first.trim() === '' ? `\n${below}` : `${first}\n${below}`;
