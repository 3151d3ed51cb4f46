import type { Trend } from '../../compare/answers/measures.ts';
import type { Comparison } from '../../compare/compare.ts';
import { severities } from '../../fields/issue.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { widestOf } from '../../text/widest.ts';
import { padEnd } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';

/** A line of a table: what, earlier, now, how it went. */
interface Row {
  group?: string;
  cells: [string, string, string, string];
}

/** What the two reviews are, and what they recommend. */
export function headBlock({ old, new: now, verdict, risk }: Comparison, width: number): string[] {
  const counted = severities.map((severity): Row => {
    const name = `${severity.charAt(0).toUpperCase()}${severity.slice(1)} issues`;
    return { cells: [name, `${old.counts[severity]}`, `${now.counts[severity]}`, ''] };
  });
  return table(
    [
      { cells: ['', 'earlier', 'now', ''] },
      { cells: ['Review', old.title, now.title, ''] },
      { cells: ['Date', old.date ?? none, now.date ?? none, ''] },
      { cells: ['Recommendation', verdict.old ?? none, verdict.new ?? none, wentTo(verdict.trend)] },
      { cells: ['Overall risk', risk.old ?? none, risk.new ?? none, wentTo(risk.trend)] },
      ...counted,
    ],
    width,
  );
}

/**
 * The measures that both reviews have; of statuses, checklists and the rest only what changed. What only one of them
 * says is summed up, a line for each page.
 */
export function answerBlocks(comparison: Comparison, width: number): string[][] {
  const block = (title: string, rows: Row[]) => (rows.length > 0 ? [title, ...table(rows, width)] : []);
  return [
    block('Measures', measureRows(comparison)),
    block('Statuses that changed', statusRows(comparison)),
    block('Checklists that changed', checklistRows(comparison)),
    otherLines(comparison, width),
    oneSidedLines(comparison),
  ];
}

const none = '–';

const measureRows = ({ measures }: Comparison): Row[] =>
  measures
    .filter((one) => one.old && one.new)
    .map(({ group, label, old, new: now, trend, regressed }) => {
      const went = trend === 'worse' && !regressed ? 'worse' : trend === 'same' ? 'same' : wentTo(trend);
      return { group, cells: [label, old?.words ?? none, now?.words ?? none, went] };
    });

const statusRows = ({ statuses }: Comparison): Row[] =>
  statuses
    .filter(({ trend }) => trend !== 'same' && !isOneSided(trend))
    .map(({ group, label, old, new: now, trend }) => ({
      group,
      cells: [label, old ?? none, now ?? none, wentTo(trend)],
    }));

const checklistRows = ({ checklists }: Comparison): Row[] =>
  checklists.flatMap(({ old, new: now, ticked, unticked, page, group, label }): Row[] => {
    const same = old && old.done === now.done && old.of === now.of;
    if (!old || (same && ticked.length + unticked.length === 0)) return [];
    const lost = unticked.length > 0 ? `${unticked.length} no longer` : '';
    return [{ group: group || page, cells: [label, `${old.done}/${old.of}`, `${now.done}/${now.of}`, lost] }];
  });

/** Whether only one of the reviews has it. */
const isOneSided = (trend: Trend): boolean => trend === 'appeared' || trend === 'gone';

function oneSidedLines({ measures, statuses, others }: Comparison): string[] {
  const all = [
    ...[...measures, ...statuses].flatMap(({ page, trend }) =>
      isOneSided(trend) ? [{ page, only: trend === 'gone' ? 'old' : 'new' }] : [],
    ),
    ...others.flatMap(({ page, only }) => (only ? [{ page, only }] : [])),
  ];
  if (all.length === 0) return [];
  const lines = [...Map.groupBy(all, ({ page }) => page)].map(([page, own]) => {
    const old = own.filter(({ only }) => only === 'old').length;
    const counts = [old > 0 ? `${old} earlier` : '', own.length > old ? `${own.length - old} now` : ''];
    return `  ${shown(page)}: ${counts.filter((part) => part !== '').join(', ')}`;
  });
  return ['Answered in one of the reviews only', ...lines];
}

function otherLines(comparison: Comparison, width: number): string[] {
  const others = comparison.others.filter(({ only }) => only === undefined);
  if (others.length === 0) return [];
  const pages = Map.groupBy(others, ({ page }) => page);
  const lines = [...pages].flatMap(([page, all]) => {
    const names = all.map(({ name, old, new: now }) => (old === now ? name : `${name} (${old} → ${now})`));
    const [first = '', ...rest] = wrapped(shown(`${page}: ${[...new Set(names)].join(', ')}`), width - 4);
    return [`  ${first}`, ...rest.map((row) => `    ${row}`)];
  });
  return ['Also changed', ...lines.map((line) => line.trimEnd())];
}

/** `!` marks what is a regression. Nothing for what only is otherwise. */
const wentTo = (trend: Trend): string =>
  trend === 'better' ? '✓ better' : trend === 'worse' ? '! worse' : '';

/** Rows with a line for each group; what is too long for its column goes on below. */
function table(rows: Row[], width: number): string[] {
  const shownRows = rows.map(({ group, cells }) => ({
    group: group === undefined ? undefined : shown(group),
    cells: cells.map(shown),
  }));
  const indent = rows.some(({ group }) => group !== undefined) ? 4 : 0;
  const widest = (column: number) => widestOf(shownRows.map(({ cells }) => cells[column] ?? ''));
  const last = widest(3);
  const first = Math.min(widest(0), Math.floor((width - last - indent) / 2));
  const room = width - indent - first - last - 6;
  const widths = [first, ...shared(widest(1), widest(2), room), last];
  let before: string | undefined;
  return shownRows.flatMap(({ group, cells }) => {
    const heading = group !== undefined && group !== before ? [`  ${group}`] : [];
    before = group;
    return [...heading, ...lineOf(cells, widths).map((line) => ' '.repeat(indent) + line)];
  });
}

function lineOf(cells: string[], widths: number[]): string[] {
  const columns = cells.map((cell, at) => wrapped(cell, widths[at] ?? 0).map((part) => part.trimEnd()));
  const height = columns.reduce((most, rows) => Math.max(most, rows.length), 0);
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((rows, at) => padEnd(rows[row] ?? '', widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Two widths that together have so much room: one that needs less than half gets what it needs. */
function shared(one: number, other: number, room: number): [number, number] {
  if (one + other <= room) return [one, other];
  const half = Math.floor(room / 2);
  if (one <= half) return [one, room - one];
  return other <= half ? [room - other, other] : [half, half];
}

const shown = (text: string) => visible(oneLine(text).text);
