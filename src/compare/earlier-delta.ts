import { plain } from '../checks/mention.ts';
import { releaseLine } from '../markdown/entity.ts';
import type { Side } from './side.ts';

/** The heading of the section that tells what changed, and its label for what is resolved. */
export const deltaHeading = 'Delta from Previous Review';
export const resolvedLabel = 'Resolved';

/**
 * Whether the review itself says of an issue, by its title, that an earlier one had it and it is resolved: in the
 * section that `deltaSection` writes, wherever it was pasted.
 */
export function resolvedEarlier({ review }: Side): (title: string) => boolean {
  const titles = new Set(Object.values(review.notes).flatMap(resolvedIn));
  return (title) => title !== '' && titles.has(plain(title));
}

const heading = new RegExp(`^\\s*#{1,6}\\s.*${deltaHeading}\\s*$`, 'i');
const label = new RegExp(`^\\s*\\*\\*${resolvedLabel}\\b`, 'i');
/** "- HIGH-2: Title", as it was named in the review before. */
const bullet = /^\s*[-*]\s+(?:\p{Lu}+-\d+:\s+)?(.*)$/u;

function resolvedIn(note: string): string[] {
  const titles: string[] = [];
  let within: 'nothing' | 'delta' | 'resolved' = 'nothing';
  for (const line of note.split('\n')) {
    if (/^\s*#/.test(line)) within = heading.test(line) ? 'delta' : 'nothing';
    else if (within !== 'nothing' && /^\s*\*\*/.test(line)) within = label.test(line) ? 'resolved' : 'delta';
    const title = within === 'resolved' ? plain(releaseLine(bullet.exec(line)?.[1] ?? '')) : '';
    if (title !== '') titles.push(title);
  }
  return titles;
}
