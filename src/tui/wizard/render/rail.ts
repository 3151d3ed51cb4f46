import { memo, memoBy } from '../../../memo.ts';
import type { PageState } from '../../../review/progress.ts';
import type { Page } from '../../../template/template.ts';
import { type Row, type Segment, seg, spread, type Tone } from '../../row.ts';
import { signs } from '../../theme.ts';
import { pageCount, progressFor } from '../state/progress.ts';
import { pagesOf, type State } from '../state/state.ts';
import { geometryOf } from './geometry.ts';
import { markOfPage } from './problem-marks.ts';

const sign: Record<PageState, Segment> = {
  complete: seg(signs.complete, 'done'),
  begun: seg(signs.begun, 'accent'),
  untouched: seg(signs.untouched, 'dim'),
  attention: seg(signs.attention, 'high'),
};

/** What decides the rail. */
const railGiven = ({ template, history, page, size, checked, external }: State): unknown[] => [
  ...[template, history.present, page, size, checked, external],
];

/** The rail: every page with its state and its count. */
export const railRows = memoBy(railGiven, (state: State): Row[] => {
  const { rail, height } = geometryOf(state.size);
  const { pages } = progressFor(state);
  const lines = pagesOf(state).map((page) => {
    const { text, tone } = markOfPage(state, page.id) ?? sign[pages.get(page.id)?.state ?? 'untouched'];
    return pageRow(page, page.id === state.page, text, tone, pageCount(state, page), rail - 2);
  });
  // A screen with fewer rows than pages shows those around the one that is open.
  const at = pagesOf(state).findIndex((page) => page.id === state.page);
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  return lines.slice(from, from + height);
});

const pageRow = memo(
  (page: Page, here: boolean, mark: string, tone: Tone, count: string, width: number): Row => {
    const left = [
      here ? seg(signs.focus, 'accent') : seg(' '),
      seg(mark, tone),
      seg(` ${page.title}`, here ? 'bold' : 'plain'),
    ];
    return spread(left, [seg(` ${count} `, 'dim')], width);
  },
);
