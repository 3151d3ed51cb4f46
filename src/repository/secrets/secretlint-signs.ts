import type { LongLine } from './long-words.ts';

/** Each begins or is a part of what a rule finds. */
const anywhere = ['xox', 'xapp-', '_authToken=', 'x-oauth-basic', '_ey', 'ghs_', 'PRIVATE KEY'];

const accessKey = /(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)/;

/** With a name and a password, or an address that is a secret itself. */
const url = /:\/\/(?:[^\s/]*@|hooks\.slack)/i;

/** Of tokens that are long words. */
const inLongWord =
  /A[3GIKNRS][A-Z][A-Z0-9]{17}|npm_|T3BlbkFJ|sk-ant|gsk_|hf_|lin_api|ntn_|gh[opru]_|github_|glpat-|hv[brs]\.|vc[aikpr]_|figd_|cf(?:k|at|ut)_|tskey-/;

/**
 * Whether a text can hold what secretlint's rules find: one of their signs. Most texts have none, and then these need
 * not be loaded nor run, which takes ten times as long as looking for the signs.
 * @param long its lines with long words
 */
export function hasSecretlintSign(text: string, long: LongLine[]): boolean {
  if (anywhere.some((sign) => text.includes(sign)) || accessKey.test(text)) return true;
  if (text.includes('://') && url.test(text)) return true;
  return long.some(({ from, to }) => inLongWord.test(text.slice(from, to)));
}
