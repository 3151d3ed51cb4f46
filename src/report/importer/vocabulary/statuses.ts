import type { ClosedIssue } from '../../reader/cutting/stretch.ts';
import type { Quiet } from './quiet-headings.ts';

/** Why what a report lists is no open issue. */
export type Closing = ClosedIssue['outcome'];

const words: Record<Closing, string> = {
  resolved: 'resolved|fixed|closed|done|completed?|implemented|mitigated|remediated|patched',
  accepted: 'accepted|risk accepted|won.?t[ -]?fix|wontfix',
  'no issue': 'false[ -]positive|not an issue|positive|excellent|good|pass(?:ed)?|invalid|duplicate',
};
const closings = ['resolved', 'accepted', 'no issue'] as const;
const any = closings.map((closing) => words[closing]).join('|');

const closingNamed = (word: string): Closing =>
  closings.find((closing) => new RegExp(`^(?:${words[closing]})$`, 'iu').test(word)) ?? 'resolved';

const check = '[✅✔☑✓]\\uFE0F?';
const whole = new RegExp(
  `^(?:${check}\\s*)?[^\\p{L}\\p{N}~]*(?:(?:already|now|fully|verified|confirmed|status:?)\\s+)?(${any})(?![\\p{L}\\p{N}-])(.*)$`,
  'isu',
);
/** Words behind a status that take it back. */
const takenBack = /\b(?:not|no|partial(?:ly)?|pending|re-?opened|except|but|unless|soon|planned)\b|\?/i;

/** What a status says ("✅ FIXED in 4be1c02", "Accepted until June"); null while the issue is open. */
export function closingIn(status: string): Closing | null {
  const found = whole.exec(status);
  if (found?.[1]) return takenBack.test(found[2] ?? '') ? null : closingNamed(found[1]);
  return new RegExp(`^${check}$`, 'u').test(status.trim()) ? 'resolved' : null;
}

const struck = /^[^\p{L}\p{N}~]*(?:\d+[.)]\s*)?~~(.+)~~/su;
const excellent = /^[^\p{L}\p{N}]*excellent\s/iu;
const ticked = new RegExp(`^(?:\\d+[.)]\\s*)?(?:${check})(?=[\\s*_])|\\s(?:${check})\\s*$`, 'u');
const led = new RegExp(
  `^[^\\p{L}\\p{N}[(]*(?:\\d+[.)]\\s*)?[^\\p{L}\\p{N}[(]*(?:[[(](${any})\\b[^\\])]*[\\])]\\s*[:–—-]?|(${any})(?:\\s*:|\\s+[–—-]))\\s+\\S`,
  'iu',
);
const trailed = new RegExp(
  `\\s(?:[[(](?:${check}\\s*)?(${any})(?![\\p{L}-])([^\\])]*)[\\])]|(?:[–—-]\\s+|${check}\\s*)(${any})(?:\\s+(?:in|on|by|with|since|as)\\s[^:]*)?|(?<=:\\s)(?:${check}\\s*)?(${any}))[\\s*_.!]*$`,
  'iu',
);

/** What a mark in the title of an issue says: "[RESOLVED]", "✅ FIXED: …", "… (closed in May)", "~~…~~". */
export function closingOfTitle(title: string): Closing | null {
  if (struck.test(title)) return 'resolved';
  if (excellent.test(title)) return 'no issue';
  const first = led.exec(title);
  const word = first?.[1] ?? first?.[2];
  if (word) return closingNamed(word);
  const last = trailed.exec(title);
  const end = last?.[1] ?? last?.[3] ?? last?.[4];
  if (end && !takenBack.test(last?.[2] ?? '')) return closingNamed(end);
  return ticked.test(title) ? 'resolved' : null;
}

/** A title without its status. */
export const withoutClosing = (title: string): string =>
  title
    .replace(leading, '')
    .replace(trailed, '')
    .replace(ticked, '')
    .replace(/~~/g, '')
    .replace(/[\s:–—-]+$/u, '')
    .trim();
const leading = new RegExp(
  `^[^\\p{L}\\p{N}[(]*(?:[[(](?:${any})\\b[^\\])]*[\\])]\\s*[:–—-]?|(?:${any})(?:\\s*:|\\s+[–—-]))\\s+(?=\\S)`,
  'iu',
);

/** What a place says of the issues that stand there: a history tells resolved ones, a plan or a legend none. */
export const closingAt = (why: Quiet | Closing | undefined): Closing | null =>
  why === 'history' ? 'resolved' : (closings.find((one) => one === why) ?? null);

/** Whether a line says that what is listed below it is closed: "Earlier ones are closed:". */
export const closesList = (text: string): boolean =>
  new RegExp(`\\b(?:${words.resolved}|${words.accepted})\\b[^.]*:[\\s*_]*$`, 'iu').test(text);

const statusLine =
  /^[ \t]*(?:[-*+|>][ \t]*)?(?:\*\*|__)?[^\p{L}\n]{0,3}(?:status|state|resolution status)(?:\*\*|__)?[ \t]*[:|][ \t]*(?:\*\*|__)?[ \t]*(.+?)[ \t|]*$/iu;

/** The value of a line that says a status. */
export const statusValue = (text: string): string | undefined => statusLine.exec(text)?.[1];
