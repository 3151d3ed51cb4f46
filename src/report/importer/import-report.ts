import type { Line } from '../../markdown/scan.ts';
import type { Template } from '../../template/template.ts';
import type { OwnHeadings } from '../reader/own-headings.ts';
import type { CutReport } from '../reader/stretch.ts';
import { stretchesOf } from './cut.ts';
import { headingsOf } from './headings.ts';
import { withIssuesWithoutHeadings } from './issues-without-headings.ts';

/** Cuts a report that a person edited or wrote by hand, of this template or not, as the template cuts its own. */
export function cutImported(template: Template, lines: Line[], own: OwnHeadings): CutReport {
  const headings = headingsOf(template, lines, own);
  const stretches = stretchesOf(template, lines, headings);
  return {
    stretches: withIssuesWithoutHeadings(template, headings, stretches),
    ofTemplate: headings.ofTemplate,
  };
}
