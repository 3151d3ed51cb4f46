import type { Field } from '../../fields/field.ts';
import { trimmed } from '../../markdown/line.ts';
import type { Item } from '../../review/review.ts';
import type { IssueBlock, ListBlock } from '../../template/template.ts';
import type { Names } from '../issue-links.ts';
import type { Doubt } from '../read-result.ts';
import type { Stretch, UnreadIssue } from './cutting/stretch.ts';
import type { ReadIssue } from './issue.ts';
import type { Body } from './section.ts';

/**
 * Fields of which the report says two things, or none that can be understood.
 * @param prefix of their keys: what they are fields of
 */
export const fieldDoubts = (
  prefix: string,
  fields: Partial<Record<string, Field>>,
  doubts: Body['doubts'],
): Doubt[] =>
  doubts.map(({ field, at, because }) => ({
    key: prefix + field,
    line: at + 1,
    what: doubtWords(fields[field]?.label ?? field, because),
  }));

const doubtWords = (label: string, because: 'told twice' | 'not clear'): string =>
  because === 'told twice'
    ? `${label} is told twice: the first was taken, the other is in the notes`
    : `${label} is left open: what the report says there is none of the options, or several`;

/** What is not sure of an issue: that it is one, its severity, its fields. */
export function issueDoubts(
  block: IssueBlock,
  { issue, doubts, says }: ReadIssue,
  { at, doubt, title, lines, source }: UnreadIssue,
  section: string,
): Doubt[] {
  const prefix = `issue/${issue.id}/`;
  const key = `${prefix}title`;
  const all: Doubt[] = [];
  if (doubt !== undefined) {
    const written = source ?? [{ text: `**${title}**` }, ...lines];
    const text = trimmed(written.map((line) => line.text).join('\n'));
    all.push({ key, line: at + 1, what: doubt, source: { section, text } });
  }
  if (says) {
    const what = `it says ${says.severity} of itself; read as ${block.word}, as its heading has it`;
    all.push({ key, line: says.at + 1, what });
  }
  return [...all, ...fieldDoubts(prefix, block.fields, doubts)];
}

/**
 * An item that begins with a number which no issue has in the report, and another will have from now on.
 * @param names as the report has them
 * @param numbers as they are from now on
 */
export function strangerIn(
  { id, asks: [title = ''] }: ListBlock,
  item: Item,
  at: number,
  names: Names,
  numbers: ReadonlySet<string>,
): Doubt[] {
  const answer = item.answers[title];
  const said = answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : '';
  const name = /^[\p{L}\p{N}]+-\d+\b/u.exec(said)?.[0];
  if (name === undefined || names.byName.has(name) || !numbers.has(name)) return [];
  const what = `it names ${name}, which the report does not have, and which another issue is from now on`;
  return [{ key: `list/${id}/${item.id}/${title}`, line: at + 1, what }];
}

/** What a report tells as closed, and where it is kept. */
export const closedDoubts = ({ section, closed }: Stretch): Doubt[] =>
  closed.map(({ title, outcome, at }) => ({
    key: `note/${section.id}`,
    line: at + 1,
    what:
      outcome === 'no issue'
        ? `"${title}" is no issue according to the report: kept as a note`
        : `"${title}" is ${outcome} according to the report: kept as a note, not as an open issue`,
    ...(outcome === 'no issue' ? {} : { closed: { title, outcome } }),
  }));
