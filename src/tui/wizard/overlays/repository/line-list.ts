import { memo } from '../../../../memo.ts';
import type { FoundLine } from '../../../../repository/source/find-lines.ts';
import { visible } from '../../../../text/clean.ts';
import type { Entry } from '../../../picker/find.ts';
import type { PickList } from '../../../picker/picker-panel.ts';
import type { Overlay } from '../../state/overlay.ts';

/** The lines in which a word was found, with their places. */
export const lineList = ({ words, lines, more }: Extract<Overlay, { type: 'lines' }>): PickList<Entry> => ({
  title: more ? `“${words}”, the first ${lines.length} lines` : `“${words}”`,
  placeholder: 'any part of a path or line',
  aligned: true,
  entries: entriesFor(lines),
});

const entriesFor = memo((lines: readonly FoundLine[]): Entry[] =>
  lines.map(({ path, line, text }) => ({
    id: `${path}:${line}`,
    title: visible(text.trim()),
    path: visible(`${path}:${line}`),
    kind: 'line',
  })),
);
