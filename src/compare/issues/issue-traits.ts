import { comparable } from '../../checks/issue-mentions.ts';
import type { Value } from '../../fields/value.ts';
import { type LineRange, lineRangesOf } from '../../review/evidence/line-ranges.ts';
import type { Issue } from '../../review/review.ts';
import type { ComparedIssue } from '../compared-review.ts';
import { Vocabulary } from './vocabulary.ts';

/** What speaks for an issue being the same as another one. */
export interface IssueTraits {
  /** In small letters without punctuation and numbering; empty without a title. */
  title: string;
  titleWords: Words;
  /** Of the description, the risk, the impact, the fix, and the evidence. */
  textWords: Words;
  spots: Spot[];
  /** Of the locations, for those that are no paths. */
  placeWords: Words;
  categories: ReadonlySet<string>;
  /** The code of the evidence without its white space; empty when there is too little to prove anything. */
  code: string;
}

/** Words as numbers of a vocabulary. */
export interface Words {
  /** Ascending, each once. */
  ids: number[];
  /** What they are worth together. */
  worth: number;
}

/** What an issue points at, with the last part of the file's path. */
export interface Spot extends LineRange {
  name: string;
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
  const before = oldOnes.map(({ issue }) => traitsOf(issue, vocabulary));
  const after = newOnes.map(({ issue }) => traitsOf(issue, vocabulary));
  const { words } = vocabulary;
  const weights = weightsOf(words.length, before, after);
  for (const { titleWords, textWords, placeWords } of [...before, ...after])
    for (const some of [titleWords, textWords, placeWords]) some.worth = worthOf(some.ids, weights);
  return { old: before, new: after, weights, vocabulary: words };
}

/** What some words are worth together. */
export function worthOf(ids: readonly number[], weights: number[]): number {
  let sum = 0;
  for (const id of ids) sum += weights[id] ?? 0;
  return sum;
}

/** By the side on which a word is more frequent: a word that the other side lacks is not the rarer for it. */
function weightsOf(size: number, before: IssueTraits[], after: IssueTraits[]): number[] {
  const count = (all: IssueTraits[]): number[] => {
    const counts = new Array<number>(size).fill(0);
    /** The last issue that has the word. */
    const last = new Array<number>(size).fill(-1);
    for (const [at, { titleWords, textWords }] of all.entries())
      for (const { ids } of [titleWords, textWords])
        for (const word of ids) {
          if (last[word] !== at) counts[word] = (counts[word] ?? 0) + 1;
          last[word] = at;
        }
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
  const titled = textOf(title).replace(numbering, '');
  const titleWords = wordsOf([idsIn(titled)]);
  const textWords = wordsOf(
    [description, risk, impact, fix, evidence].map((answer) => idsInShared(textOf(answer))),
  );
  const code = textOf(evidence).replace(/\s+/g, '');
  return {
    title: comparable(titled),
    titleWords,
    textWords,
    spots: lineRangesOf(issue)
      .slice(0, mostSpots)
      .map((range) => ({ ...range, name: range.file.slice(range.file.lastIndexOf('/') + 1) })),
    placeWords: wordsOf([idsIn(textOf(location))]),
    categories: new Set(
      textOf(category)
        .split(/[\n/,]/)
        .map(comparable)
        .filter((one) => one !== ''),
    ),
    code: code.length < leastCode ? '' : code,
  };
}

/** What they are worth is known when all issues are. */
function wordsOf(texts: (readonly number[])[]): Words {
  const all = Uint32Array.from(texts.flat()).sort();
  const ids: number[] = [];
  for (const id of all) if (id !== ids.at(-1)) ids.push(id);
  return { ids, worth: 0 };
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
