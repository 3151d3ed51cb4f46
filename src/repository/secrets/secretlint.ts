import { lintSource } from '@secretlint/core';
import { rules as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import type { Span } from './assigned-secrets.ts';

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

const rules: Rules = recommended
  .filter(({ meta }) => !leftOut.includes(meta.id.slice(own.length)))
  .map((rule) => ({ id: rule.meta.id, rule, ...settings[rule.meta.id] }));

/** What secretlint's rules find in a text. `hasSecretlintSign` tells of most texts that it is nothing. */
export async function secretlintSecrets(content: string): Promise<Span[]> {
  const source = { content, filePath: 'answer.md', ext: '.md', contentType: 'text' as const };
  const { messages } = await lintSource({ source, options: { noPhysicFilePath: true, config: { rules } } });
  return messages.map(({ range, message, data }) => ({
    ...narrowed(content, range, data),
    kind: kindIn(message),
  }));
}

/** A rule's range may begin with the name that is given the secret; its data has the secret alone. */
function narrowed(
  content: string,
  [from = 0, to = 0]: readonly number[],
  data: object | undefined,
): Omit<Span, 'kind'> {
  for (const value of Object.values(data ?? {})) {
    const at = typeof value === 'string' && value.length > 7 ? content.indexOf(value, from) : -1;
    if (at >= 0 && at < to) return { from: at, to: at + value.length };
  }
  return { from, to };
}

/** "AWS Access Key ID" of "found AWS Access Key ID: AKIA…". Never anything behind the colon. */
const kindIn = (message: string): string => /^found ([A-Za-z0-9' ]+)/.exec(message)?.[1]?.trim() ?? 'secret';
