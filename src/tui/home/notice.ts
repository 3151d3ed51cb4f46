import { wrap } from '../../text/wrap.ts';
import { type Line, seg } from '../line.ts';

/** What there is to say above the drafts, with an empty row below; no rows without words. */
export function noticeRows(notice: string, width: number): Line[] {
  if (notice === '') return [];
  const rows = wrap(notice, Math.max(8, width - 2));
  return [...rows.map(({ start, end }): Line => [seg(` ${notice.slice(start, end)}`, 'high')]), []];
}
