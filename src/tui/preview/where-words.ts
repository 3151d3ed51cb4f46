import { memo } from '../../memo.ts';
import type { ReportLine, ReportParts } from '../../report/writer/report-parts.ts';

/** To number the lines, all of a report is written: in a moment, where it has no more parts than this. */
const fewParts = 1000;

/** How many lines stand before each part, and behind the last one. */
const linesBefore = memo((report: ReportParts): number[] => {
  const before = [0];
  for (let part = 0; part < report.count; part += 1)
    before.push((before[part] ?? 0) + (report.at(part)?.lines.length ?? 0));
  return before;
});

/** Which lines of a report are in view; of a long one, which of its issues. */
export function whereWords(report: ReportParts, first: ReportLine, last: ReportLine): string {
  const share = (of: number, all: number) => `${Math.round((of / Math.max(1, all)) * 100)}%`;
  if (report.count > fewParts) {
    const [at, all] = [report.issuesUpTo(last.part), report.issuesUpTo(report.count - 1)];
    const issue = at === 0 ? '' : `issue ${at.toLocaleString('en')} of `;
    return `${issue}${all.toLocaleString('en')}${at === 0 ? ' issues' : ''}   ${share(at, all)}`;
  }
  const before = linesBefore(report);
  const number = ({ part, line }: ReportLine) => (before[part] ?? 0) + line + 1;
  const all = before.at(-1) ?? 0;
  return `line ${number(first)}–${number(last)} of ${all}   ${share(number(last), all)}`;
}
