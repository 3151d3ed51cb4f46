import { severities } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import { memoEach } from '../memo-each.ts';
import { endsPart, memoParts, type Parts } from '../memo-parts.ts';
import type { Issue, Item, Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { literal } from '../text/literal.ts';
import { type CheckInput, words } from './check.ts';

/** Letters and digits of a text in small letters, the rest as single spaces: for comparing titles. */
export const comparable = (text: string): string =>
  (ascii.test(text)
    ? text.toLowerCase().replace(/[^a-z\d]+/g, ' ')
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
  ).trim();

/** Most texts are plain, and then there is nothing to look up in Unicode. */
const ascii = /^[\n -~]*$/;

/** What issues are called by: the same object while they are called the same. */
export interface Callings {
  template: Template;
  /** By their names in small letters. */
  byName: ReadonlyMap<string, string>;
  /** By their titles as `comparable` has them. */
  byTitle: ReadonlyMap<string, readonly string[]>;
  /** How many words the titles have. */
  lengths: ReadonlySet<number>;
}

export const callingsOf = ({ template, review, names }: CheckInput): Callings =>
  calledBy(titlesOf(review.issues), names, template);

/** Looks ahead at what so many issues are called by; false while there are more. */
export const callingsAhead = (most: number, { template, review, names }: CheckInput): boolean =>
  titlesOf.ahead(most, review.issues) && calledBy.ahead(titlesOf(review.issues), names, template);

/** The titles of issues for comparing: the same array while they are the same. */
export const titlesOf = memoEach((issue: Issue) => [{ id: issue.id, title: titleOf(issue) }]);

const calledBy = memoParts(function* (
  titles: ReturnType<typeof titlesOf>,
  names: CheckInput['names'],
  template: Template,
): Parts<Callings> {
  const byName = new Map<string, string>();
  const byTitle = new Map<string, string[]>();
  const lengths = new Set<number>();
  for (const [at, { id, title }] of titles.entries()) {
    byName.set(names.get(id)?.toLowerCase() ?? '', id);
    const same = byTitle.get(title);
    if (same) same.push(id);
    else if (title !== '') {
      byTitle.set(title, [id]);
      lengths.add(title.split(' ').length);
    }
    if (endsPart(at)) yield;
  }
  return { template, byName, byTitle, lengths };
});

/**
 * The ids of the issues that texts mention, by number ("CRITICAL-2", "HIGH-1 to HIGH-3", "HIGH-1/2") or title. The time
 * goes with the length of the texts, however many issues there are.
 */
export function issuesNamedIn(
  { template, byName, byTitle, lengths }: Callings,
  texts: readonly string[],
): ReadonlySet<string> {
  const mentioned = new Set<string>();
  for (const text of texts) {
    if (text === '') continue;
    for (const name of numbersIn(template, text)) {
      const id = byName.get(name);
      if (id !== undefined) mentioned.add(id);
    }
    const all = comparable(text).split(' ');
    for (const length of lengths) {
      for (let at = 0; at + length <= all.length; at += 1)
        for (const id of byTitle.get(all.slice(at, at + length).join(' ')) ?? []) mentioned.add(id);
    }
  }
  return mentioned;
}

/** An issue's title for comparing. */
export const titleOf = memo((issue: Issue): string => comparable(words(issue.answers.title)));

interface Patterns {
  /** A severity's word and a number. */
  mention: RegExp;
  /** What makes a range or an enumeration of it. */
  onward: RegExp;
  /** The severities' words as a report prints them. */
  words: ReadonlySet<string>;
}

const patternsOf = memo((template: Template): Patterns => {
  const all = severities.map((severity) => template.issues[severity]?.word ?? severity.toUpperCase());
  const word = `(${all.map(literal).join('|')})`;
  return {
    mention: new RegExp(`(?<![\\p{L}\\p{N}])${word}[-‐‑–](\\d{1,6})(?!\\d)`, 'giu'),
    onward: new RegExp(
      `^(?:\\s*(\\/|–|-|\\bto\\b|\\bthrough\\b)\\s*(?:${word}[-‐‑–])?(\\d{1,6})(?![\\p{L}\\p{N}]))`,
      'iu',
    ),
    words: new Set(all),
  };
});

/** Most texts name no issue by its number: they have no digit behind a hyphen. */
const mayName = /[-‐‑–]\d/;

function numbersIn(template: Template, text: string): Set<string> {
  const { mention, onward } = patternsOf(template);
  const found = new Set<string>();
  if (!mayName.test(text)) return found;
  for (const match of text.matchAll(mention)) {
    const severity = (match[1] ?? '').toLowerCase();
    let last = Number(match[2]);
    found.add(`${severity}-${last}`);
    let rest = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    for (let more = onward.exec(rest); more; more = onward.exec(rest)) {
      const number = Number(more[3]);
      if (more[2] !== undefined && more[2].toLowerCase() !== severity) break;
      // A range of a thousand is a slip of the pen.
      const from = more[1] === '/' || number - last > 1000 ? number : last + 1;
      for (let each = from; each <= number; each += 1) found.add(`${severity}-${each}`);
      last = number;
      rest = rest.slice(more[0].length);
    }
  }
  return found;
}

/**
 * The numbers by which a text names issues, letter for letter as a report prints them; not those that are a part of
 * something longer, such as `HIGH-2024-001`.
 */
export function issueNumbersIn(template: Template, text: string): string[] {
  if (!mayName.test(text)) return [];
  const { mention, words } = patternsOf(template);
  return [...text.matchAll(mention)]
    .filter(({ 0: name, 1: word, index }) => {
      const around = (text[index - 1] ?? '') + (text[index + name.length] ?? '');
      return words.has(word ?? '') && !/[-_./\p{L}]/u.test(around.replace(/\.$/, ''));
    })
    .map(({ 1: word, 2: number }) => `${word}-${Number(number)}`);
}

/** All that an item says, as one text. */
export const itemWords = (item: Item): string =>
  Object.values(item.answers)
    .flatMap((answer) => ('value' in answer && typeof answer.value === 'string' ? [answer.value] : []))
    .join('\n');

/** The lines that fitted no field in a section. */
export const sectionNote = (review: Review, section: string): string => review.notes[section] ?? '';
