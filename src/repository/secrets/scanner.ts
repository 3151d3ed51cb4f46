import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { lintSource } from '@secretlint/core';
import { rules as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import type { Secret } from '../../checks/facts.ts';
import type { Review } from '../../review/review.ts';
import { type PlacedText, partsOf } from '../../review/texts.ts';
import { isExampleToken, isTokenPlaceholder } from './placeholders.ts';
import { gapRule } from './secret-rules.ts';

/** What stands for a password in a URL. */
const allows = ['/://[^\\s:/]*:<[^>@\\s]*>@/', '/:(change_?me|secret|passw(or)?d|pass|x+|\\*+|\\.+)@/i'];
const own = '@secretlint/secretlint-rule-';

type Rules = Parameters<typeof lintSource>[0]['options']['config']['rules'];

const settings: Record<string, { options: object; allowMessageIds?: string[] }> = {
  // The id of an account is no secret; that of an access key is half of one.
  [`${own}aws`]: { options: { enableIDScanRule: true }, allowMessageIds: ['AWSAccountID'] },
  [`${own}basicauth`]: { options: { allows } },
  [`${own}database-connection-string`]: { options: { allows } },
};

/**
 * Left out of what the scanner recommends: the rule by which a comment in an answer would silence the search, and those
 * of formats that our own rule has, which costs nothing where a text holds no long word.
 */
const leftOut = ['filter-comments', 'databricks', 'docker', 'grafana', 'sendgrid', 'shopify', 'stripe'];

const rules: Rules = [
  ...recommended
    .filter(({ meta }) => !leftOut.includes(meta.id.slice(own.length)))
    .map((rule) => ({ id: rule.meta.id, rule, ...settings[rule.meta.id] })),
  { id: gapRule.meta.id, rule: gapRule },
];

type Hit = Omit<Secret, 'at'>;

/** Searched in one go, in UTF-16 units: about a millisecond. Between two of them keys are taken. */
const stretch = 64 * 1024;
/** Between two texts: no pattern goes over it, but one that takes any white space. */
const between = '\n\u0000\n';

/**
 * Searches reviews for live secrets by the rules of secretlint. What has not changed since the last time is not
 * searched again.
 */
export function openScanner(): (review: Review) => Promise<Secret[]> {
  const known = new WeakMap<object, Secret[]>();
  return async (review) => {
    const parts = [...partsOf(review)];
    let batch: { part: object; words: PlacedText[] }[] = [];
    let room = stretch;
    const searched = async () => {
      await searchIn(batch, known);
      batch = [];
      room = stretch;
    };
    for (const { part, words } of parts) {
      if (known.has(part)) continue;
      const own = { part, words: words() };
      batch.push(own);
      room -= own.words.reduce((sum, { text }) => sum + text.length, 0);
      if (room <= 0) await searched();
    }
    if (batch.length > 0) await searched();
    return parts.flatMap(({ part }) => known.get(part) ?? none);
  };
}

/** One array for all that hold nothing. */
const none: Secret[] = [];

/** Searches parts together, as most hold nothing; the texts in which something is found are then searched alone. */
async function searchIn(
  batch: { part: object; words: PlacedText[] }[],
  known: WeakMap<object, Secret[]>,
): Promise<void> {
  const all = batch.flatMap(({ words }) => words.map(({ text }) => text)).join(between);
  const ranges = await search(all);
  let from = 0;
  for (const { part, words } of batch) {
    const holding: PlacedText[] = [];
    for (const one of words) {
      const to = from + one.text.length;
      if (ranges.some(({ range: [start, end] }) => start < to && end > from)) holding.push(one);
      from = to + between.length;
    }
    known.set(part, holding.length > 0 ? await secretsIn(holding) : none);
  }
  await turn();
}

/** The secrets in these texts; the same one in several texts of a place is told once. */
async function secretsIn(words: PlacedText[]): Promise<Secret[]> {
  const found = new Map<string, Secret>();
  for (const { at, text } of words)
    for (const hit of await hitsOf(text)) found.set(`${hit.key} ${JSON.stringify(at)}`, { ...hit, at });
  return [...found.values()];
}

interface Range {
  range: readonly [number, number];
  kind: string;
}

/** What the rules find, as ranges in the text, in its order. */
async function search(content: string): Promise<Range[]> {
  const source = { content, filePath: 'answer.md', ext: '.md', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { noPhysicFilePath: true, config: { rules } } });
  return messages
    .map(({ range, message, data }) => ({ range: narrowed(content, range, data), kind: kindIn(message) }))
    .filter(({ range: [from, to] }) => !isFiller(content.slice(from, to)))
    .sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1]);
}

/** What only shows the shape of a token, or is known to every reader of a specification. */
const isFiller = (words: string): boolean =>
  /^eyJ/.test(words) ? isExampleToken(words) : isTokenPlaceholder(words) && !words.startsWith('-----');

/** A rule's range may begin with the name that is given the secret; its data has the secret alone. */
function narrowed(content: string, [from, to]: readonly number[], data: object | undefined): Range['range'] {
  for (const value of Object.values(data ?? {})) {
    const at = typeof value === 'string' && value.length > 7 ? content.indexOf(value, from) : -1;
    if (at >= 0 && at < (to ?? 0)) return [at, at + value.length];
  }
  return [from ?? 0, to ?? 0];
}

/** "AWS Access Key ID" of "found AWS Access Key ID: AKIA…". Never anything behind the colon. */
const kindIn = (message: string): string => /^found ([A-Za-z0-9' ]+)/.exec(message)?.[1]?.trim() ?? 'secret';

/** The secrets in one text; what overlaps is one. */
async function hitsOf(text: string): Promise<Hit[]> {
  const spans: { from: number; to: number; kind: string }[] = [];
  for (const { range, kind } of await search(text)) {
    const [from, to] = range;
    const last = spans.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to, kind });
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
