import { type Severity, severities } from '../../../fields/issue.ts';
import { countNouns } from '../../reader/summary-counts.ts';
import { looseName } from './names.ts';

/** What people call a severity. Those behind the bar say something else, which is only taken for one. */
const words: Record<Severity, [sure: string, taken: string]> = {
  critical: ['critical|crit', 'p0|priority 0|blocker|blockers|showstopper|severe|highest'],
  high: ['high', 'p1|priority 1|major|important|serious'],
  medium: ['medium|med', 'p2|priority 2|moderate'],
  low: ['low', 'p3|p4|priority 3|priority 4|minor|trivial|lowest'],
};

const any = severities.flatMap((severity) => words[severity]).join('|');
/** All that people call a severity, as a part of a pattern. */
export const severityWords = any;

/** A severity that words tell; `sure` unless another word was taken for it. */
export interface SeverityName {
  severity: Severity;
  sure: boolean;
}

const byWord = new Map(
  severities.flatMap((severity) => {
    const [sure, taken] = words[severity].map((list) => list.split('|'));
    const named = (all: string[] = [], isSure: boolean) =>
      all.map((word): [string, SeverityName] => [word, { severity, sure: isSure }]);
    return [...named(sure, true), ...named(taken, false)];
  }),
);

const severityNamed = (word: string): SeverityName | null => byWord.get(word.toLowerCase()) ?? null;

const alone = new RegExp(
  `^[^\\p{L}\\p{N}]*(${any})(?:[ -](?:severity|priority|risk|impact))?(?:[^\\p{L}\\p{N}]|$)`,
  'iu',
);

/** The severity that a value says ("High", "🔴 Critical (CVSS 9.8)"); null when it says none, or several. */
export function severityIn(value: string): SeverityName | null {
  const first = alone.exec(value);
  const told = first?.[1] ? severityNamed(first[1]) : null;
  if (!first || !told) return null;
  const rest = value.slice(first[0].length).replace(/[([][^)\]]*[)\]]/g, '');
  const others = rest.match(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu')) ?? [];
  return others.some((word) => severityNamed(word)?.severity !== told.severity) ? null : told;
}

const tail = 'must fix.*|should fix.*|fix (?:now|first|soon|before|after|later).*|nice to have.*|blocks .*';
const head = `(?:all|open|known|remaining|severity|priority|${countNouns})`;
const behind = '(?:severity|priority|risk|level|impact)';
const plurals = 'issues|findings|vulnerabilities|problems|concerns|gaps|risks|bugs|defects|blockers|items';
const under = new RegExp(
  `^(?:${head} )?(${any})(?: (?:${any}))?(?: ${behind})?(?: (?:${countNouns})| (?<=severity )recommendations?)?(?: found)?(?: (?:${tail}))?$`,
);
/** "HIGH PRIORITY: ERROR HANDLING ISSUES", "Critical security issues". */
const ofSubject = new RegExp(`^(${any})(?: ${behind})?(?: [\\p{L}]+){1,4} (?:${plurals})$`, 'u');

/** The severity of what stands under a heading such as "Critical findings (2)"; null for any other heading. */
export function severityOfHeading(title: string): SeverityName | null {
  const name = looseName(title);
  const uncounted = name.replace(/(?<!^) \d+$/, '');
  const word = (under.exec(name) ?? under.exec(uncounted) ?? ofSubject.exec(uncounted))?.[1];
  return word === undefined || /[\p{L}][-_#]\d/u.test(title) ? null : severityNamed(word);
}

/** What such a heading says its issues are about: "ERROR HANDLING ISSUES". */
export function subjectOfHeading(title: string): string {
  const name = looseName(title);
  return !under.test(name) && ofSubject.test(name) ? title.replace(leading, '').trim() : '';
}
const leading = new RegExp(`^[^\\p{L}\\p{N}]*(?:${any})(?:[ -]${behind})?[\\s:–—-]*`, 'iu');

/** What such a heading says of when to fix what stands under it: "must fix before Friday". */
export const tailOfHeading = (title: string): string => atEnd.exec(title.trim())?.[0] ?? '';
const atEnd = new RegExp(`(?<![\\p{L}\\p{N}])(?:${tail})$`, 'iu');

/** A title with a sign of its severity: `CRIT-001: …`, `[HIGH] …`, `P0-1 …`, `High: …`, `… (Critical)`. */
export interface SeverityTag extends SeverityName {
  /** The sign itself where it names the issue: "CRIT-001". */
  id: string;
  /** Its words. */
  word: string;
  title: string;
}

const number =
  '(?:(?:issue|finding|problem|recommendation|observation|bug|risk)[ ]?#?\\d+[:.)\\s]\\s*[–—-]?\\s*|\\d+[.):]\\s+|\\d+(?:\\.\\d+)+[.:]?\\s+)';
const ordinal = new RegExp(`^[^\\p{L}\\p{N}[(]*${number}?`, 'iu');
const onlyOrdinal = new RegExp(`^[^\\p{L}\\p{N}[(]*${number}`, 'iu');
const numbered = new RegExp(
  `^[^\\p{L}\\p{N}[(]*\\[?(((?:${any})(?:[ -](?:issue|finding))?|[chml](?=[-_]\\d))[-_ ]?#?\\d+(?:\\.\\d+)*)\\]?(?:\\s*[:.)—–]|\\s+[-–—]|(?=\\s)|$)\\s*(.*)$`,
  'isu',
);
const bracketed = new RegExp(
  `^[^\\p{L}\\p{N}[(]*[[(](${any})(?:[ -](?:severity|priority|risk))?[\\])](?!\\()\\s*[-–—:]?\\s*(.+)$`,
  'isu',
);
const led = new RegExp(
  `^[^\\p{L}\\p{N}]*(${any})(?:[ -](?:severity|priority|risk))?(?: (?:issue|finding))?(?::|\\s[-–—])\\s+(.+)$`,
  'isu',
);
const trailed = new RegExp(
  `^(.+?)\\s+[-–—]?\\s*[[(](?:severity:\\s*)?(${any})(?:[ -](?:severity|priority|risk))?[\\])]\\s*$`,
  'isu',
);
/** "VULN-01 | Critical | Remote code execution" */
const parted = new RegExp(`^([^|]*?)\\s*\\|\\s*(${any})\\s*\\|\\s*(.+)$`, 'isu');
/** "Wrong total 🟠 High" */
const signed = new RegExp(
  `^(.+?)\\s+[–—-]?\\s*\\p{Extended_Pictographic}\\uFE0F?\\s*(${any})(?:[ -](?:severity|priority|risk))?\\s*$`,
  'isu',
);
/** What is left of a heading that only names a severity in two ways: "Priority 0 (Blockers)". */
const noTitle = new RegExp(`^[^\\p{L}\\p{N}]*(?:(?:${any}|${behind}|${countNouns})[^\\p{L}\\p{N}]*)*$`, 'iu');
const letters: Record<string, Severity> = { c: 'critical', h: 'high', m: 'medium', l: 'low' };

export function severityTag(text: string): SeverityTag | null {
  const title = text.replace(ordinal, '');
  const named = numbered.exec(title);
  if (named?.[1] && named[2]) {
    const told = severityNamed(named[2].replace(/[ -](?:issue|finding)$/i, ''));
    const letter = letters[named[2].toLowerCase()];
    // "High 5 things" is no number; "HIGH 1: x" and "HIGH-1 x" are.
    const isSign = /[-_#]/.test(named[1]) || /^.{0,40}?\d\]?(?:\s*[:.)—–]|\s+[-–—]|\s*$)/.test(title);
    if (told && isSign) return { ...told, id: named[1], word: named[1], title: named[3] ?? '' };
    if (letter) return { severity: letter, sure: false, id: named[1], word: named[1], title: named[3] ?? '' };
  }
  const lead = bracketed.exec(title) ?? led.exec(title);
  const told = lead?.[1] ? severityNamed(lead[1]) : null;
  if (told) return { ...told, id: '', word: lead?.[1] ?? '', title: lead?.[2] ?? '' };
  const [, id = '', word = '', rest = ''] = parted.exec(title) ?? [];
  const between = severityNamed(word);
  if (between) return { ...between, id, word: [id, word].filter(Boolean).join(' '), title: rest };
  const end = trailed.exec(title) ?? signed.exec(title);
  const last = end?.[2] && !noTitle.test(end[1] ?? '') ? severityNamed(end[2]) : null;
  return last ? { ...last, id: '', word: end?.[2] ?? '', title: end?.[1] ?? '' } : null;
}

/** A title without the number before it: "1. …", "Issue 3: …". */
export const withoutOrdinal = (title: string): string => title.replace(onlyOrdinal, '').trim() || title;

/** Whether a title says that it only informs: "[INFO] …", "Note: …". */
export const isInformational = (title: string): boolean =>
  /^[^\p{L}\p{N}]*(?:info|informational|note|nit|fyi)(?:\s*[\]):]|\s+[–—-]\s)|[[(](?:info|informational)[\])]\W*$/iu.test(
    title,
  );

/** The number before a title: "3" of "Issue #3: …", "4.1" of "4.1 …"; empty without one. */
export const ordinalOf = (title: string): string =>
  /\d+(?:\.\d+)*/.exec(onlyOrdinal.exec(title)?.[0] ?? '')?.[0] ?? '';
