import type { Severity } from '../../fields/issue.ts';
import type { Line } from '../../markdown/scan.ts';
import type { Template } from '../../template/template.ts';
import type { OwnHeadings } from '../reader/cutting/own-headings.ts';
import type { CutReport, Stretch } from '../reader/cutting/stretch.ts';
import { type Counts, countsIn } from './counts.ts';
import { stretchesOf } from './cut.ts';
import { withDeltaGroups } from './delta-groups.ts';
import { headingsOf } from './headings.ts';
import { withEvidence } from './issues/evidence.ts';
import { withLooseIssues } from './issues/loose-issues.ts';
import { parseLeniently } from './labels/lenient-values.ts';
import { statementsIn } from './statements.ts';

/** Cuts a report that a person edited or wrote by hand, of this template or not, as the template cuts its own. */
export function cutImported(template: Template, lines: Line[], own: OwnHeadings): CutReport {
  const headings = headingsOf(template, lines, own);
  const stretches = stretchesOf(template, lines, headings);
  const { ofTemplate } = headings;
  const gathered = withDeltaGroups(template, withLooseIssues(template, headings, stretches));
  const all = ofTemplate
    ? gathered
    : gathered.map((stretch) => ({ ...stretch, issues: stretch.issues.map(withEvidence) }));
  const outside = all.flatMap((stretch) => [...stretch.lines, ...stretch.foreign]);
  return {
    stretches: all,
    ofTemplate,
    counts: ofTemplate ? new Map() : countsOf(all, lines),
    statements: ofTemplate ? [] : statementsIn(template, outside),
    parse: parseLeniently(ofTemplate),
  };
}

/** The counts that a report states, but for those that count the closed issues as well. */
function countsOf(stretches: Stretch[], lines: Line[]): Counts {
  const inIssues = new Set(stretches.flatMap(({ issues }) => issues.flatMap(({ source = [] }) => source)));
  const counts = countsIn(lines.filter((line) => !inIssues.has(line)));
  for (const [severity, { count }] of counts) {
    const of = ({ severity: own }: { severity: Severity }) => own === severity;
    const open = stretches.flatMap(({ issues }) => issues.filter(of)).length;
    const closed = stretches.flatMap((stretch) => stretch.closed.filter(of)).length;
    if (closed > 0 && count === open + closed) counts.delete(severity);
  }
  return counts;
}
