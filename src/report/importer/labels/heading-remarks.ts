import { folded } from '../../../template/parts/layout.ts';
import type { Section } from '../../../template/template.ts';
import { isCountNoun } from '../../reader/summary-counts.ts';
import { subjectOfHeading, tailOfHeading } from '../vocabulary/severities.ts';

/**
 * What a person says behind a label or a heading, in parentheses: "(by Ada)". A number there is a count, "(s)" a
 * plural, and one capital letter stands for a number.
 */
export function remarkBehind(name: string): string {
  const [all = '', inner = ''] = /[([]([^)\]]*)[)\]]\s*:?\s*$/.exec(name) ?? [];
  const words = inner.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second = 'issues'] = words;
  const isCount = /^(?:\d+|\p{Lu})$/u.test(first) && isCountNoun(second) && words.length <= 2;
  return words.length === 0 || isCount || /^e?s$/i.test(inner.trim()) ? '' : all.replace(/[\s:]+$/, '');
}

/** The same behind the name of a section, and what it says there of its issues: when to fix them, their subject. */
export function remarkOn(section: Section, title: string): string {
  if (folded(title) === folded(section.heading)) return '';
  const remark = remarkBehind(title);
  const tail = remark === '' && section.severity ? tailOfHeading(title) : '';
  const own = folded(section.heading).split(' ');
  const isOwn = (tail === '' ? [] : folded(tail).split(' ')).every((word) => own.includes(word));
  const subject = section.severity ? subjectOfHeading(title) : '';
  return [subject, isOwn ? remark : tail].filter((words) => words !== '').join(' ');
}
