import { visible } from '../text/clean.ts';
import { columnsOf, displayWidth } from '../text/width.ts';
import { filled, moved, type Panel } from './panel.ts';
import { type Row, seg } from './row.ts';

/** The panel in a box; `width`: its columns with the frame. */
export function boxed(given: Panel, width: number): Panel {
  const edge = seg('│', 'accent');
  const across = '─'.repeat(width - 2);
  return moved(
    {
      ...given,
      rows: [
        [seg(`╭${across}╮`, 'accent')],
        ...given.rows.map((row): Row => [edge, ...filled(row, width - 2), edge]),
        [seg(`╰${across}╯`, 'accent')],
      ],
    },
    1,
    1,
  );
}

/** One panel over another, which is seen around it, quietly; `at`: where it begins, in columns and rows. */
export function laidOver(under: Panel, top: Panel, width: number, at: { x: number; y: number }): Panel {
  const rows = under.rows.map((row, y): Row => {
    const quiet = row.map(({ text }) => seg(visible(text), 'dim'));
    const own = top.rows[y - at.y];
    if (!own) return quiet;
    return [...filled(between(quiet, 0, at.x), at.x), ...own, ...between(quiet, at.x + width, Infinity)];
  });
  return { ...moved(top, at.x, at.y), rows };
}

/** The columns from `from` up to `to` of a row. */
function between(row: Row, from: number, to: number): Row {
  let at = 0;
  return row.map(({ text, tone }) => {
    const part = columnsOf(text, from - at, to - at);
    at += displayWidth(text);
    return seg(part, tone);
  });
}
