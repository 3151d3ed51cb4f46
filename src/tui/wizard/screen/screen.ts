import { memo } from '../../../memo.ts';
import { displayWidth } from '../../../text/width.ts';
import type { Hint } from '../../frame.ts';
import { beside, filled, fitted, type Panel, panel, stacked } from '../../panel.ts';
import { laidOver } from '../../pop-up.ts';
import { besideRows, previewPanel } from '../../preview/preview-panel.ts';
import { promptPanel } from '../../prompt.ts';
import { cut, emptyRow, type Row, rowWidth, seg } from '../../row.ts';
import { menuOpen, pickedOption } from '../edit/choosing.ts';
import { hints } from '../keys/table.ts';
import { dismissBox, dismissPanel } from '../overlays/findings/dismiss-panel.ts';
import { triagePanel } from '../overlays/findings/triage-panel.ts';
import { finishPanel } from '../overlays/finish/finish-panel.ts';
import { finishedPanel } from '../overlays/finished/finished-panel.ts';
import { helpOverlayPanel } from '../overlays/help.ts';
import { overwriteBox, overwritePanel } from '../overlays/overwrite.ts';
import { isList, pickersBox, pickersPanel } from '../overlays/pickers.ts';
import { sourcePanel } from '../overlays/repository/source.ts';
import { severityBox, severityPanel } from '../overlays/severity.ts';
import { rowsOfBlock } from '../render/blocks/blocks.ts';
import { textBox } from '../render/blocks/field.ts';
import { menuRowCount } from '../render/blocks/options.ts';
import { bottomRows, topRule } from '../render/frame.ts';
import { geometryOf } from '../render/geometry.ts';
import { headerRow } from '../render/header.ts';
import { caretOf, seenOf } from '../render/layout.ts';
import { isPopUp } from '../render/pop-up.ts';
import { railRows } from '../render/rail.ts';
import { spokenRows } from '../render/roles.ts';
import { sourceRows } from '../render/source.ts';
import type { Overlay } from '../state/overlay.ts';
import { sourceOf } from '../state/source.ts';
import type { State } from '../state/state.ts';

/**
 * The wizard's screen: as many rows as the terminal has, each of them whole.
 * @param spoken for a screen reader: what stands beside the page is left out, and nothing of the page is cut
 */
export function screenOf(state: State, spoken = false): Panel {
  const { overlay } = state;
  const { rows } = geometryOf(state.size);
  if (overlay?.type === 'help' || overlay?.type === 'preview' || overlay?.type === 'source') {
    const banner = panel(state.saved.is === 'failed' ? [topRule(state)] : []);
    return stacked(banner, whole(state, overlay, rows - banner.rows.length));
  }
  const top = topPanel(spoken ? state : behind(state), spoken);
  if (!spoken && isPopUp(state)) return stacked(top, withPopUp(state));
  if (overlay?.type === 'triage') return stacked(top, triagePanel(state, overlay, hints(state)));
  if (isList(overlay)) return stacked(top, pickersPanel(state, overlay));
  const bottom =
    overlay?.type === 'prompt' ? promptRows(state, overlay) : panel(bottomRows(state, hints(state)));
  const height = rows - top.rows.length - bottom.rows.length;
  const middle = overlay && overlay.type !== 'prompt' ? over(state, overlay) : body(state, spoken);
  // What is typed into a question has the cursor.
  const shown = overlay?.type === 'prompt' ? { ...middle, cursor: null } : middle;
  const all = stacked(top, spoken ? shown : fitted(shown, Math.max(0, height)), bottom);
  return spoken ? all : fitted(all, rows);
}

/** The page, and over it the small thing that has the keys. */
function withPopUp(state: State): Panel {
  const { overlay } = state;
  const { columns, height, rail } = geometryOf(state.size);
  const { box, hints: keys } = isList(overlay)
    ? pickersBox(state, overlay)
    : { box: boxOf(state, overlay), hints: hints(state) };
  const width = rowWidth(box.rows[0] ?? []);
  // The pages at the left stay in view.
  const x = Math.max(rail, (columns - width) >> 1);
  const at = { x, y: Math.max(0, Math.floor((height - box.rows.length) / 3)) };
  return stacked(fitted(laidOver(belowPopUp(state), box, width, at), height), panel(bottomRows(state, keys)));
}

/** A question in its box. */
function boxOf(state: State, overlay: Overlay | null): Panel {
  switch (overlay?.type) {
    case 'severity':
      return severityBox(state, overlay);
    case 'dismiss':
      return dismissBox(state, overlay);
    case 'overwrite':
      return overwriteBox(state, overlay);
    default:
      return panel([]);
  }
}

/** What is seen around a pop-up: what it was opened from. */
function belowPopUp(state: State): Panel {
  const below = behind(state);
  return below.overlay?.type === 'triage' ? triagePanel(below, below.overlay, []) : body(state, false);
}

/** The state without a pop-up over the findings. */
function behind(state: State): State {
  const { overlay } = state;
  return overlay?.type === 'dismiss' && isPopUp(state) ? { ...state, overlay: overlay.under } : state;
}

/** What has the whole screen. */
function whole(
  state: State,
  overlay: Extract<Overlay, { type: 'help' | 'preview' | 'source' }>,
  height: number,
): Panel {
  const { columns } = geometryOf(state.size);
  const keys: Hint[] = hints(state);
  if (overlay.type === 'source') return sourcePanel(state, keys, height);
  return overlay.type === 'help'
    ? helpOverlayPanel(state, overlay, keys, height)
    : previewPanel(overlay, state.highlight, keys, columns, height);
}

/** What has the place of the page. */
function over(
  state: State,
  overlay: Extract<Overlay, { type: 'severity' | 'dismiss' | 'finish' | 'overwrite' | 'finished' }>,
): Panel {
  switch (overlay.type) {
    case 'severity':
      return severityPanel(state, overlay);
    case 'dismiss':
      return dismissPanel(state, overlay);
    case 'finish':
      return finishPanel(state, overlay);
    case 'overwrite':
      return overwritePanel(state, overlay);
    case 'finished':
      return finishedPanel(state, overlay);
  }
}

function topPanel(state: State, spoken: boolean): Panel {
  const rule = topRule(state, spoken);
  if (geometryOf(state.size).ruled) return panel([headerRow(state), rule]);
  return panel([state.saved.is === 'failed' ? rule : headerRow(state)]);
}

/** A question of one line, in the place of the hints: its own stand in the rule above. */
function promptRows(state: State, { label, hint = '', text }: Extract<Overlay, { type: 'prompt' }>): Panel {
  const { columns, rows, ruled } = geometryOf(state.size);
  const [rule = []] = bottomRows(state, hints(state));
  return stacked(
    panel(ruled ? [rule] : []),
    promptPanel({
      label,
      stacked: displayWidth(`${label}${hint}`) > columns - 6,
      text,
      placeholder: hint,
      most: Math.max(1, Math.floor(rows / 4)),
      width: columns,
      before: [seg(' ')],
    }),
  );
}

/** The pages, the page that is open, and the report beside it. */
function body(state: State, spoken: boolean): Panel {
  const { rail, aside, middle, height } = geometryOf(state.size);
  const page = spoken ? spokenPage(state) : pagePanel(state);
  if (spoken) return page;
  const pages = railRows(state);
  const left = Array.from({ length: height }, (_, row) => beforeRule(pages[row] ?? emptyRow, rail - 2));
  return beside(
    page,
    middle,
    rail > 0 ? { rows: left, width: rail } : null,
    aside > 0 ? { rows: besideRowsOf(state) } : null,
  );
}

const rule = seg('│ ', 'dim');
const beforeRule = memo((row: Row, width: number): Row => [...filled(row, width), rule]);

/** The source while the focused location names a file; else the report. */
function besideRowsOf(state: State): Row[] {
  const { aside, height } = geometryOf(state.size);
  const { beside: report, highlight } = state;
  const source = sourceOf(state);
  const rows = source
    ? sourceRows(source, highlight, aside - 4, height)
    : report
      ? besideRows(report, report.top, highlight, aside - 4, height)
      : [];
  return Array.from({ length: height }, (_, at) => behindRule(rows[at] ?? emptyRow));
}

const behindRule = memo((row: Row): Row => [rule, ...row]);

/** The rows of the page that are in view. */
function pagePanel(state: State): Panel {
  const { height, width, columns } = geometryOf(state.size);
  const rows: Row[] = Array.from({ length: height }, () => emptyRow);
  let menu: Panel['menu'] = null;
  for (const { block, at, from } of seenOf(state)) {
    const lines = rowsOfBlock(state, block);
    for (let index = from; index < lines.length && at + index < height; index++)
      rows[at + index] = cut(lines[index] ?? emptyRow, width);
    if (!state.overlay && menuOpen(state, block)) {
      const to = at + lines.length;
      const count = menuRowCount(state, block, textBox(state, block).x);
      // Without a highlight the menu begins at its first row, which is then drawn like the others.
      const picked = pickedOption(state, block) ?? 0;
      if (count > 0) menu = { from: Math.max(at + from, to - count), to, at: picked };
    }
  }
  const caret = caretOf(state);
  const y = caret ? caret.row - state.scroll : -1;
  const cursor = caret && y >= 0 && y < height ? { x: Math.min(columns - 1, caret.column), y } : null;
  return panel(rows, { cursor, menu });
}

/** The same for a screen reader: each block with all of its rows. */
function spokenPage(state: State): Panel {
  const blocks = seenOf(state).map(({ block }) => {
    const rows = rowsOfBlock(state, block);
    return panel(rows, { spoken: spokenRows(state, block, rows.length) });
  });
  return stacked(...blocks);
}
