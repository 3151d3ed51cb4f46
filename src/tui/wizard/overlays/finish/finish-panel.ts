import { isOpenError, type Problem } from '../../../../checks/problem.ts';
import { counted } from '../../../../text/counted.ts';
import { widestOf } from '../../../../text/widest.ts';
import { displayWidth, padEnd, truncateStart } from '../../../../text/width.ts';
import { type Panel, panel, stacked } from '../../../panel.ts';
import { promptPanel } from '../../../prompt.ts';
import { cut, type Row, rowWidth, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { staleOverrides } from '../../edit/fixes.ts';
import { geometryOf } from '../../render/geometry.ts';
import { bar, shown, wordRows } from '../../render/text.ts';
import { waitingFindings } from '../../state/findings/triage-rows.ts';
import { problemsFor } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { messageOf } from '../problems/problems.ts';
import { errorsOf, type Finish, finishText, reachablePages, reasonAt } from './finish.ts';
import { because, blockOf, fitting, lesserRows } from './finish-rows.ts';
import type { OpenPage } from './open-pages.ts';

const label = 'Write the report to';

/** Errors, each fixed here or given a reason; what else was found, counted; and where the report goes. */
export function finishPanel(state: State, overlay: Finish): Panel {
  const geometry = geometryOf(state.size);
  const { height } = geometry;
  const width = geometry.columns - 3;
  const airy = height >= 16;
  const below = width < 60;
  const review = state.history.present;
  const errors = errorsOf(state);
  const pages = reachablePages(state);
  const at = Math.min(overlay.at, errors.length + pages.length);
  const inError = at < errors.length;
  const text = finishText(state, overlay) ?? overlay.reason;

  const path =
    inError && !airy ? briefPath(overlay, width) : pathPanel(overlay, width, at === errors.length, below);
  const wrong = state.notice?.tone === 'error' ? wordRows(`! ${state.notice.text}`, width, 'error') : [];
  const room = height - (airy ? 3 : 1) - path.rows.length - wrong.length;
  const blocks = errors.map((problem, index) => {
    const said = messageOf(state.template, review, problem);
    return blockOf(problem, said, reasonAt(review, problem), index === at, width, below);
  });
  const heights = blocks.map(({ rows }) => rows);
  // The error that is answered has the first claim on the room, what is only counted the last.
  const least = Math.min(room, (inError ? (heights[at] ?? 0) : 0) + Math.min(2, errors.length));
  const stale = staleOverrides(state).length;
  const lesser = whole(lesserRows(problemsFor(state), stale, waitingFindings(state), width), room - least);
  // Errors come first, but for a page that has the focus.
  const all = heights.reduce((sum, rows) => sum + rows, 0);
  const taken = at > errors.length ? Math.min(all, 3) : all;
  const places = pageRows(pages, at - errors.length - 1, width, room - taken - lesser.length - 1);
  const more = places.length > 0 ? [[], ...places] : whole(listedRow(width), room - least - lesser.length);
  const { from, to } = fitting(
    heights,
    Math.min(at, errors.length - 1),
    0,
    room - lesser.length - more.length,
  );
  const blockPanels = blocks.slice(from, to).map(({ lines }, index) =>
    from + index === at
      ? stacked(
          panel(lines.slice(0, -1)),
          promptPanel({
            label: because,
            stacked: below,
            text,
            placeholder: 'a reason, printed in the report',
            width: width + 2,
            before: [bar(true), seg('  ')],
          }),
        )
      : panel(lines),
  );
  return stacked(
    panel([inset(titleOf(errors, width))]),
    panel(airy ? [[]] : []),
    panel(from > 0 ? [inset([seg(`  ${from} more above`, 'dim')])] : []),
    ...blockPanels,
    panel(to < errors.length ? [inset([seg(`  ${errors.length - to} more below`, 'dim')])] : []),
    panel(lesser.map(inset)),
    panel(airy ? [[]] : []),
    path,
    panel(wrong.map(inset)),
    panel(more),
  );
}

const listedRow = (width: number): Row[] =>
  wordRows('Ctrl+R in the review lists all of it.', width, 'dim').map(inset);

/** The pages with something left to do, each a row that leads there; none where there is no room for some of them. */
function pageRows(pages: OpenPage[], at: number, width: number, room: number): Row[] {
  if (pages.length === 0 || room < 4) return [];
  const rows = room - 1;
  const from = Math.max(0, Math.min(at - rows + 1, pages.length - rows));
  const names = widestOf(pages.map(({ title }) => shown(title))) + 2;
  return [
    inset([seg('Still open', 'heading')]),
    ...pages.slice(from, from + rows).map((page, index): Row => {
      const isHere = from + index === at;
      const { unanswered, problems, nothing } = page;
      const parts = [
        ...(problems > 0 ? [counted(problems, 'problem')] : []),
        ...(unanswered > 0 ? [`${unanswered} unanswered`] : []),
        ...(nothing === '' ? [] : [nothing]),
      ];
      const sign = problems > 0 ? seg(signs.attention, 'high') : seg(signs.untouched, 'dim');
      const name = seg(padEnd(shown(page.title), names), isHere ? 'bold' : 'plain');
      const go = isHere ? [seg('   Enter goes there', 'dim')] : [];
      return cut(
        [
          bar(isHere),
          seg(isHere ? `${signs.pick} ` : '  ', 'accent'),
          sign,
          seg(' '),
          name,
          seg(parts.join(', ')),
          ...go,
        ],
        width,
      );
    }),
  ];
}

const inset = (row: Row): Row => [seg('  '), ...row];

/** Rows that are shown whole or not at all. */
const whole = (rows: Row[], room: number): Row[] => (rows.length <= room ? rows : []);

const pathPanel = ({ path }: Finish, width: number, focused: boolean, below: boolean): Panel =>
  promptPanel({ label, stacked: below, text: path, focused, width: width + 2, before: [bar(focused)] });

/** Where there are few rows, and an error is answered, the path has one of them. */
function briefPath({ path }: Finish, width: number): Panel {
  const words = `${label}  ${truncateStart(path.text, width - displayWidth(label) - 2)}`;
  return panel([[bar(false), seg(words, 'dim')]]);
}

function titleOf(errors: Problem[], width: number): Row {
  const open = errors.filter(isOpenError).length;
  const title = seg('Finish review', 'bold');
  if (open === 0) return [title];
  const todo = `: fix ${open === 1 ? 'it' : 'each'}, or explain why you are keeping it`;
  const said = seg(`   ${signs.error} ${counted(open, 'error')}${todo}`, 'critical');
  return rowWidth([title, said]) <= width
    ? [title, said]
    : [title, seg(`   ${signs.error} ${counted(open, 'error')}`, 'critical')];
}
