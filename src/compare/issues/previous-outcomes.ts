import { comparable } from '../../checks/issue-mentions.ts';
import { releaseLine } from '../../markdown/entity.ts';
import { deltaSectionOf, outcomeAt } from '../../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../../review/previous/derived-words.ts';
import type { ComparedReview } from '../compared-review.ts';

/** The heading of the section that tells what changed, and its label for what is resolved. */
export const deltaHeading = 'Delta from Previous Review';
export const resolvedLabel = 'Resolved';

/**
 * Whether the review itself says of an issue, by its title, that an earlier one had it and it is resolved: where its
 * template asks what became of previous issues, or in the section that `deltaSection` writes, wherever it was pasted.
 */
export function resolvedInPrevious({ template, review }: ComparedReview): (title: string) => boolean {
  const delta = deltaSectionOf(template);
  const items = delta ? (review.items[delta.list.id] ?? []) : [];
  const marked = items.flatMap((item) => {
    if (!delta || outcomeAt(delta, item) !== 'resolved') return [];
    return [comparable(previousIssueName(template, itemText(delta.list, item)).title)];
  });
  // Pasted below the template's own heading of that name, it has none itself.
  const own = new Set(template.sections.filter((one) => ends.test(one.heading)).map(({ id }) => id));
  const pasted = Object.entries(review.notes).flatMap(([id, note]) => resolvedIn(note, own.has(id)));
  const titles = new Set([...marked, ...pasted]);
  return (title) => title !== '' && titles.has(comparable(title));
}

/**
 * What a review that follows another one says of an issue of that, by its title, when it has none such: that it is
 * accepted as a risk, or nothing yet. Null for what is resolved, and for what its delta does not list.
 */
export function outcomeInNew({
  template,
  review,
}: ComparedReview): (title: string) => 'accepted' | 'undecided' | null {
  const delta = deltaSectionOf(template);
  const items = delta ? (review.items[delta.list.id] ?? []) : [];
  const said = new Map<string, 'accepted' | 'undecided' | null>();
  for (const item of items) {
    if (!delta) break;
    const outcome = outcomeAt(delta, item);
    const isOpen = item.answers[delta.outcome.id] === undefined;
    const title = comparable(previousIssueName(template, itemText(delta.list, item)).title);
    said.set(title, outcome === 'accepted' ? 'accepted' : isOpen ? 'undecided' : null);
  }
  return (title) => (title === '' ? null : (said.get(comparable(title)) ?? null));
}

const ends = new RegExp(`${deltaHeading}\\s*$`, 'i');

const heading = new RegExp(`^\\s*#{1,6}\\s.*${deltaHeading}\\s*$`, 'i');
const label = new RegExp(`^\\s*\\*\\*${resolvedLabel}\\b`, 'i');
/** "- HIGH-2: Title", as it was named in the review before. */
const bullet = /^\s*[-*]\s+(?:\p{Lu}+-\d+:\s+)?(.*)$/u;

/** @param inDelta whether it stands under the heading of that section */
function resolvedIn(note: string, inDelta: boolean): string[] {
  const titles: string[] = [];
  let within: 'nothing' | 'delta' | 'resolved' = inDelta ? 'delta' : 'nothing';
  for (const line of note.split('\n')) {
    if (/^\s*#/.test(line)) within = heading.test(line) ? 'delta' : 'nothing';
    else if (within !== 'nothing' && /^\s*\*\*/.test(line)) within = label.test(line) ? 'resolved' : 'delta';
    const title = within === 'resolved' ? comparable(releaseLine(bullet.exec(line)?.[1] ?? '')) : '';
    if (title !== '') titles.push(title);
  }
  return titles;
}
