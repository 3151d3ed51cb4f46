import { basename } from 'node:path';
import { severities } from '../../fields/issue.ts';
import { visible } from '../../text/clean.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import { cut, type Row, seg } from '../row.ts';
import { signs } from '../theme.ts';
import type { HomeFacts } from './facts.ts';

/** What can be begun on the home screen, with the key that does it; each has one row, whatever is known yet. */
interface MenuEntry {
  key: string;
  label: string;
  /** The facts beside it; empty until they are known. */
  about(facts: HomeFacts): string;
}

export const menuEntries: readonly MenuEntry[] = [
  {
    key: 'n',
    label: 'New review',
    about: ({ about: { name, version } }) =>
      name === null ? 'no git repository here' : `of this repository${version ? `, at ${version}` : ''}`,
  },
  {
    key: 'f',
    label: 'Follow up',
    about: ({ about: { reports }, newest }) =>
      [
        reports[0] === undefined ? 'no report in docs/reports yet' : basename(reports[0]),
        ...(newest ? [newest.verdict || 'no verdict', countWords(newest.counts)] : []),
      ].join(' · '),
  },
  {
    key: 'o',
    label: 'Open a report…',
    about: ({ about: { reports } }) => `docs/reports has ${reports.length === 0 ? 'none' : reports.length}`,
  },
  {
    key: 'i',
    label: 'Import scans…',
    about: () => 'what scanners found, into the newest review or a new one',
  },
  { key: 'e', label: 'Example review', about: () => 'filled in, to look around; never saved' },
];

/** Columns from which on the facts have room. */
const roomy = 60;

function countWords(counts: Record<(typeof severities)[number], number>): string {
  const some = severities.filter((severity) => counts[severity] > 0);
  return some.map((severity) => `${counts[severity]} ${severity}`).join(', ') || 'no issues';
}

/** The menu; `at` is the entry that is picked out. */
export const menuRows = (facts: HomeFacts | null, at: number, width: number): Row[] =>
  menuEntries.map(({ key, label, about }, index) =>
    cut(
      [
        seg(index === at ? `${signs.pick} ` : '  ', 'accent'),
        seg(`${key}  `, 'accent'),
        seg(padEnd(label, 17), index === at ? 'bold' : 'plain'),
        seg(facts && width >= roomy ? visible(about(facts)) : '', 'dim'),
      ],
      width,
    ),
  );

/** "sanctum · main · v1.4.2-3-g3f2a9c1, changed", or as much of it as is known and has room. */
export function aboutWords(facts: HomeFacts | null, width: number): string {
  if (!facts) return '';
  const { name, branch, version, changed } = facts.about;
  if (name === null) return 'no git repository here';
  // Only tracked files are compared: whether there are others, and the tree is clean, nobody has looked.
  const tree = changed ? ', changed' : '';
  const state = version === null ? 'no commit yet' : `${version}${tree}`;
  const parts = [name, ...(branch ? [branch] : []), state].map(visible);
  const ways = [parts, parts.slice(0, 2), parts.slice(0, 1)].map((some) => some.join(' · '));
  return ways.find((words) => displayWidth(words) <= width) ?? '';
}
