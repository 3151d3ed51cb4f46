import type { Field } from '../../../fields/field.ts';
import { kinds } from '../../../fields/kinds.ts';
import { stripped } from '../../../markdown/line.ts';
import { type Parse, parseAnswer } from '../../answer-text.ts';
import { optionIn } from '../statements.ts';

/** What people leave standing where a value should be: "YYYY-MM-DD", "vX.Y.Z", "[Your Name]". */
const placeholder =
  /^(?:\[[^\]]*\]|<[^>]*>|\{\{?[^}]*\}\}?|YYYY-MM-DD|DD[./]MM[./]YYYY|MM\/DD\/YYYY|v?X\.[XY](?:\.[XZ])?|TBD|TODO|_{3,}|\.{3,}|…)$/i;

const wrapped = /^(`|\*\*|__|\*|_)(?=\S)((?:(?!\1).)+)\1$/su;

const isOneLine = ({ kind }: Field): boolean => ['line', 'choice'].includes(kinds[kind].form);

/**
 * Reads values as people write them: in bold or as code. A placeholder is no answer, and neither is a heading, a table
 * or a sentence where one of several options should stand.
 * @param ofTemplate whether it is a report of this template, which may have short words of its own for an option
 */
export const parseLeniently =
  (ofTemplate: boolean): Parse =>
  (field, source) => {
    if (!isOneLine(field)) return parseAnswer(field, source);
    const text = stripped(source);
    const [line = '', ...more] = text.split('\n');
    const first = stripped(line);
    if (placeholder.test(wrapped.exec(first)?.[2] ?? first) && first !== field.placeholder)
      return { answer: undefined, rest: text };
    const bare = field.kind === 'text' && first.startsWith('_') ? first : (wrapped.exec(first)?.[2] ?? first);
    const below = more.join('\n');
    if (field.kind === 'choice')
      return choiceIn(field, bare, below, ofTemplate) ?? parseOr(field, source, text);
    return bare === first ? parseAnswer(field, source) : parseAnswer(field, [bare, ...more].join('\n'));
  };

/** An option with what is said behind it; null where the words are none. */
function choiceIn(field: Field, first: string, below: string, ofTemplate: boolean): ReturnType<Parse> | null {
  if (first === '' || first === field.placeholder) return null;
  const option = optionIn(field, first.replace(/^[^\p{L}\p{N}[]+/u, ''));
  if (option && ofTemplate) return parseAnswer(field, `${first}\n\n${below}`);
  if (option) {
    const at = first.toLowerCase().indexOf(option.toLowerCase());
    const remark = stripped(first.slice(at + option.length));
    return { answer: { value: option }, rest: [remark, stripped(below)].filter(Boolean).join('\n') };
  }
  const own = ofTemplate && isShort(first) ? parseAnswer(field, `${first}\n\n${below}`) : null;
  return own?.answer ? own : null;
}

/** Words of a person's own for an option: no sentence, heading, table or list. */
const isShort = (text: string): boolean => !/^[|#>*+-]|[.:;!?]$/.test(text) && text.split(/\s+/).length <= 4;

function parseOr(field: Field, source: string, text: string): ReturnType<Parse> {
  const read = parseAnswer(field, source);
  const isAnswer = read.answer && !('value' in read.answer);
  return !read.answer || isAnswer ? read : { answer: undefined, rest: text };
}
