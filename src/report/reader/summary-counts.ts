import type { Severity } from '../../fields/issue.ts';
import { stripped } from '../../markdown/line.ts';
import type { DerivedWords } from '../../review/previous/derived-words.ts';
import { folded, labelOf } from '../../template/parts/layout.ts';
import type { Template } from '../../template/template.ts';
import { bulletOf } from './bullet-label.ts';
import type { Stretch } from './cutting/stretch.ts';

/** What is counted in a report. */
export const countNouns =
  'issues?|findings?|vulnerabilit(?:y|ies)|problems?|risks?|bugs?|blockers?|defects?|items?';

/** Whether a word is one for what is counted in a report: "findings". */
export const isCountNoun = (word: string): boolean => countNoun.test(word);
const countNoun = new RegExp(`^(?:${countNouns})$`, 'i');

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

/** The words behind the label of what is derived. */
export function statedWords(stretches: Stretch[]): DerivedWords[] {
  return stretches.flatMap(({ section, lines }) =>
    section.slots
      .flatMap((slot) => [{ label: slot.label, line: slot.line }, ...slot.bullets])
      .flatMap(({ label, line: [part] }): DerivedWords[] => {
        if (part?.type !== 'derived') return [];
        const said = lines.map(({ text }) => saidBehind(text)).find((one) => one?.label === folded(label));
        return said ? [{ part, label, page: section.page, words: said.words }] : [];
      }),
  );
}

function saidBehind(text: string): { label: string; words: string } | null {
  const label = labelOf(text);
  if (label) return { label: folded(label.label), words: stripped(text.slice(label.end)) };
  const bullet = bulletOf(text);
  return bullet && { label: folded(bullet.label), words: stripped(bullet.rest) };
}
