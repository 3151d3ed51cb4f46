import type { Field } from '../fields/field.ts';
import type { Answer } from '../fields/value.ts';
import { stripped } from '../markdown/line.ts';
import type { Part } from '../template/template.ts';
import { answerOf } from './words.ts';

/**
 * Reads a line with holes, e.g. "[Pass/Fail] - [X]% coverage": each hole ends where the fixed words behind it begin.
 * @param below the lines under it, which belong to the last hole as far as its kind takes them
 */
export function readLine(
  parts: Part[],
  first: string,
  below: string,
  fields: Partial<Record<string, Field>>,
): { answers: Record<string, Answer>; rest: string } {
  const answers: Record<string, Answer> = {};
  let text = stripped(first);
  let rest = '';
  for (const [at, part] of parts.entries()) {
    if (part.type === 'text') {
      if (text.startsWith(part.text)) text = text.slice(part.text.length);
      else if (text.startsWith(part.text.trimStart())) text = text.slice(part.text.trimStart().length);
      continue;
    }
    const field = part.type === 'field' ? fields[part.field] : undefined;
    if (!field) {
      // A count is derived; what people wrote behind it is not.
      const count = /^(?:\d+|\[[^\]]*\])(?:[ \t]+\p{L}+)?/u.exec(text)?.[0] ?? '';
      rest = [rest, stripped(text.slice(count.length))].filter((one) => one !== '').join('\n');
      text = '';
      continue;
    }
    const border = parts[at + 1]?.type === 'text' ? (parts[at + 1] as { text: string }).text : '';
    const last = !parts.slice(at + 1).some((later) => later.type === 'field');
    const end = last ? endOf(text, border) : text.indexOf(border);
    const own = end < 0 ? text : text.slice(0, end);
    text = end < 0 ? '' : text.slice(end);
    const source = last && below !== '' ? `${own}\n${below}` : own;
    const read = answerOf(field, source);
    if (read.answer) answers[field.id] = read.answer;
    rest = [rest, read.rest].filter((one) => one !== '').join('\n');
  }
  return { answers, rest };
}

/** Where the fixed words at a line's end begin, if they are there. */
function endOf(text: string, border: string): number {
  const words = border.trimEnd();
  return words !== '' && text.endsWith(words) ? text.length - words.length : -1;
}
