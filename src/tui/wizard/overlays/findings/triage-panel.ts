import { visible } from '../../../../text/clean.ts';
import { counted } from '../../../../text/counted.ts';
import { truncate } from '../../../../text/width.ts';
import { wrapped } from '../../../../text/wrap.ts';
import { bodyRows, framed, type Hint } from '../../../frame.ts';
import { beside, fitted, type Panel, panel, type Spoken, stacked } from '../../../panel.ts';
import { reveal } from '../../../picker/scroll.ts';
import { promptPanel } from '../../../prompt.ts';
import { type Row, seg } from '../../../row.ts';
import { geometryOf } from '../../render/geometry.ts';
import { sourceRows } from '../../render/source.ts';
import { type Triage, type TriageRow, triageFound, triageRows } from '../../state/findings/triage-rows.ts';
import { sourceOf } from '../../state/source.ts';
import type { State } from '../../state/state.ts';
import { columnsOf, findingRow } from './finding-row.ts';

/** Rows below the list for all that there is to say of the finding that is picked out. */
const detailRows = 8;

const heightOf = (state: State): number => {
  const { rows, top } = geometryOf(state.size);
  return rows - top;
};

/** Rows of the list itself. */
export const triageListRows = (state: State): number => {
  const body = bodyRows(heightOf(state));
  return body < 8 + detailRows ? body : body - detailRows;
};

/** What scanners found: the list, what there is to say of the one that is picked out, and its source beside them. */
export function triagePanel(state: State, overlay: Triage, hints: readonly Hint[]): Panel {
  const { columns, aside } = geometryOf(state.size);
  const width = columns - aside;
  const height = heightOf(state);
  const found = triageFound(state, overlay);
  const rows = triageListRows(state);
  const at = Math.min(overlay.picker.at, Math.max(0, found.length - 1));
  const top = reveal(overlay.picker.top, at, found.length, rows);
  const seen = found.slice(top, top + rows);
  const spoken = new Map(
    seen.map((_, index): [number, Spoken] => [index, { role: 'option', selected: top + index === at }]),
  );
  const inRow = columnsOf(found, width);
  const list =
    found.length === 0
      ? panel(noneRows(state, overlay, width))
      : panel(
          seen.map((row, index) => findingRow(state, row, top + index === at, inRow, width)),
          { spoken },
        );
  const chosen = found[at];
  const said = state.notice?.text ?? '';
  const about = rows < bodyRows(height) ? detailsOf(chosen, said, width) : [];
  const body = stacked(fitted(list, rows), panel(about));
  const framedList = framed({
    top: title(state, overlay, width),
    hints,
    body: fitted(body, bodyRows(height)),
    width,
    height,
  });
  return aside === 0 ? framedList : beside(framedList, width, null, { rows: sourceBeside(state, height) });
}

/** The counts of the three lists, and the filter. */
function title(state: State, { list, picker, typing }: Triage, width: number): Panel {
  const rows = triageRows(state);
  const counts = (['open', 'decided', 'gone'] as const).map((one) => {
    const words = `${rows[one].length} ${one}`;
    return one === list ? `[${words}]` : words;
  });
  const isNarrow = width < 60;
  const label = isNarrow ? `${rows[list].length} ${list}` : `Findings ${counts.join(' ')}`;
  const prompt = promptPanel({
    label,
    text: picker.query,
    placeholder: typing ? 'a severity, rule, file or words' : '/ filters',
    focused: typing,
    most: 1,
    width,
    before: [seg('  ')],
  });
  return typing ? prompt : { ...prompt, cursor: null };
}

function noneRows({ history }: State, { list, picker }: Triage, width: number): Row[] {
  const open = history.present.findings?.length ?? 0;
  const words =
    picker.query.text.trim() !== ''
      ? 'No matches. Esc clears the filter.'
      : list === 'open'
        ? `Nothing is left to decide${open > 0 ? '. Tab shows what was decided' : ''}.`
        : list === 'decided'
          ? 'Nothing is decided yet.'
          : 'Nothing is gone since an earlier scan.';
  return wrapped(words, Math.max(8, width - 4)).map((row) => [seg(`  ${row}`, 'dim')]);
}

/** What was done last, and all that there is to say of the finding that is picked out. */
function detailsOf(chosen: TriageRow | undefined, said: string, width: number): Row[] {
  const columns = Math.max(8, width - 4);
  const rowsFor = (words: string, most: number, tone: 'dim' | 'accent' | 'plain'): Row[] => {
    const rows = wrapped(visible(words.replace(/\s+/g, ' ')), columns);
    const kept = rows.slice(0, most);
    const last = rows.length > most ? kept.with(-1, truncate(`${kept.at(-1) ?? ''} …`, columns)) : kept;
    return last.map((row): Row => [seg(`  ${row}`, tone)]);
  };
  const told = said === '' ? [] : rowsFor(said, 3, 'accent');
  if (!chosen) return [[], ...told];
  const { tool, rule, severityFrom, results, locations, message, fix } = chosen.candidate;
  const places = locations.slice(0, 6).join(', ');
  const more = locations.length > 6 ? `, and ${counted(locations.length - 6, 'more place')}` : '';
  return [
    [],
    ...told,
    ...rowsFor(`${tool} ${rule}: ${severityFrom}, ${counted(results, 'result')}`, 1, 'plain'),
    ...rowsFor(message, Math.min(3, 4 - told.length), 'dim'),
    ...(places === '' ? [] : rowsFor(places + more, 1, 'dim')),
    ...(fix === null ? [] : rowsFor(`Fix: ${fix}`, 1, 'dim')),
  ].slice(0, detailRows);
}

function sourceBeside(state: State, height: number): Row[] {
  const { aside } = geometryOf(state.size);
  const source = sourceOf(state);
  const rows = source ? sourceRows(source, state.highlight, aside - 4, height) : [];
  return Array.from({ length: height }, (_, at): Row => [seg('│ ', 'dim'), ...(rows[at] ?? [])]);
}
