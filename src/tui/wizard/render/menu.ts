import { type Panel, panel, type Spoken } from '../../panel.ts';
import { type Row, seg } from '../../row.ts';
import { signs } from '../../theme.ts';

/** A menu: a row for each label, with its number, the one that is picked out marked. `before`: what stands before each. */
export function menuPanel(labels: readonly string[], at: number, before: Row): Panel {
  const rows = labels.map(
    (label, index): Row => [
      ...before,
      seg(index === at ? `${signs.pick} ` : '  ', 'accent'),
      seg(`${index < 9 ? index + 1 : ' '} ${label}`, index === at ? 'bold' : 'plain'),
    ],
  );
  const spoken = new Map(
    rows.map((_, index): [number, Spoken] => [index, { role: 'radio', selected: index === at }]),
  );
  return panel(rows, { menu: rows.length > 0 ? { from: 0, to: rows.length, at } : null, spoken });
}
