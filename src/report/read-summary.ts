import { basename } from 'node:path';
import { countBySeverity, countsInWords, issueNames } from '../review/issue-names.ts';
import type { Review } from '../review/review.ts';
import { plainTitle } from '../template/parts/layout.ts';
import type { Template } from '../template/template.ts';
import { counted } from '../text/counted.ts';
import type { Doubt, ReadReport } from './read-result.ts';

/** What is kept in a draft of how its report was read. */
export interface Reading {
  /** Whether it was a report of the draft's template. */
  ofTemplate: boolean;
  /** How many issues and answers were read. */
  issues: number;
  answers: number;
  /** How many lines became notes. */
  unplaced: number;
  unclear: Doubt[];
  /** The lines of the report (from 1) on which the notes began, by `note/SECTION` and `issue-note/ISSUE`. */
  notes: Record<string, number>;
}

/** More than anybody goes through one by one. */
const most = 300;

export function readingOf({ review, ofTemplate, lines, unclear, unplaced }: ReadReport): Reading {
  const answers = [
    review.answers,
    ...review.issues.map((issue) => issue.answers),
    ...Object.values(review.items).flatMap((items) => items.map((item) => item.answers)),
  ];
  const notes: [string, number][] = [];
  for (const one of lines) if (/^(?:issue-)?note\//.test(one[0])) notes.push(one);
  notes.sort(([, one], [, other]) => one - other);
  return {
    ofTemplate,
    issues: review.issues.length,
    answers: answers.reduce((sum, one) => sum + Object.keys(one).length, 0),
    unplaced,
    unclear: unclear.slice(0, most),
    notes: Object.fromEntries(notes.slice(0, most)),
  };
}

/** "report.md: 2 critical · 4 high, 64 answers, 12 lines kept as notes". */
export function readInWords(name: string, reading: Reading, review: Review): string {
  const kind = reading.ofTemplate ? '' : 'reads as another kind of report: ';
  const issues = reading.issues === 0 ? 'no issues' : countsInWords(countBySeverity(review));
  const notes = reading.unplaced === 0 ? 'no notes' : `${lineCount(reading.unplaced)} kept as notes`;
  return `${basename(name)}: ${kind}${issues}, ${counted(reading.answers, 'answer')}, ${notes}`;
}

/** The name of what a note belongs to; undefined for one that the review has no more. */
export function noteOwner(template: Template, review: Review, key: string): string | undefined {
  const [kind, id = ''] = key.split('/');
  if (kind === 'issue-note')
    return review.issues.some((issue) => issue.id === id && issue.note !== undefined)
      ? issueNames(template, review).get(id)
      : undefined;
  const section = template.sections.find((one) => one.id === id);
  if (!section || review.notes[id] === undefined) return undefined;
  const page = template.pages.find((one) => one.id === section.page);
  return section.id === section.page ? (page?.title ?? id) : plainTitle(section.heading);
}

/** All of it in a few lines, for those who have no screen. */
export function readingLines(name: string, reading: Reading, template: Template, review: Review): string[] {
  const unclear = reading.unclear.map(({ line, what }) => `line ${line}: ${what}`);
  const notes = Object.entries(reading.notes).map(
    ([key, line]) => `line ${line}: kept as a note of ${noteOwner(template, review, key) ?? key}`,
  );
  return [readInWords(name, reading, review), ...few(unclear), ...few(notes)];
}

/** How many of a sort are told one by one. */
const told = 12;

const few = (lines: string[]): string[] =>
  lines.length <= told ? lines : [...lines.slice(0, told - 1), `… and ${lines.length - told + 1} more such`];

const lineCount = (count: number): string => counted(count, 'line');
