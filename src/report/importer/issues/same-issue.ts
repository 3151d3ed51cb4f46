import { folded } from '../../../template/parts/layout.ts';
import type { UnreadIssue } from '../../reader/cutting/stretch.ts';

/** Words that say nothing of what an issue is about. */
const common = new Set(
  'a an and are as at be by for from has have in into is it its no not of on or the to with'.split(' '),
);

const wordsOf = (title: string): Set<string> =>
  new Set(
    folded(title)
      .split(' ')
      .filter((word) => word !== '' && !common.has(word))
      .map((word) => word.replace(/(?<=..)(?:ies|es|s|ed|ing)$/, '')),
  );

/** The issues of a report that are known already, to tell those that are told again. */
export class KnownIssues {
  /** Null where several have the same. */
  private readonly byId = new Map<string, UnreadIssue | null>();
  private readonly byTitle = new Map<string, UnreadIssue>();
  private readonly byWord = new Map<string, Set<UnreadIssue>>();
  private readonly words = new Map<UnreadIssue, Set<string>>();

  add(issue: UnreadIssue): void {
    for (const id of [issue.id, issue.number, issue.ordinal]) {
      if (id === undefined || id === '') continue;
      const key = idKey(id);
      this.byId.set(key, this.byId.has(key) ? null : issue);
    }
    const title = folded(issue.title);
    if (!this.byTitle.has(title)) this.byTitle.set(title, issue);
    const words = wordsOf(issue.title);
    this.words.set(issue, words);
    for (const word of words) this.byWord.set(word, (this.byWord.get(word) ?? new Set()).add(issue));
  }

  /** The issue that another telling is about: by its number, where the titles share a word, else by its title. */
  find({ title }: Pick<UnreadIssue, 'title'>, id = ''): UnreadIssue | undefined {
    const words = wordsOf(title);
    const named = id === '' ? null : (this.byId.get(idKey(id)) ?? null);
    // A bare number may be the place in a list.
    const isName = /\p{L}/u.test(id);
    if (named && (isName || shared(words, this.words.get(named)) > 0)) return named;
    return this.byTitle.get(folded(title)) ?? this.likest(words);
  }

  private likest(words: Set<string>): UnreadIssue | undefined {
    let best: { issue: UnreadIssue; score: number } | undefined;
    const seen = new Set<UnreadIssue>();
    for (const word of words) {
      const all = this.byWord.get(word) ?? new Set();
      // A word that so many have tells nothing, and looking at all of them takes quadratic time.
      if (all.size > mostAlike) continue;
      for (const issue of all) {
        if (seen.has(issue)) continue;
        seen.add(issue);
        const score = alikeness(words, this.words.get(issue) ?? new Set());
        if (score >= enough && score > (best?.score ?? 0)) best = { issue, score };
      }
    }
    return best?.issue;
  }
}

const enough = 0.6;
const mostAlike = 50;

const idKey = (id: string): string => folded(id).replace(/ /g, '');

const shared = (one: Set<string>, other: Set<string> = new Set()): number =>
  [...one].filter((word) => other.has(word)).length;

/** The part of the words that both titles have (Dice); all of a short one in a long one is alike, too. */
function alikeness(one: Set<string>, other: Set<string>): number {
  const both = shared(one, other);
  const within = both >= 2 && both === Math.min(one.size, other.size) ? 0.8 : 0;
  return Math.max(within, (2 * both) / Math.max(1, one.size + other.size));
}
