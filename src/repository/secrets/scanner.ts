import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Secret } from '../../checks/facts.ts';
import { memoEach } from '../../memo-each.ts';
import type { Issue, Review } from '../../review/review.ts';
import { otherParts, type PlacedText, partOfIssue, partsOnce, type TextPart } from '../../review/texts.ts';
import type { Span } from './assigned-secrets.ts';
import { linesWithLongWords } from './long-words.ts';
import { isExampleToken, isTokenPlaceholder } from './placeholders.ts';
import { ownSecrets } from './secret-rules.ts';
import { hasSecretlintSign } from './secretlint-signs.ts';

type Hit = Omit<Secret, 'at'>;
type Batch = { part: object; words: PlacedText[] }[];

/**
 * Searched in one go, in UTF-16 units: some tenths of a millisecond, and what is made for it dies young. Between two of
 * them keys are taken.
 */
const stretch = 16 * 1024;
/** Issues whose secrets are gathered in one go, once they are known. */
const together = 2000;
/** Between two texts: no pattern goes over it, but one that takes any white space. */
const between = '\n\u0000\n';

/**
 * Searches reviews for live secrets by the rules of secretlint and ours. What has not changed since the last time is not
 * searched again.
 */
export function openScanner(): (review: Review) => Promise<Secret[]> {
  const known = new WeakMap<object, Secret[]>();
  const inIssues = memoEach((issue: Issue) => known.get(issue) ?? none);
  const inParts = (parts: TextPart[]) => parts.flatMap(({ part }) => known.get(part) ?? none);
  /** All of them were searched. */
  let before: readonly Issue[] = [];
  return async (review) => {
    const [once, others] = [partsOnce(review), [...otherParts(review)]];
    const parts = function* () {
      yield* once;
      for (const [at, issue] of review.issues.entries()) if (issue !== before[at]) yield partOfIssue(issue);
      yield* others;
    };
    let batch: Batch = [];
    let room = stretch;
    const searched = async () => {
      await searchIn(batch, known);
      batch = [];
      room = stretch;
    };
    for (const { part, words } of parts()) {
      if (known.has(part)) continue;
      const own = { part, words: words() };
      batch.push(own);
      room -= own.words.reduce((sum, { text }) => sum + text.length, 0);
      if (room <= 0) await searched();
    }
    if (batch.length > 0) await searched();
    before = review.issues;
    while (!inIssues.ahead(together, before)) await turn();
    return [...inParts(once), ...inIssues(before), ...inParts(others)];
  };
}

/** One array for all that hold nothing. */
const none: Secret[] = [];

/** Searches parts together, as most hold nothing; the texts in which something is found are then searched alone. */
async function searchIn(batch: Batch, known: WeakMap<object, Secret[]>): Promise<void> {
  let all = '';
  for (const { words } of batch) for (const { text } of words) all += text + between;
  const spans = await search(all);
  if (spans.length === 0) for (const { part } of batch) known.set(part, none);
  else await searchApart(batch, spans, known);
  await turn();
}

/** Searches the texts alone that hold some of what was found in all of them. */
async function searchApart(batch: Batch, spans: Span[], known: WeakMap<object, Secret[]>): Promise<void> {
  let from = 0;
  for (const { part, words } of batch) {
    const holding: PlacedText[] = [];
    for (const one of words) {
      const to = from + one.text.length;
      if (spans.some((span) => span.from < to && span.to > from)) holding.push(one);
      from = to + between.length;
    }
    known.set(part, holding.length > 0 ? await secretsIn(holding) : none);
  }
}

/** The secrets in these texts; the same one in several texts of a place is told once. */
async function secretsIn(words: PlacedText[]): Promise<Secret[]> {
  const found = new Map<string, Secret>();
  for (const { at, text } of words)
    for (const hit of await hitsOf(text)) found.set(`${hit.key} ${JSON.stringify(at)}`, { ...hit, at });
  return [...found.values()];
}

/** What the rules find, in its order; where two begin alike, the longer first. */
async function search(text: string): Promise<Span[]> {
  const long = linesWithLongWords(text);
  const theirs = hasSecretlintSign(text, long)
    ? await (await import('./secretlint.ts')).secretlintSecrets(text)
    : [];
  return [...theirs, ...ownSecrets(text, long)]
    .filter(({ from, to }) => !isFiller(text.slice(from, to)))
    .sort((one, other) => one.from - other.from || other.to - one.to);
}

/** What only shows the shape of a token, or is known to every reader of a specification. */
const isFiller = (words: string): boolean =>
  /^eyJ/.test(words) ? isExampleToken(words) : isTokenPlaceholder(words) && !words.startsWith('-----');

/** The secrets in one text; what overlaps is one. */
async function hitsOf(text: string): Promise<Hit[]> {
  const spans: Span[] = [];
  for (const span of await search(text)) {
    const last = spans.at(-1);
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else spans.push({ ...span });
  }
  return spans.map(({ from, to, kind }) => {
    const words = text.slice(from, to);
    return { kind, words, masked: masked(words), key: keyOf(words) };
  });
}

/** The first characters, four at most and never more than a quarter; how long it is, is not told either. */
const masked = (secret: string): string =>
  `${secret.slice(0, Math.min(4, Math.floor(secret.length / 4)))}********`;

/** Tells this secret from another one. */
const keyOf = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 12);
