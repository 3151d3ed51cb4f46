import type { lintSource } from '@secretlint/core';

type Rules = Parameters<typeof lintSource>[0]['options']['config']['rules'];
type Scanner = Extract<Rules[number]['rule'], { messages: object }>;

/**
 * What the scanner's own rules pass over and reports of this kind hold all the same. The words that stand for a
 * password (`<password>`, `${REDIS_PASSWORD}`, `changeme`) are nobody's secret.
 */
const gaps: Record<string, RegExp> = {
  // Cut off before its end, as excerpts are; and those of elliptic curves and Ed25519, which do not begin with MI.
  'private key':
    /-----BEGIN(?: (?:RSA|DSA|EC|OPENSSH|PGP))? PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*(?:M[A-Z]|b3Bl)(?:[A-Za-z0-9+/=]|\s|\\n){40,10000}(?:-----END[A-Z ]{1,30}-----)?/g,
  // RFC 7519, signed (RFC 7515).
  'JSON Web Token': /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{16,2000}/g,
  // RFC 3986, 3.2.1: the rules look at http, ftp and three databases only.
  'password in a URL':
    /\b(?:rediss?|amqps?|smtps?|ldaps?|sftp|ssh|nats|wss?|sqlserver|cockroachdb|clickhouse):\/\/[^\s:/@]{0,100}:(?!(?:password|passwd|pass|secret|changeme|guest|x+)@)[^\s@/<>{}$*]{4,200}@[^\s"'`)\]>]{1,200}/gi,
};

/** The example that every reader of the JWT debugger's page has seen. */
const examples = ['SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'];

/** A rule of ours beside the scanner's, in its own notation. */
export const gapRule: Scanner = {
  messages: {},
  meta: { id: 'sanctum-review/gaps', type: 'scanner', recommended: true, supportedContentTypes: ['text'] },
  create: (context) => ({
    file({ content }) {
      for (const [kind, pattern] of Object.entries(gaps)) {
        for (const { 0: found, index } of content.matchAll(pattern)) {
          if (examples.some((example) => found.includes(example))) continue;
          const message = { message: `found ${kind}: `, messageId: kind, data: { KEY: found } };
          context.report({ message, range: [index, index + found.length] });
        }
      }
    },
  }),
};
