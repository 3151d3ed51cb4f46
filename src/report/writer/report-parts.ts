import type { FieldRef, Issue, Review } from '../../review/review.ts';
import { fieldKey } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { Output } from './output.ts';
import { Writer } from './writer.ts';
import type { WrittenIssues } from './written-issues.ts';

/** A stretch of a report: an issue, or what stands before, between or behind issues. */
interface ReportPart {
  /** At least one. */
  lines: readonly string[];
  /** On which of its lines places begin, by their keys: all fields of an issue, else items and the field asked for. */
  marks: ReadonlyMap<string, number>;
}

/** A line of a report: of which part, and which of its lines, both from 0. */
export interface ReportLine {
  part: number;
  line: number;
}

/** A report of which only the issues are written that are looked at: there may be a hundred thousand. */
export interface ReportParts {
  count: number;
  /** The part at a place in the report; undefined behind the last one. */
  at(part: number): ReportPart | undefined;
  /** The parts that are no issues, by their places. */
  others: ReadonlyMap<number, ReportPart>;
  /** The place of an issue's part; -1 where the report has none. */
  partOf(issue: string): number;
  /** How many of the issues begin up to the end of a part. */
  issuesUpTo(part: number): number;
}

/** Parts in a row: one that is no issue, or issues of one severity. */
type Run = { from: number } & ({ other: ReportPart } | WrittenIssues);

/**
 * The report of a review in parts. Their lines one after the other are those of `render`.
 * @param marked the place besides issues of which it is kept where it begins
 */
export function reportParts(template: Template, review: Review, marked: FieldRef | null): ReportParts {
  const out = new Output({ key: marked && fieldKey(marked) });
  const runs: Run[] = [];
  let count = 0;
  const add = (isLast: boolean) => {
    const other = otherPart(out, runs.length === 0, isLast);
    if (other) runs.push({ from: count++, other });
  };
  new Writer(template, review, out, (written) => {
    add(false);
    runs.push({ from: count, ...written });
    count += written.issues.length;
  }).document();
  add(true);
  const runAt = (part: number) => runs.findLast(({ from }) => from <= part);
  return {
    count,
    at(part) {
      const run = runAt(part);
      if (!run) return undefined;
      if ('other' in run) return part === run.from ? run.other : undefined;
      return issuePart(template, run, part - run.from);
    },
    others: new Map(runs.flatMap((run) => ('other' in run ? [[run.from, run.other] as const] : []))),
    partOf(issue) {
      for (const run of runs) {
        const at = 'other' in run ? -1 : run.issues.findIndex(({ id }) => id === issue);
        if (at >= 0) return run.from + at;
      }
      return -1;
    },
    issuesUpTo: (part) =>
      runs.reduce((sum, run) => {
        const own = 'other' in run ? 0 : run.issues.length;
        return sum + Math.max(0, Math.min(own, part + 1 - run.from));
      }, 0),
  };
}

/**
 * Takes what was written between issues. What it begins with ends the last line of the issue before it, and what it ends
 * with the line before the next one; null where there is no line of its own.
 */
function otherPart(out: Output, isFirst: boolean, isLast: boolean): ReportPart | null {
  const { text, lines: marks } = out.taken();
  const own = isLast ? text.replace(/\n+$/, '') : text.replace(/\n$/, '');
  const start = isFirst ? 0 : text.indexOf('\n') + 1;
  if (own.length < start || text === '') return null;
  const by = isFirst ? 0 : 1;
  return {
    lines: own.slice(start).split('\n'),
    marks: new Map([...marks].map(([key, line]) => [key, line - by])),
  };
}

/** How issues were written last. */
const known = new WeakMap<Issue, { template: Template; index: number; isLast: boolean; part: ReportPart }>();

/** An issue with what parts it from the next one, remembered while it is the same issue in the same place. */
function issuePart(template: Template, { issues, write, between }: WrittenIssues, index: number) {
  const issue = issues[index];
  if (!issue) return undefined;
  const isLast = index === issues.length - 1;
  const hit = known.get(issue);
  if (hit?.template === template && hit.index === index && hit.isLast === isLast) return hit.part;
  const out = new Output('all');
  write(index, out);
  if (!isLast) out.fixed(between);
  const { text, lines: marks } = out.taken();
  const part = { lines: (isLast ? text : text.replace(/\n$/, '')).split('\n'), marks };
  known.set(issue, { template, index, isLast, part });
  return part;
}
