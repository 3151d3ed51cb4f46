import type { Field } from '../../fields/field.ts';
import type { Line } from '../../markdown/scan.ts';
import { memo } from '../../memo.ts';
import { folded, labelOf } from '../../template/parts/layout.ts';
import type { Slot } from '../../template/template.ts';
import { bulletOf } from './bullet-label.ts';

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
export interface Relabeled {
  lines: Line[];
  leftover: Line[];
  /** How the lines of labels stand in the report, by their numbers, where they were rewritten. */
  sources?: ReadonlyMap<number, string>;
}

/** The labels of a stretch that stand in the template's own form. */
export interface PresentLabels {
  labels: Set<string>;
  /** By `bulletKey`. */
  bullets: Set<string>;
  /** Whether all that stand in every report are there. */
  complete: boolean;
}

export const isFree = ({ kind, opens }: Line): boolean =>
  kind !== 'fence' && (kind !== 'html' || opens !== undefined);
export const bulletKey = (slot: Slot, label: string): string => `${slot.label}\n${folded(label)}`;

/** Slots by their folded labels; of equal ones the first. */
export const slotsByLabel = memo(
  (slots: readonly Slot[]): ReadonlyMap<string, Slot> =>
    new Map(slots.map((slot) => [folded(slot.label), slot] as const).reverse()),
);

export function labelsIn(lines: Line[], { slots, asked }: Pick<Expected, 'slots' | 'asked'>): PresentLabels {
  const labels = new Set<string>();
  const bullets = new Set<string>();
  const byLabel = slotsByLabel(slots);
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
  const complete = slots
    .slice(0, asked)
    .every(
      (slot) =>
        (slot.label === '' || labels.has(folded(slot.label))) &&
        slot.bullets.every((one) => bullets.has(bulletKey(slot, one.label))),
    );
  return { labels, bullets, complete };
}
