import { assignedSecrets, type Span } from './assigned-secrets.ts';
import type { LongLine } from './long-words.ts';
import { entropy, isExampleToken, isPlaceholder, isTokenPlaceholder } from './placeholders.ts';
import { tokenFormats } from './token-formats.ts';

/** Up to its end, or cut off before it, as excerpts are; its headers (`Proc-Type`, `Version`) come first. */
const privateKey =
  /-----BEGIN(?: [A-Z0-9]{1,12}){0,3} PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*(?:[\w-]{2,20}: [^\n\\]{0,120}(?:\n|\\n)){0,4}(?:\s|\\n)*(?:[A-Za-z0-9+/=]|\s|\\n){40,10000}(?:-----END[A-Z ]{1,40}-----)?/g;

/** RFC 7519, signed (RFC 7515). */
const webToken = /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{16,2000}/g;

/** RFC 3986, 3.2.1: secretlint's rules look at http, ftp and three databases only. */
const urlPassword =
  /\b(?:rediss?|amqps?|smtps?|ldaps?|sftp|ssh|nats|wss?|sqlserver|cockroachdb|clickhouse|mssql|mariadb):\/\/[^\s:/@]{0,100}:([^\s@/<>{}$*]{4,200})@[^\s"'`)\]>]{1,200}/gi;

/**
 * What secretlint's own rules pass over and reports of this kind hold all the same.
 * @param long the text's lines with long words
 */
export function* ownSecrets(text: string, long: LongLine[]): Generator<Span> {
  const spanOf = (kind: string, { 0: all, index }: RegExpExecArray): Span => ({
    kind,
    from: index,
    to: index + all.length,
  });
  if (text.includes(' PRIVATE KEY'))
    for (const match of text.matchAll(privateKey))
      if (entropy(match[0].slice(30)) > 1.5) yield spanOf('private key', match);
  if (text.includes('.eyJ'))
    for (const match of text.matchAll(webToken))
      if (!isExampleToken(match[0])) yield spanOf('JSON Web Token', match);
  if (text.includes('://'))
    for (const match of text.matchAll(urlPassword))
      if (!isPlaceholder(match[1] ?? '')) yield spanOf('password in a URL', match);
  yield* tokensIn(text, long);
  yield* assignedSecrets(text);
}

function* tokensIn(text: string, longLines: LongLine[]): Generator<Span> {
  if (longLines.length === 0) return;
  const lines: { at: number; from: number }[] = [];
  let long = '';
  for (const { from, to } of longLines) {
    lines.push({ at: long.length, from });
    long += `${text.slice(from, to)}\n`;
  }
  for (const { kind, sign, pattern } of tokenFormats) {
    if (!long.includes(sign)) continue;
    for (const match of long.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (isTokenPlaceholder(secret)) continue;
      const line = lines.findLast(({ at }) => at <= match.index);
      const from = (line?.from ?? 0) - (line?.at ?? 0) + match.index + match[0].indexOf(secret);
      yield { kind, from, to: from + secret.length };
    }
  }
}
