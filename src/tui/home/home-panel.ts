import { wrap } from '../../text/wrap.ts';
import { bodyRows, framed, titled } from '../frame.ts';
import { helpPanel } from '../help.ts';
import { fitted, type Panel, panel, type Spoken, stacked } from '../panel.ts';
import { reveal } from '../picker/scroll.ts';
import { promptPanel } from '../prompt.ts';
import { cut, type Row, seg } from '../row.ts';
import { signs } from '../theme.ts';
import { draftGlance } from './draft-glance.ts';
import { columnsOf, draftRow } from './draft-row.ts';
import { homeHints } from './keys.ts';
import { aboutWords, menuRows } from './menu.ts';
import { noticeRows } from './notice.ts';
import { chosenEntry, chosenIn, type HomeState, listOf, roomOf, saidOf } from './state.ts';

/** What the program starts with: the reviews in the making, a new one, a report to open. */
export function homePanel(state: HomeState): Panel {
  const { part, columns: width, rows: height } = state;
  const hints = homeHints(state);
  if (part === 'help') return helpPanel(state, state.helpRows, hints, width, height);
  const trash = part === 'trash';
  const list = listOf(state);
  const { glance, airy } = roomOf(state);
  const chosen = list[chosenIn(state)];
  const body = stacked(
    panel(noticeRows(saidOf(state), width)),
    part === 'open' ? question(state) : panel([]),
    part === 'drafts' ? menuPanel(state, airy) : panel([]),
    list.length === 0 ? panel(emptyRows(part, width)) : listed(state),
    panel(
      glance && chosen && chosen.unread === undefined
        ? draftGlance(chosen, state.glances.get(chosen.id), width, state.now).map((row) => cut(row, width))
        : [],
    ),
  );
  return framed({
    top: titled(
      trash ? 'sanctum-review › trash' : 'sanctum-review',
      [seg(trash ? counted(list.length, trash) : aboutWords(state.facts, width - 18), 'dim')],
      width,
    ),
    hints,
    body: fitted(body, bodyRows(height)),
    width,
    height,
  });
}

/** What can be begun, and the rule above the drafts with their number. */
function menuPanel(state: HomeState, airy: boolean): Panel {
  const { columns, facts, drafts } = state;
  const at = chosenEntry(state);
  const rows = menuRows(facts, at, columns);
  const count = counted(drafts.length, false);
  const rule = signs.rule.repeat(Math.max(0, columns - count.length - 3));
  const spoken = new Map(
    rows.map((_, row): [number, Spoken] => [row, { role: 'option', selected: row === at }]),
  );
  return stacked(
    panel(airy ? [[]] : []),
    panel(rows, { spoken }),
    panel(airy ? [[]] : []),
    panel([[seg(`${signs.rule} `, 'dim'), seg(count, 'bold'), seg(` ${rule}`, 'dim')]]),
  );
}

const question = ({ path, columns }: HomeState): Panel =>
  fitted(
    promptPanel({
      label: 'Report to open',
      text: path,
      placeholder: 'docs/reports/….md',
      width: columns,
      before: [seg(' ')],
    }),
    2,
  );

function listed(state: HomeState): Panel {
  const list = listOf(state);
  const columns = columnsOf(list, state.columns, state.now);
  const { list: room } = roomOf(state);
  const chosen = chosenIn(state);
  const top = reveal(state.top, Math.max(0, chosen), list.length, room);
  const shown = list.slice(top, top + room);
  return panel(
    shown.map((draft, at) =>
      draftRow(draft, columns, top + at === chosen, state.now, state.elsewhere.has(draft.id)),
    ),
    {
      spoken: new Map(
        shown.map((_, at): [number, Spoken] => [at, { role: 'option', selected: top + at === chosen }]),
      ),
    },
  );
}

const counted = (count: number, trash: boolean): string =>
  trash ? `${count} in the trash` : count === 1 ? '1 draft' : `${count} drafts`;

function emptyRows(part: HomeState['part'], width: number): Row[] {
  const text =
    part === 'trash'
      ? 'The trash is empty. What you delete with d stays here for 30 days.'
      : part === 'open'
        ? 'It is read into a review of its own; the file stays as it is.'
        : 'No reviews yet. Press n to start one in this repository, or o to continue from a report.';
  const rows = wrap(text, Math.max(8, width - 4));
  return [[], ...rows.map(({ start, end }): Row => [seg(`  ${text.slice(start, end)}`, 'dim')])];
}
