import { indentOf, outdent } from '../../../markdown/line.ts';
import { type Line, scan } from '../../../markdown/scan.ts';
import { folded } from '../../../template/parts/layout.ts';
import type { Slot } from '../../../template/template.ts';
import { bulletKey, type Expected, isFree, type PresentLabels, type Relabeled } from '../../reader/labels.ts';
import { optionIn } from '../statements.ts';
import { looseName, meansLabel } from '../vocabulary/names.ts';
import { remarkBehind } from './heading-remarks.ts';
import { isTableRule, labelsInLine, type WrittenLabel, writtenLabel } from './label-forms.ts';

/**
 * The lines of a stretch with each label that a person wrote in another way written as the template does: in bullets,
 * tables or plain words, under another name, as a heading.
 */
export const relabel = (lines: Line[], expected: Expected, present: PresentLabels): Relabeled =>
  new Relabeler(expected, present).run(lines);

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

class Relabeler {
  private readonly expected: Expected;
  /** Fields whose label has come, or stands somewhere in its own form. */
  private readonly taken: Set<string>;
  private readonly takenBullets: Set<string>;
  private readonly out: { text: string; at: number }[] = [];
  private readonly leftover: Line[] = [];
  private readonly sources = new Map<number, string>();
  private current: Slot | null;
  /** Columns by which what belongs to a label in a list is indented. */
  private indent = 0;
  /** Lines go here that belong to no label. */
  private away = false;
  /** The next line that is not blank. */
  private next = '';
  /** Within a table of labels and values. */
  private inTable = false;

  constructor(expected: Expected, present: PresentLabels) {
    this.expected = expected;
    const there = expected.slots.filter((slot) => present.labels.has(folded(slot.label)));
    this.taken = new Set([...present.labels, ...there.flatMap(idsOf)]);
    this.takenBullets = new Set(present.bullets);
    this.current = expected.slots.find((slot) => slot.label === '') ?? null;
  }

  run(given: Line[]): Relabeled {
    let rows = 0;
    for (let at = 0; at < given.length; at += 1) {
      const line = given[at] as Line;
      if (at >= rows) {
        this.inTable = false;
        rows = isRow(line) ? tableEnd(given, at) : at;
        if (rows > at && given.slice(at, rows).some((one) => this.isKnown(one))) {
          this.inTable = true;
          if (!this.isKnown(line)) {
            if (!saysNothing(line)) this.leftover.push(...given.slice(at, at + 2));
            at += 1;
            continue;
          }
        }
      }
      if (this.inTable && isTableRule(line.text)) continue;
      this.next = given.slice(at + 1, at + 4).find(({ kind }) => kind !== 'blank')?.text ?? '';
      this.take(line);
    }
    const { leftover, sources } = this;
    if (this.out.length === 0) return { lines: [], leftover };
    const scanned = scan(this.out.map(({ text }) => text).join('\n'));
    const lines = scanned.map((line, at) => ({ ...line, at: this.out[at]?.at ?? 0 }));
    return { lines, leftover, sources };
  }

  private isKnown(line: Line): boolean {
    const said = writtenLabel(line);
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
    const parts = line.kind === 'text' ? labelsInLine(line.text) : [line.text];
    const all = parts.map((text) => writtenLabel({ ...line, text }));
    if (parts.length > 1 && all.every((said) => said !== null)) {
      for (const [at, said] of all.entries()) this.said({ ...line, text: parts[at] ?? '' }, said);
    } else this.said(line, writtenLabel(line));
  }

  private said(line: Line, said: WrittenLabel | null): void {
    if (!said) {
      this.plain(line);
      return;
    }
    const derived = this.expected.derived?.(looseName(said.label), said.rest);
    if (derived !== undefined) {
      if (derived === null) this.leftover.push(line);
      else {
        this.emit(derived, line);
        this.remark(said, line);
      }
      this.away = false;
      return;
    }
    const target = this.target(said);
    if (target && said.form === 'heading' && !this.holdsChoice(target.slot)) this.plain(line);
    else if (target) this.begin(target, said, line);
    else if (this.isForeign(said)) {
      this.leftover.push(line);
      this.away = said.form !== 'row';
    } else this.plain(line);
  }

  /** What a label means that is not there yet; or that is there, for one that can be nothing but a label. */
  private target({ label, form, rest }: WrittenLabel): Target | null {
    const name = folded(label);
    const near = looseName(label);
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

  /** Whether what follows a heading answers it: for a choice, one of the options. */
  private holdsChoice(slot: Slot): boolean {
    const fields = idsOf(slot).map((id) => this.expected.fields[id]);
    return !fields.some((field) => field?.kind === 'choice' && optionIn(field, this.next) === undefined);
  }

  /** A label with more in it than its name stays as it is. */
  private remark({ label }: WrittenLabel, line: Line): void {
    if (remarkBehind(label) !== '') this.leftover.push({ ...line, text: label });
  }

  private begin({ slot, bullet }: Target, said: WrittenLabel, line: Line): void {
    const { label, rest, indent } = said;
    this.away = false;
    // Of several labels in a line, none has it to itself.
    if (labelsInLine(line.text).length === 1 && !this.sources.has(line.at))
      this.sources.set(line.at, line.text);
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
  private isForeign({ form, colon }: WrittenLabel): boolean {
    if (!colon) return false;
    if (form === 'row') return this.inTable;
    if (!this.current) return form === 'bold' && this.expected.derived !== undefined;
    if (form !== 'bold') return false;
    const kinds = idsOf(this.current).map((id) => this.expected.fields[id]?.kind);
    return this.current.bullets.length === 0 && !kinds.includes('prose') && !kinds.includes('checklist');
  }

  private plain(line: Line): void {
    if (this.away && line.kind !== 'heading') this.leftover.push(line);
    else this.emit(this.indent > 0 ? outdent(line.text, this.indent) : line.text, line);
  }

  private emit(text: string, { at }: Line): void {
    this.out.push({ text, at });
  }
}
