import { comparable } from '../../checks/issue-mentions.ts';

/**
 * The words of texts by numbers. Words are compared in small letters, without their endings; common ones are left out.
 * What the issues of two reviews say is mostly the same: each word is looked into once, and so is each text.
 */
export class Vocabulary {
  /** The words by their numbers, as one of the texts has them. */
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly byWord = new Map<string, readonly number[]>();
  private readonly byText = new Map<string, readonly number[]>();

  /** The numbers of the words of a text, in its order. "hard-coded" is "hardcoded" too. */
  readonly idsIn = (text: string): readonly number[] => {
    const ids: number[] = [];
    for (const word of comparable([text, ...joinedIn(text)].join(' ')).split(' '))
      for (const id of this.idsOf(word)) ids.push(id);
    return ids;
  };

  /** The same of a text that others may have to the letter. */
  readonly idsInShared = (text: string): readonly number[] => {
    const known = this.byText.get(text);
    if (known) return known;
    const ids = this.idsIn(text);
    this.byText.set(text, ids);
    return ids;
  };

  private idsOf(word: string): readonly number[] {
    const known = this.byWord.get(word);
    if (known) return known;
    const ids = partsOf(word).map((part) => this.numberOf(part));
    this.byWord.set(word, ids);
    return ids;
  }

  private numberOf(word: string): number {
    const key = stem(word);
    const number = this.numbers.get(key) ?? this.words.push(word) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

/** Words that any two sentences share. */
const common = new Set(
  'a an and are as at be been but by can could do does for from has have if in into is it its may might no not of on or so such than that the their them then there these they this to was were when which will with would'.split(
    ' ',
  ),
);

/** Writing systems without spaces between words: their texts are compared by pairs of signs. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** "hardcoded" for "hard-coded". */
const joinedIn = (text: string): string[] =>
  (/[-‐‑]/.test(text) ? (text.match(/\p{L}+(?:[-‐‑]\p{L}+)+/gu) ?? []) : []).map((word) =>
    word.replace(/[-‐‑]/g, ''),
  );

/** What a word is compared by: nothing for a common one. */
function partsOf(word: string): string[] {
  if (word === '' || common.has(word)) return [];
  return unspaced.test(word) ? pairsOf(word) : [word];
}

const stem = (word: string): string => {
  const short = word.replace(/(?:ing|ed|es|s)$/, '');
  return short.length >= 4 ? short : word;
};

function pairsOf(word: string): string[] {
  const signs = [...word];
  return signs.length < 2 ? [word] : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}
