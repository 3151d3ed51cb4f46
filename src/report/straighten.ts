import type { Field } from '../fields/field.ts';
import { indentOf, outdent } from '../markdown/line.ts';
import { type Line, scan } from '../markdown/scan.ts';
import { folded, labelOf } from '../template/layout.ts';
import type { Slot } from '../template/template.ts';
import { bulletOf } from './bullet-label.ts';
import { remarkBehind } from './remark.ts';
import { isTableRule, type Said, saidLabel, saidTogether } from './said-label.ts';
import { loosely, meansLabel } from './synonyms.ts';

/** What a stretch of a report may hold. */
export interface Expected {
  /** Its labels, those that it has to have first. */
  slots: Slot[];
  /** How many of them stand in every report that this program writes. */
  asked: number;
  fields: Partial<Record<string, Field>>;
  /** A label whose value follows from elsewhere; tells the line that stands for it, null for a value that differs, nothing for other labels. */
  derived?(label: string, value: string): string | null | undefined;
}

/** A stretch with its labels as the template writes them, and lines of it that belong to none of them. */
export interface Straight {
  lines: Line[];
  aside: Line[];
}

/**
 * The lines of a stretch with each label that a person wrote in another way written as the template does: in bullets,
 * tables or plain words, under another name, as a heading. One that has all its labels is left as it is: what else
 * looks like one there is a part of an answer.
 */
export function straighten(lines: Line[], expected: Expected): Straight {
  const present = labelsIn(lines, expected.slots);
  if (present.complete(expected.slots.slice(0, expected.asked))) return { lines, aside: [] };
  return new Straightener(expected, present).run(lines);
}

const isFree = ({ kind, opens }: Line): boolean =>
  kind !== 'fence' && (kind !== 'html' || opens !== undefined);
const bulletKey = (slot: Slot, label: string): string => `${slot.label}\n${folded(label)}`;

/** The labels that stand in their own form. */
function labelsIn(lines: Line[], slots: Slot[]) {
  const labels = new Set<string>();
  const bullets = new Set<string>();
  const byLabel = new Map(slots.map((slot) => [folded(slot.label), slot]).reverse() as [string, Slot][]);
  let current = byLabel.get('');
  for (const line of lines) {
    if (line.depth === 0 && isFree(line)) {
      const label = labelOf(line.text);
      const slot = label && byLabel.get(folded(label.label));
      if (!slot) continue;
      labels.add(folded(slot.label));
      current = slot;
    } else if (current && current.bullets.length > 0 && line.depth === 1) {
      const label = bulletOf(line.text)?.label;
      if (label !== undefined) bullets.add(bulletKey(current, label));
    }
  }
  return {
    labels,
    bullets,
    complete: (asked: Slot[]): boolean =>
      asked.every(
        (slot) =>
          (slot.label === '' || labels.has(folded(slot.label))) &&
          slot.bullets.every((one) => bullets.has(bulletKey(slot, one.label))),
      ),
  };
}

const isRow = ({ kind, text }: Line): boolean => kind === 'text' && /^ {0,3}\|/.test(text);

/** Behind the last row of the table that begins on a line; that line where none does. */
function tableEnd(lines: Line[], start: number): number {
  if (!isTableRule(lines[start + 1]?.text ?? '')) return start;
  const end = lines.findIndex((line, at) => at > start && !isRow(line));
  return end < 0 ? lines.length : end;
}

/** A head that only says that the table has labels and values. */
const saysNothing = ({ text }: Line): boolean =>
  text
    .split(/[|*\s]+/)
    .every((word) => /^(?:field|key|property|attribute|item|label|name|value|details?|)$/i.test(word));

const idsOf = (slot: Slot): string[] => [
  ...(slot.field === undefined ? [] : [slot.field]),
  ...slot.line.flatMap((part) => (part.type === 'field' ? [part.field] : [])),
];

type Target = { slot: Slot; bullet?: string };

class Straightener {
  private readonly expected: Expected;
  /** Fields whose label has come, or stands somewhere in its own form. */
  private readonly taken: Set<string>;
  private readonly takenBullets: Set<string>;
  private readonly out: { text: string; at: number }[] = [];
  private readonly aside: Line[] = [];
  private current: Slot | null;
  /** Columns by which what belongs to a label in a list is indented. */
  private indent = 0;
  /** Lines go here that belong to no label. */
  private away = false;
  /** Within a table of labels and values. */
  private inTable = false;

  constructor(expected: Expected, present: ReturnType<typeof labelsIn>) {
    this.expected = expected;
    const there = expected.slots.filter((slot) => present.labels.has(folded(slot.label)));
    this.taken = new Set([...present.labels, ...there.flatMap(idsOf)]);
    this.takenBullets = new Set(present.bullets);
    this.current = expected.slots.find((slot) => slot.label === '') ?? null;
  }

  run(lines: Line[]): Straight {
    let rows = 0;
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] as Line;
      if (at >= rows) {
        this.inTable = false;
        rows = isRow(line) ? tableEnd(lines, at) : at;
        if (rows > at && lines.slice(at, rows).some((one) => this.isKnown(one))) {
          this.inTable = true;
          if (!this.isKnown(line)) {
            if (!saysNothing(line)) this.aside.push(...lines.slice(at, at + 2));
            at += 1;
            continue;
          }
        }
      }
      if (this.inTable && isTableRule(line.text)) continue;
      this.take(line);
    }
    if (this.out.length === 0) return { lines: [], aside: this.aside };
    const scanned = scan(this.out.map(({ text }) => text).join('\n'));
    return { lines: scanned.map((line, at) => ({ ...line, at: this.out[at]?.at ?? 0 })), aside: this.aside };
  }

  private isKnown(line: Line): boolean {
    const said = saidLabel(line);
    return said !== null && this.target(said) !== null;
  }

  private take(line: Line): void {
    if (
      !isFree(line) ||
      line.kind === 'blank' ||
      line.depth > 1 ||
      (line.depth === 1 && indentOf(line.text) > 1)
    ) {
      this.plain(line);
      return;
    }
    const parts = line.kind === 'text' ? saidTogether(line.text) : [line.text];
    const all = parts.map((text) => saidLabel({ ...line, text }));
    if (parts.length > 1 && all.every((said) => said !== null)) {
      for (const [at, said] of all.entries()) this.said({ ...line, text: parts[at] ?? '' }, said);
    } else this.said(line, saidLabel(line));
  }

  private said(line: Line, said: Said | null): void {
    if (!said) {
      this.plain(line);
      return;
    }
    const derived = this.expected.derived?.(loosely(said.label), said.rest);
    if (derived !== undefined) {
      if (derived === null) this.aside.push(line);
      else {
        this.emit(derived, line);
        this.remark(said, line);
      }
      this.away = false;
      return;
    }
    const target = this.target(said);
    if (target) this.begin(target, said, line);
    else if (this.isForeign(said)) {
      this.aside.push(line);
      this.away = said.form !== 'row';
    } else this.plain(line);
  }

  /** What a label means that is not there yet; or that is there, for one that can be nothing but a label. */
  private target({ label, form, rest }: Said): Target | null {
    const name = folded(label);
    const near = loosely(label);
    const { slots } = this.expected;
    const open = (slot: Slot) =>
      !this.taken.has(folded(slot.label)) && !idsOf(slot).some((id) => this.taken.has(id));
    const bulletIn = (slot: Slot): Target[] =>
      slot.bullets
        .filter((one) => !this.takenBullets.has(bulletKey(slot, one.label)))
        .filter((one) => folded(one.label) === name)
        .map((one) => ({ slot, bullet: one.label }));
    const here = this.current ? bulletIn(this.current) : [];
    if (here[0]) return here[0];
    // A label of a group of bullets has nothing behind it.
    const holds = (slot: Slot) => slot.bullets.length === 0 || rest === '';
    const own = slots.find((slot) => slot.label !== '' && folded(slot.label) === name && holds(slot));
    if (own && (open(own) || (form !== 'plain' && form !== 'bullet'))) return { slot: own };
    const elsewhere = slots.flatMap(bulletIn);
    if (elsewhere.length === 1 && elsewhere[0] && form !== 'plain') return elsewhere[0];
    const meant = slots.filter(
      (slot) => slot.label !== '' && holds(slot) && meansLabel(near, folded(slot.label)),
    );
    const slot = meant.find(open) ?? (form === 'bold' || form === 'row' ? meant[0] : undefined);
    return slot ? { slot } : null;
  }

  /** A label with more in it than its name stays as it is. */
  private remark({ label }: Said, line: Line): void {
    if (remarkBehind(label) !== '') this.aside.push({ ...line, text: label });
  }

  private begin({ slot, bullet }: Target, said: Said, line: Line): void {
    const { label, rest, indent } = said;
    this.away = false;
    if (folded(label) !== folded(bullet ?? slot.label)) this.remark(said, line);
    if (bullet === undefined) {
      this.current = slot;
      this.indent = indent;
      this.taken.add(folded(slot.label));
      for (const id of idsOf(slot)) this.taken.add(id);
      this.emit(`**${slot.label}:** ${rest}`.trimEnd(), line);
      return;
    }
    if (slot !== this.current && slot.label !== '') this.emit(`**${slot.label}:**`, line);
    this.current = slot;
    this.indent = 0;
    this.takenBullets.add(bulletKey(slot, bullet));
    this.emit(`- ${bullet}: ${rest}`.trimEnd(), line);
  }

  /** Whether a label that nothing knows ends what stands above it: in prose it is a part of it. */
  private isForeign({ form, colon }: Said): boolean {
    if (!colon) return false;
    if (form === 'row') return this.inTable;
    if (!this.current) return form === 'bold' && this.expected.derived !== undefined;
    if (form !== 'bold') return false;
    const kinds = idsOf(this.current).map((id) => this.expected.fields[id]?.kind);
    return this.current.bullets.length === 0 && !kinds.includes('prose') && !kinds.includes('checklist');
  }

  private plain(line: Line): void {
    if (this.away && line.kind !== 'heading') this.aside.push(line);
    else this.emit(this.indent > 0 ? outdent(line.text, this.indent) : line.text, line);
  }

  private emit(text: string, { at }: Line): void {
    this.out.push({ text, at });
  }
}
