import type { ReportParts } from '../../src/report/writer/report-parts.ts';

/** All lines of a report in parts. */
export const linesOf = (report: ReportParts): string[] =>
  Array.from({ length: report.count }, (_, part) => report.at(part)?.lines ?? []).flat();
