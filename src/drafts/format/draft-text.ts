import { largestDocument, readText } from '../../files/read.ts';
import type { Issue } from '../../review/review.ts';
import type { Draft } from './draft.ts';

export const readDraftText = (path: string) => readText(path, largestDocument);

/** A draft as its file holds it, in parts: JSON with tabs, and a newline. */
export function* draftText(draft: Draft): Generator<string> {
  yield* membersOf(draft, 0, 'review', (review) =>
    membersOf(review as Draft['review'], 1, 'issues', (issues) => issuesText(issues as Issue[], 2)),
  );
  yield '\n';
}

/** An object so deep inside of others, with one of its members in parts. */
function* membersOf(
  object: object,
  depth: number,
  large: string,
  textOf: (member: unknown) => Iterable<string>,
): Generator<string> {
  let before = '{';
  for (const [name, member] of Object.entries(object)) {
    if (member === undefined) continue;
    yield `${before}\n${'\t'.repeat(depth + 1)}${JSON.stringify(name)}: `;
    if (name === large) yield* textOf(member);
    else yield inside(member, depth + 1);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${'\t'.repeat(depth)}}`;
}

/** Issues that are made text in one go: in a millisecond or two. */
const together = 200;

function* issuesText(issues: readonly Issue[], depth: number): Generator<string> {
  if (issues.length === 0) yield '[]';
  for (let from = 0; from < issues.length; from += together) {
    const some = inside(issues.slice(from, from + together), depth);
    const isLast = from + together >= issues.length;
    const end = isLast ? some.length : some.lastIndexOf('\n');
    yield from === 0 ? some.slice(0, end) : `,${some.slice(1, end)}`;
  }
}

/** JSON as it stands so deep inside of other objects, without what is around it. */
function inside(value: unknown, depth: number): string {
  let outer = value;
  for (let count = 0; count < depth; count += 1) outer = [outer];
  const text = JSON.stringify(outer, null, '\t');
  // Each list around it begins with a bracket, a newline and one more tab, and ends with one tab fewer.
  const tabs = (depth * (depth + 1)) / 2;
  return text.slice(2 * depth + tabs, text.length - (2 * depth + tabs - depth));
}
