import { memo } from '../../../memo.ts';
import { languageOf } from '../../../repository/source/language.ts';
import { visible } from '../../../text/clean.ts';
import { counted } from '../../../text/counted.ts';
import type { Highlighter } from '../../preview/document.ts';
import { cut, type Row, seg } from '../../row.ts';
import type { SourceView } from '../state/source-view.ts';
import { shown, textRows } from './text.ts';

/** Colouring a longer file, in UTF-16 units, would be felt. */
const mostColoured = 100_000;
/** Lines above the selected ones that stay in view. */
const above = 4;

/** The file in rows: its name, the lines around the selected ones, who changed the cited ones last. */
export function sourceRows(
  source: SourceView,
  highlight: Highlighter | null,
  width: number,
  height: number,
): Row[] {
  const { commit, path, text, last } = source;
  const title: Row = [seg(shown(path), 'bold'), seg(` @ ${shown(commit.name)}`, 'dim')];
  if ('refused' in text) {
    const words = textRows(`${text.refused}.`, width).map((row): Row => [seg(row, 'dim')]);
    return [cut(title, width), [], ...words].slice(0, height);
  }
  const foot = last ? [[], cut([seg(lastWords(last), 'dim')], width)] : [];
  const room = Math.max(1, height - 2 - foot.length);
  const lines = lineRows(source, text.lines, highlight, room).map((row) => cut(row, width));
  return [cut(title, width), [], ...lines, ...foot].slice(0, height);
}

function lastWords({ author, date, commits }: NonNullable<SourceView['last']>): string {
  return `Last changed ${date} by ${shown(author)} (${counted(commits, 'commit')})`;
}

function lineRows(
  { path, cited, selected }: SourceView,
  lines: readonly string[],
  highlight: Highlighter | null,
  room: number,
): Row[] {
  const coloured = rowsIn(lines, highlight, languageOf(path));
  const least = Math.max(0, selected.from - 1 - above, Math.min(selected.to - room, selected.from - 1));
  const top = Math.max(0, Math.min(least, lines.length - room));
  const digits = String(lines.length).length;
  return coloured.slice(top, top + room).map((row, at): Row => {
    const line = top + at + 1;
    const isCited = cited !== null && line >= cited.from && line <= cited.to;
    const isSelected = line >= selected.from && line <= selected.to;
    const number = seg(`${isCited ? '›' : ' '}${String(line).padStart(digits)} `, isCited ? 'accent' : 'dim');
    return [number, seg(isSelected ? '▌' : ' ', 'accent'), ...row];
  });
}

const rowsIn = memo((lines: readonly string[], highlight: Highlighter | null, language: string): Row[] => {
  const plain = lines.map((line) => visible(line.replaceAll('\t', '    ')));
  const text = plain.join('\n');
  const coloured = text.length <= mostColoured ? highlight?.(text, language) : null;
  return coloured ?? plain.map((line): Row => [seg(line)]);
});
