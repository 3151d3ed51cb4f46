import { comparable } from '../../checks/issue-mentions.ts';
import type { Value } from '../../fields/value.ts';
import { type LineRange, lineRangesOf } from '../../review/evidence/line-ranges.ts';
import type { Issue } from '../../review/review.ts';
import type { ComparedIssue } from '../compared-review.ts';
import { Vocabulary } from './vocabulary.ts';

/** What speaks for an issue being the same as another one. Words are numbers of a vocabulary, ascending. */
export interface IssueTraits {
  /** In small letters without punctuation and numbering; empty without a title. */
  title: string;
  titleWords: number[];
  /** The same, to look a word up. */
  titled: ReadonlySet<number>;
  /** Of the description, the risk, the impact, the fix, and the evidence. */
  textWords: number[];
  /** All of them, the title's and the text's. */
  words: ReadonlySet<number>;
  spots: LineRange[];
  /** Of the locations, for those that are no paths. */
  placeWords: number[];
  categories: ReadonlySet<string>;
  /** The code of the evidence without its white space; empty when there is too little to prove anything. */
  code: string;
}

export interface TraitsOfBoth {
  old: IssueTraits[];
  new: IssueTraits[];
  /** What a word is worth: the rarer among the issues of a review, the more. Whole numbers, so that sums are exact. */
  weights: number[];
  /** The words by their numbers, as one of the issues has them. */
  vocabulary: string[];
}

/** An issue with a hundred locations is known by the first of them. */
const mostSpots = 40;
const leastCode = 20;

export function traitsOfBoth(oldOnes: ComparedIssue[], newOnes: ComparedIssue[]): TraitsOfBoth {
  const vocabulary = new Vocabulary();
  const sides = [oldOnes, newOnes].map((all) => all.map(({ issue }) => traitsOf(issue, vocabulary)));
  const [before = [], after = []] = sides;
  const { words } = vocabulary;
  return { old: before, new: after, weights: weightsOf(words.length, before, after), vocabulary: words };
}

/** By the side on which a word is more frequent: a word that the other side lacks is not the rarer for it. */
function weightsOf(size: number, before: IssueTraits[], after: IssueTraits[]): number[] {
  const count = (all: IssueTraits[]): number[] => {
    const counts = new Array<number>(size).fill(0);
    for (const { words } of all) for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  };
  const [one, other] = [count(before), count(after)];
  const issues = Math.max(before.length, after.length);
  return one.map((times, word) =>
    Math.round(1000 * Math.log1p(issues / Math.max(times, other[word] ?? 0, 1))),
  );
}

function traitsOf(issue: Issue, { idsIn, idsInShared }: Vocabulary): IssueTraits {
  const { title, category, location, description, evidence, impact, risk, fix } = issue.answers;
  const ascending = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b);
  const titled = textOf(title).replace(numbering, '');
  const titleWords = ascending(idsIn(titled));
  const textWords = ascending(
    [description, risk, impact, fix, evidence].flatMap((answer) => idsInShared(textOf(answer))),
  );
  const code = textOf(evidence).replace(/\s+/g, '');
  return {
    title: comparable(titled),
    titleWords,
    titled: new Set(titleWords),
    textWords,
    words: new Set([...titleWords, ...textWords]),
    spots: lineRangesOf(issue).slice(0, mostSpots),
    placeWords: ascending(idsIn(textOf(location))),
    categories: new Set(
      textOf(category)
        .split(/[\n/,]/)
        .map(comparable)
        .filter((one) => one !== ''),
    ),
    code: code.length < leastCode ? '' : code,
  };
}

function textOf(answer: { value: Value } | { notApplicable: string } | undefined): string {
  if (!answer || !('value' in answer)) return '';
  const { value } = answer;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  return value.map((one) => (typeof one === 'string' ? one : one.text)).join('\n');
}

/** A number before a title that its place in a list gave it: "HIGH-1: ", "P0-2 - ", "3. ". */
const numbering = /^\W*(?:(?:critical|crit|high|medium|med|low|p\d)[-_ ]?\d+|\d+(?=[.)]))\s*[:.)\]–—-]+\s*/iu;
