import type { Line } from '../../markdown/scan.ts';
import type { Template } from '../../template/template.ts';
import type { OwnHeadings } from '../reader/own-headings.ts';
import type { CutReport } from '../reader/stretch.ts';
import { stretchesOf } from './cut.ts';
import { withDeltaGroups } from './delta-groups.ts';
import { headingsOf } from './headings.ts';
import { withLooseIssues } from './issues/loose-issues.ts';
import { parseLeniently } from './labels/lenient-values.ts';
import { statementsIn } from './statements.ts';

/** Cuts a report that a person edited or wrote by hand, of this template or not, as the template cuts its own. */
export function cutImported(template: Template, lines: Line[], own: OwnHeadings): CutReport {
  const headings = headingsOf(template, lines, own);
  const stretches = stretchesOf(template, lines, headings);
  const { ofTemplate } = headings;
  const all = withDeltaGroups(template, withLooseIssues(template, headings, stretches));
  const outside = all.flatMap((stretch) => [...stretch.lines, ...stretch.foreign]);
  return {
    stretches: all,
    ofTemplate,
    statements: ofTemplate ? [] : statementsIn(template, outside),
    parse: parseLeniently(ofTemplate),
  };
}
