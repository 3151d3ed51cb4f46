import { named } from '../../checks/names-in-words.ts';
import type { IssueTraits, TraitsOfBoth } from './issue-traits.ts';

/** So many words are enough to say why two issues may be one. */
const most = 4;

/** What two issues have in common, in words: `both in src/a.go; both titles have "console" and "frontend"`. */
export function inCommon(
  one: IssueTraits,
  other: IssueTraits,
  { weights, vocabulary }: Pick<TraitsOfBoth, 'weights' | 'vocabulary'>,
): string {
  const shared = (some: Iterable<number>, others: Iterable<number>): string[] => {
    const there = new Set(others);
    return [...new Set(some)]
      .filter((word) => there.has(word))
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
      .slice(0, most)
      .map((word) => `"${vocabulary[word] ?? ''}"`);
  };
  const all = ({ titleWords, textWords }: IssueTraits) => [...titleWords.ids, ...textWords.ids];
  const files = [...new Set(one.spots.map(({ file }) => file))].filter((file) =>
    other.spots.some((spot) => spot.file === file),
  );
  const titles = shared(one.titleWords.ids, other.titleWords.ids);
  const texts = shared(all(one), all(other)).filter((word) => !titles.includes(word));
  return [
    files.length > 0 ? `both in ${named(files, 2)}` : '',
    titles.length > 0 ? `both titles have ${named(titles, most)}` : '',
    titles.length < 2 && texts.length > 0 ? `both speak of ${named(texts, most)}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
