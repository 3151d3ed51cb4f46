import type { Field } from '../../fields/field.ts';
import type { Answer } from '../../fields/value.ts';
import { stripped } from '../../markdown/line.ts';
import { isDerived } from '../../review/previous/derived-words.ts';
import type { Part } from '../../template/template.ts';
import { type Parse, parseAnswer } from '../answer-text.ts';
import type { About } from '../issue-links.ts';
import { isCountNoun } from './summary-counts.ts';

/** Takes the names of issues off the start, or in parentheses off the end, of a text: their ids, and what is left. */
export type TakeIssues = (
  about: About,
  text: string,
  from: 'start' | 'end',
) => { issues: string[]; rest: string };

export interface LineReading {
  /** Takes the names of issues off a text, where the line has a place for them. */
  takeIssues?: TakeIssues;
  parse?: Parse;
}

/**
 * Reads a line with holes, e.g. "[Pass/Fail] - [X]% coverage": each hole ends where the fixed words behind it begin.
 * @param below the lines under it, which belong to the last hole as far as its kind takes them
 * @returns `unread`: a field of the line whose value is none, when that is all that the line says
 */
export function readLine(
  parts: Part[],
  first: string,
  below: string,
  fields: Partial<Record<string, Field>>,
  { takeIssues = (_, text) => ({ issues: [], rest: text }), parse = parseAnswer }: LineReading = {},
): { answers: Record<string, Answer>; issues: string[]; rest: string; unread?: string } {
  const answers: Record<string, Answer> = {};
  const issues: string[] = [];
  let text = stripped(first);
  let rest = '';
  let unread: string | undefined;
  /** Emphasis of the template's own has begun before the next answer. */
  let isBold = false;
  const lastField = parts.findLastIndex((part) => part.type === 'field');
  for (const [at, part] of parts.entries()) {
    if (part.type === 'text') {
      const before = text;
      if (text.startsWith(part.text)) text = text.slice(part.text.length);
      else if (text.startsWith(part.text.trimStart())) text = text.slice(part.text.trimStart().length);
      else if (at === 0) text = withoutLead(text, part.text);
      if (part.text.endsWith('**'))
        isBold = text !== before && /(?:\*\*|__)$/.test(before.slice(0, before.length - text.length));
      continue;
    }
    if (part.type === 'about') {
      const taken = takeIssues(part, text, 'start');
      for (const issue of taken.issues) issues.push(issue);
      text = taken.rest;
      continue;
    }
    const field = part.type === 'field' ? fields[part.field] : undefined;
    if (!field) {
      rest = underneath(rest, behindDerived(part, text));
      text = '';
      continue;
    }
    const border = parts[at + 1]?.type === 'text' ? (parts[at + 1] as { text: string }).text : '';
    const last = at === lastField;
    const cut = last ? null : borderIn(text, border);
    const end = last ? endOf(text, border) : (cut?.at ?? -1);
    const isOpen = last && end < 0 && isBold && border.startsWith('**') && text.includes('**');
    let own = end < 0 ? (isOpen ? text.replace('**', '') : text) : text.slice(0, end);
    // This program writes the issues first, and all of the answer in bold.
    const about = last && (isOpen || !isBold) ? parts.find((one) => one.type === 'about') : undefined;
    if (about && issues.length === 0) {
      const taken = takeIssues(about, own, 'end');
      for (const issue of taken.issues) issues.push(issue);
      own = taken.rest;
    }
    // Other words than the template's between two answers are taken for these.
    text = end < 0 ? '' : cut ? border + text.slice(end + cut.length) : text.slice(end);
    const source = last && below !== '' ? `${own}\n${below}` : own;
    const read = parse(field, source);
    if (!read.answer && read.rest !== '' && read.rest === stripped(source)) unread ??= field.id;
    if (read.answer) answers[field.id] = read.answer;
    rest = underneath(rest, read.rest);
  }
  if (lastField < 0) rest = underneath(rest, below);
  const isNothing = unread !== undefined && Object.keys(answers).length === 0;
  return {
    answers,
    issues: issues.length > 1 ? [...new Set(issues)] : issues,
    rest,
    ...(isNothing && unread ? { unread } : {}),
  };
}

/** Two texts, each in lines of its own. */
const underneath = (one: string, other: string): string =>
  one === '' || other === '' ? one + other : `${one}\n${other}`;

/** Without the sign and the stars that people put, or leave, where the template has others. */
function withoutLead(text: string, lead: string): string {
  const sign = /^[^\p{L}\p{N}\s*_`[\]("'<>&|#~^$@\\/.+-]+[ \t]*/u;
  const bare = sign.test(lead) ? text.replace(sign, '') : text;
  return lead.includes('**') ? bare.replace(/^(?:\*\*|__)(?=\S)/, '') : bare;
}

/** Where the words between two answers stand, or what people write for them. */
function borderIn(text: string, border: string): { at: number; length: number } | null {
  const at = text.indexOf(border);
  if (at >= 0) return { at, length: border.length };
  const near = border.includes('**')
    ? (/(?::[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*(?:[:–—-][ \t]*)?)[ \t]*/.exec(text) ??
      /:[ \t]+|[ \t]+[–—-][ \t]+/.exec(text))
    : /[ \t]*[–—,;:][ \t]+|[ \t]+-[ \t]+/.exec(text);
  return near ? { at: near.index, length: near[0].length } : null;
}

/** What is derived is no answer; what people wrote behind it, or in its place, is kept. */
function behindDerived(part: Part, text: string): string {
  if (part.type === 'derived') return isDerived(part, stripped(text)) ? '' : text;
  const [count = '', noun = ''] =
    /^(?:\d+|\[[^\]\s]*\])(?![\p{L}\p{N}]|[.,]\d)(?:[ \t]+(\p{L}+))?/u.exec(text) ?? [];
  const isNoun = isCountNoun(noun) || (part.type === 'count' && noun === part.noun);
  // Of other words so many are counted, as in "2 fixed".
  return noun === '' || isNoun ? stripped(text.slice(count.length)) : text;
}

/** Where the fixed words at a line's end begin, if they are there. */
function endOf(text: string, border: string): number {
  const words = border.trimEnd();
  return words !== '' && text.endsWith(words) ? text.length - words.length : -1;
}
