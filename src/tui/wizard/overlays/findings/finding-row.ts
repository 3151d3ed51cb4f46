import { memo } from '../../../../memo.ts';
import { issueName } from '../../../../review/issue-names.ts';
import { visible } from '../../../../text/clean.ts';
import { widestOf } from '../../../../text/widest.ts';
import { padEnd, truncate, truncateStart } from '../../../../text/width.ts';
import { cut, type Row, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import type { TriageRow } from '../../state/findings/triage-rows.ts';
import type { State } from '../../state/state.ts';

/** Columns of the titles, of the rules, and of the places or decisions; 0: not shown. */
interface Columns {
  title: number;
  rule: number;
  place: number;
  isAnyNew: boolean;
}

/** Titles have no more than they need: the rest is for where they are, and by which rule. */
export function columnsOf(found: readonly TriageRow[], width: number): Columns {
  const { title: widest, rule: widestRule, isAnyNew } = needsOf(found);
  const room = Math.max(8, width - 19 - (isAnyNew ? fresh.length : 0));
  if (width < 50) return { title: room, rule: 0, place: 0, isAnyNew };
  const aside = Math.max(Math.floor(room * (width < 100 ? 0.4 : 0.5)), room - widest - 2);
  const rule = width < 100 ? 0 : Math.min(widestRule, Math.floor(aside * 0.45));
  return { title: room - aside - 2, rule, place: rule > 0 ? aside - rule - 2 : aside, isAnyNew };
}

/** What is before the title of a finding that no earlier scan had. */
const fresh = 'new  ';

const needsOf = memo((found: readonly TriageRow[]) => ({
  title: widestOf(found.map(({ title }) => visible(title))),
  rule: widestOf(found.map(({ candidate }) => visible(candidate.rule))),
  isAnyNew: found.some(({ isNew }) => isNew),
}));

/** `❯ HIGH      12  new  Use of weak random    gosec G404   internal/token.go:41`. */
export function findingRow(
  state: State,
  row: TriageRow,
  isChosen: boolean,
  columns: Columns,
  width: number,
): Row {
  const { candidate, severity, isRated, isNew } = row;
  const { rule, locations, results } = candidate;
  const mark = seg(isChosen ? `${signs.pick} ` : '  ', 'accent');
  const rank = seg(padEnd(`${severity.toUpperCase()}${isRated ? '*' : ''}`, 10), severity);
  const count = seg(`${String(results).padStart(4)}  `, 'dim');
  const head: Row = [mark, rank, count, ...(isNew ? [seg(fresh, 'accent')] : [])];
  // Where some are new, the others have as much more for their titles.
  const titleRoom = columns.title + (columns.isAnyNew && !isNew ? fresh.length : 0);
  const name = padEnd(truncate(visible(row.title), titleRoom), titleRoom);
  const rest = row.decision ? decidedIn(state, row) : placeWords(locations);
  const aside = [
    ...(columns.rule > 0 ? [padEnd(truncate(visible(rule), columns.rule), columns.rule)] : []),
    ...(columns.place > 0 ? [truncateStart(visible(rest), columns.place)] : []),
  ];
  const titled = [...head, seg(name, isChosen ? 'bold' : 'plain')];
  return cut(aside.length > 0 ? [...titled, seg(`  ${aside.join('  ')}`, 'dim')] : titled, width);
}

const placeWords = ([first = 'no place', ...more]: string[]): string =>
  more.length > 0 ? `${first} +${more.length}` : first;

function decidedIn({ template, history }: State, { decision }: TriageRow): string {
  if (!decision) return '';
  if (decision.is === 'dismissed') return `dismissed: ${decision.reason}`;
  const review = history.present;
  const names = decision.issues
    .filter((id) => review.issues.some((issue) => issue.id === id))
    .map((id) => issueName(template, review, id));
  const [first = ''] = names;
  return `${decision.is === 'merged' ? 'in ' : ''}${first}${names.length > 1 ? ` +${names.length - 1}` : ''}`;
}
