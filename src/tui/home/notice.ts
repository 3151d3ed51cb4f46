import { wrap } from '../../text/wrap.ts';
import { type Row, seg } from '../row.ts';

/** What there is to say above the drafts, with an empty row below; no rows without words. */
export function noticeRows(notice: string, width: number): Row[] {
  if (notice === '') return [];
  const rows = wrap(notice, Math.max(8, width - 2));
  return [...rows.map(({ start, end }): Row => [seg(` ${notice.slice(start, end)}`, 'high')]), []];
}
