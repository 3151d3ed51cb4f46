import type { lintSource } from '@secretlint/core';
import { assignedSecrets, type Span } from './assigned-secrets.ts';
import { entropy, isExampleToken, isPlaceholder, isTokenPlaceholder } from './placeholders.ts';
import { tokenFormats } from './token-formats.ts';

type Rules = Parameters<typeof lintSource>[0]['options']['config']['rules'];
type Scanner = Extract<Rules[number]['rule'], { messages: object }>;

/** Up to its end, or cut off before it, as excerpts are; its headers (`Proc-Type`, `Version`) come first. */
const privateKey =
  /-----BEGIN(?: [A-Z0-9]{1,12}){0,3} PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*(?:[\w-]{2,20}: [^\n\\]{0,120}(?:\n|\\n)){0,4}(?:\s|\\n)*(?:[A-Za-z0-9+/=]|\s|\\n){40,10000}(?:-----END[A-Z ]{1,40}-----)?/g;

/** RFC 7519, signed (RFC 7515). */
const webToken = /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{16,2000}/g;

/** RFC 3986, 3.2.1: secretlint's rules look at http, ftp and three databases only. */
const urlPassword =
  /\b(?:rediss?|amqps?|smtps?|ldaps?|sftp|ssh|nats|wss?|sqlserver|cockroachdb|clickhouse|mssql|mariadb):\/\/[^\s:/@]{0,100}:([^\s@/<>{}$*]{4,200})@[^\s"'`)\]>]{1,200}/gi;

function* found(text: string): Generator<Span> {
  const spanOf = (kind: string, { 0: all, index }: RegExpExecArray): Span => ({
    kind,
    from: index,
    to: index + all.length,
  });
  if (text.includes(' PRIVATE KEY'))
    for (const match of text.matchAll(privateKey))
      if (entropy(match[0].slice(30)) > 1.5) yield spanOf('private key', match);
  for (const match of text.matchAll(webToken))
    if (!isExampleToken(match[0])) yield spanOf('JSON Web Token', match);
  if (text.includes('://'))
    for (const match of text.matchAll(urlPassword))
      if (!isPlaceholder(match[1] ?? '')) yield spanOf('password in a URL', match);
  yield* tokensIn(text);
  yield* assignedSecrets(text);
}

/** Every format has so many letters and digits in a row, and prose seldom: only such lines are searched. */
const longest = 20;

const isWordSign = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45;

/** The lines that have a long word. Looks at every twentieth sign: a long word has one of them. */
function* linesWithLongWords(text: string): Generator<{ from: number; to: number }> {
  for (let at = longest - 1; at < text.length; at += longest) {
    if (!isWordSign(text.charCodeAt(at))) continue;
    let [first, last] = [at, at];
    while (first > 0 && isWordSign(text.charCodeAt(first - 1))) first -= 1;
    while (last - first < longest && isWordSign(text.charCodeAt(last + 1))) last += 1;
    if (last - first + 1 < longest) continue;
    const end = text.indexOf('\n', last);
    const to = end < 0 ? text.length : end;
    yield { from: text.lastIndexOf('\n', first) + 1, to };
    at = to;
  }
}

function* tokensIn(text: string): Generator<Span> {
  const lines: { at: number; from: number }[] = [];
  let long = '';
  for (const { from, to } of linesWithLongWords(text)) {
    lines.push({ at: long.length, from });
    long += `${text.slice(from, to)}\n`;
  }
  if (long === '') return;
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

/** What secretlint's own rules pass over and reports of this kind hold all the same, in its notation. */
export const gapRule: Scanner = {
  messages: {},
  meta: { id: 'sanctum-review/gaps', type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
  create: (context) => ({
    file({ content }) {
      for (const { kind, from, to } of found(content)) {
        const message = {
          message: `found ${kind}: `,
          messageId: kind,
          data: { KEY: content.slice(from, to) },
        };
        context.report({ message, range: [from, to] });
      }
    },
  }),
};
