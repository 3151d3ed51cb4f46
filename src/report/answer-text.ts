import type { Field } from '../fields/field.ts';
import { kinds } from '../fields/kinds.ts';
import type { Answer, ChecklistItem, Value } from '../fields/value.ts';
import type { Landmark } from '../markdown/contain.ts';
import { containLine } from '../markdown/contain-line.ts';
import { entityAt, releaseLine } from '../markdown/entity.ts';
import { stripped, trimmed } from '../markdown/line.ts';
import { clean } from '../text/clean.ts';

const exempt = /^N\/A(?::[ \t]*([^\n]*))?$/;

/** A field's words in the report: its answer, or what the template shows without one. */
export function answerText(field: Field, given: Answer | undefined, isLandmark: Landmark): string {
  const answer = given && cleanAnswer(given);
  if (answer && 'notApplicable' in answer) {
    return answer.notApplicable === '' ? 'N/A' : `N/A: ${containLine(answer.notApplicable)}`;
  }
  if (!answer || kinds[field.kind].isEmpty(answer.value)) return field.placeholder;
  const text = kinds[field.kind].write(answer.value, field, isLandmark);
  // Words that mean something else in a report are told from it by an entity.
  if (text.includes('N/A') && exempt.test(stripped(text))) return entityAt(text, text.indexOf('/'));
  return text.startsWith('[') && text === field.placeholder ? entityAt(text, 0) : text;
}

/** An answer whose texts are what a report can hold: `\n` line ends, no control characters, well-formed. */
export function cleanAnswer(answer: Answer): Answer {
  if ('notApplicable' in answer) return { notApplicable: cleanText(answer.notApplicable) };
  const value = cleanValue(answer.value);
  return value === answer.value ? answer : { value };
}

function cleanValue(value: Value): Value {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && !unclean.test(one)))
    return value;
  if (!Array.isArray(value))
    return unclean.test(value.text) ? { ...value, text: cleanText(value.text) } : value;
  return value.map((one) => (typeof one === 'string' ? cleanText(one) : cleanItem(one))) as Value;
}

function cleanItem(item: ChecklistItem): ChecklistItem {
  const { text, notApplicable } = item;
  const clean = { ...item, text: cleanText(text) };
  return notApplicable === undefined ? clean : { ...clean, notApplicable: cleanText(notApplicable) };
}

/** See `cleanAnswer`. */
export const cleanText = (text: string): string => (unclean.test(text) ? clean(text).text : text);

const unclean = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF]/;

/** Reads the answer of a field from its place in the report; `rest` are the lines that are no part of the answer. */
export type Parse = (field: Field, source: string) => { answer: Answer | undefined; rest: string };

/** What `answerText` wrote, read again; `rest` are the lines that are no part of the answer. */
export function parseAnswer(field: Field, source: string): { answer: Answer | undefined; rest: string } {
  const text = stripped(source);
  if (text === '' || shows(field, text)) return { answer: undefined, rest: '' };
  // A leading newline says that the answer stands below its label's line; there its first line may be indented.
  const under = /^[ \t]*\n/.test(source);
  const end = field.place === 'line' && !under ? text.indexOf('\n') : -1;
  const [first, below] = end < 0 ? [text, ''] : [stripped(text.slice(0, end)), stripped(text.slice(end))];
  // Words in a line of the template's end there, whatever people wrote under it.
  if (below !== '' && shows(field, first)) return { answer: undefined, rest: below };
  const exemption = notApplicableIn(first);
  if (exemption) return { answer: exemption, rest: below };
  const { value, rest } = kinds[field.kind].read(under ? `\n${trimmed(source)}` : text, field);
  if (value === null) return { answer: undefined, rest };
  return { answer: isDefault(field, value) ? undefined : { value }, rest };
}

/** What a line `N/A: reason` says. */
export function notApplicableIn(line: string): { notApplicable: string } | undefined {
  const reason = exempt.exec(line);
  return reason ? { notApplicable: releaseLine(reason[1] ?? '') } : undefined;
}

/** Whether a text is what the template shows while there is no answer. */
function shows(field: Field, text: string): boolean {
  const placeholder = field.placeholder.trim();
  if (text === placeholder || (field.bare && text === placeholder.slice(1, -1))) return true;
  if (!text.includes('\n') || field.kind === 'code') return false;
  const [first = ''] = placeholder.split('\n', 1);
  return text.trimStart().startsWith(first.trim()) && withoutSpace(text) === withoutSpace(placeholder);
}

/** The lines that are not blank, without white space around them. */
const withoutSpace = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

/** Whether a value is the one that holds without an answer. */
export const isDefault = (field: Field, value: unknown): boolean =>
  field.default !== undefined && JSON.stringify(field.default) === JSON.stringify(value);
