import type { Severity } from '../../../fields/issue.ts';
import { withoutEnd } from '../../../markdown/line.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { Template } from '../../../template/template.ts';

const patterns = new Map<string, RegExp>();

/** The number and title in a heading of a severity's issue, as this program writes it: "❌ CRITICAL-2: …". */
export function ownNumber(
  template: Template,
  severity: Severity,
  heading: string,
): { number: string; title: string } | null {
  const word = template.issues[severity]?.word ?? severity;
  const pattern =
    patterns.get(word) ??
    new RegExp(`^[^\\p{L}\\p{N}]*(${word}[- ]?\\d+)(?:[:.)]|\\s[-–])?(?:\\s|$)(.*)$`, 'isu');
  patterns.set(word, pattern);
  const found = pattern.exec(heading);
  return found ? { number: found[1] ?? '', title: found[2] ?? '' } : null;
}

/** Whether an id is one that a report of this template gives to issues of a severity: "CRITICAL-2". */
export function isOwnNumber(template: Template, severity: Severity, id: string): boolean {
  const word = template.issues[severity]?.word ?? severity;
  return id.toLowerCase().startsWith(word.toLowerCase()) && /^[- ]?[1-9]\d*$/.test(id.slice(word.length));
}

/** A heading as it is written, without its number signs and the white space around it. */
export const headingText = ({ text }: Line): string =>
  withoutEnd(text.replace(/^ {0,3}#{1,6}(?=[ \t]|$)[ \t]*/, ''));
