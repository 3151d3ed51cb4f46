import { resolve } from 'node:path';
import { memo } from '../../../../memo.ts';
import { visible } from '../../../../text/clean.ts';
import { counted } from '../../../../text/counted.ts';
import type { Entry } from '../../../picker/find.ts';
import type { PickList } from '../../../picker/picker-panel.ts';
import { seg } from '../../../row.ts';
import type { Overlay } from '../../state/overlay.ts';
import type { NextState, State } from '../../state/state.ts';

type Scans = Extract<Overlay, { type: 'scans' }>;
type Files = NonNullable<Scans['files']>;

/** What imports all of the files that were found. */
const all = '*';

/** The files that look like what scanners write, and the path that is typed. */
export const scanList = ({ files, picker }: Scans): PickList<Entry> => ({
  title: 'Import scans',
  placeholder: files === null ? 'looking for scans…' : 'a file, or the path of another one',
  entries: entriesFor(files ?? noFiles, picker.query.text.trim()),
  empty: [
    seg('  '),
    seg(files === null ? 'Looking for scans…' : 'No scans were found here. Type the path of one.', 'dim'),
  ],
});

const noFiles: Files = [];

const entriesFor = memo((files: Files, typed: string): Entry[] => [
  ...(files.length > 1
    ? [
        {
          id: all,
          title: files.length === 2 ? 'Both files' : `All ${counted(files.length, 'file')}`,
          kind: 'scan',
        } as const,
      ]
    : []),
  ...files.map(({ path, format }): Entry => ({ id: path, title: visible(path), kind: 'scan', note: format })),
  // A path can be typed that was not found: it comes behind what was.
  ...(typed === '' || files.some(({ path }) => path === typed)
    ? []
    : [{ id: typed, title: visible(`the file ${typed}`), kind: 'scan' } as const]),
]);

/** Imports a file, or all of them. */
export function importPicked(state: State, { files }: Scans, { id }: Entry): NextState {
  const top = state.facts.repository ?? state.cwd;
  const picked = id === all ? (files ?? noFiles).map(({ path }) => path) : [id];
  const found = new Set((files ?? noFiles).map(({ path }) => path));
  const paths = picked.map((path) => resolve(found.has(path) ? top : state.cwd, path));
  return { state: { ...state, overlay: null }, effect: { do: 'import', paths } };
}
