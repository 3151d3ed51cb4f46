import { scan } from '../markdown/scan.ts';
import type { Template } from '../template/template.ts';
import { parseAnswer } from './answer-text.ts';
import { cutImported } from './importer/import-report.ts';
import { leniency } from './importer/labels/label-leniency.ts';
import type { ReadReport } from './read-result.ts';
import { ownHeadings } from './reader/cutting/own-headings.ts';
import { ownStretches } from './reader/cutting/own-stretches.ts';
import { readCut } from './reader/review-builder.ts';

/**
 * Reads a report, also one that a person wrote or edited, be it of this template or not. Never fails: what fits no
 * field is kept as a note of its section. A report as this program writes it is read without the importer.
 */
export function readReport(template: Template, markdown: string): ReadReport {
  const lines = scan(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const headings = ownHeadings(template, lines);
  const own = ownStretches(template, lines, headings);
  const report = own
    ? { stretches: own, ofTemplate: true, counts: new Map(), statements: [], parse: parseAnswer }
    : cutImported(template, lines, headings);
  return readCut(template, lines, report, leniency);
}

/** Whether a text is no report at all: all of it became a note of the first page, as what has no place does. */
export function isNothingRead({ pages }: Template, read: ReadReport): boolean {
  const { review, ofTemplate, stated, unclear } = read;
  const found = [review.answers, review.items, stated, unclear, review.issues].map(Object.keys);
  return (
    !ofTemplate &&
    found.every((keys) => keys.length === 0) &&
    Object.keys(review.notes).every((section) => section === pages[0]?.id)
  );
}
