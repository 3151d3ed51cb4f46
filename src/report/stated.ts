import type { Severity } from '../fields/issue.ts';
import { folded } from '../template/layout.ts';
import type { Template } from '../template/template.ts';
import { bulletOf } from './bullet-label.ts';
import type { Stretch } from './stretches.ts';

/** Severities whose count the report leaves unfilled: what stands there is the template's sample. */
export function blankSeverities(template: Template, stretches: Stretch[]): Set<Severity> {
  const lines = stretches.flatMap((stretch) => stretch.lines.map((line) => line.text));
  const blank = new Set<Severity>();
  for (const slot of template.sections.flatMap((section) => section.slots)) {
    for (const bullet of slot.bullets) {
      const [part] = bullet.line;
      if (part?.type !== 'count') continue;
      if (lines.some((line) => line.includes(bullet.label) && line.includes(part.blank)))
        blank.add(part.severity);
    }
  }
  return blank;
}

/** The number behind the label of each count, and its line from 0. */
export function statedCounts(stretches: Stretch[]): Map<Severity, { count: number; at: number }> {
  const stated = new Map<Severity, { count: number; at: number }>();
  for (const { section, lines } of stretches) {
    const bullets = section.slots.flatMap((slot) => slot.bullets);
    for (const { label, line } of bullets) {
      const [part] = line;
      if (part?.type !== 'count') continue;
      for (const { text, at } of lines) {
        const said = bulletOf(text);
        if (!said || folded(said.label) !== folded(label)) continue;
        const count = /^\W*(\d+)/.exec(said.rest)?.[1];
        if (count !== undefined) stated.set(part.severity, { count: Number(count), at });
        break;
      }
    }
  }
  return stated;
}
