import * as z from 'zod/mini';
import { containBlock, releaseBlock } from '../../markdown/contain.ts';
import { isBlank, stripped } from '../../markdown/line.ts';
import { scan } from '../../markdown/scan.ts';
import type { Kind } from '../kind.ts';
import type { Code } from '../value.ts';
import { enclosed } from '../words.ts';

/** Code in a fence that is longer than any run of backticks inside, or Markdown that mixes code and words. */
export const code: Kind<Code> = {
  form: 'code',
  schema: z.object({ text: z.string(), language: z.nullable(z.string()) }),
  isEmpty: (value) => (value.language === null ? (oneFence(value.text) ?? value) : value).text.trim() === '',
  settle: (value) =>
    value.language === null ? (oneFence(value.text) ?? value) : { ...value, language: tag(value.language) },
  write(value, field, isLandmark) {
    const settled = code.settle(value, field);
    if (settled.language === null) return containBlock(settled.text, { isLandmark });
    const runs = settled.text.match(/`{3,}/g) ?? [];
    const longest = Math.max(2, ...runs.map((run) => run.length));
    const block = fenced(settled, longest + 1);
    return block === field.placeholder ? fenced(settled, longest + 2) : block;
  },
  read(source, field) {
    const block = source.replace(/^(?:[ \t]*\n)+/, '');
    const fence = oneFence(block);
    const value = fence ?? { text: releaseBlock(block), language: null };
    if (!code.isEmpty(value)) return { value, rest: '' };
    // A fence with nothing in it is no answer, but may name a language that the field does not.
    const named = fence !== null && fence.language !== '' && fence.language !== (field.language ?? '');
    return { value: null, rest: named ? stripped(block) : '' };
  },
  problem: () => null,
  describe(marked) {
    const language = marked.attributes.language ?? '';
    return { field: { ...enclosed(marked), language }, attributes: ['language'] };
  },
};

/** What may follow a fence on its line. */
const tag = (language: string): string => language.replace(/[`\n]+/g, ' ').trim();

function fenced({ text, language }: Code, length: number): string {
  const fence = '`'.repeat(length);
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * The code of a text that is one fence from its first line to its last. With nothing in it but words behind the
 * language, it is a text like any other.
 */
function oneFence(source: string): Code | null {
  const lines = scan(source);
  const [first] = lines;
  const opener = /^(`{3,}|~{3,})(.*)$/s.exec(first?.text ?? '');
  if (!opener?.[1] || lines.length < 2 || first?.opens !== 'closed') return null;
  if (lines.some((line, index) => line.kind !== 'fence' || (index > 0 && line.opens))) return null;
  const text = lines.slice(1, -1).map((line) => line.text);
  const language = tag(opener[2] ?? '');
  return text.every(isBlank) && /\s/.test(language) ? null : { text: text.join('\n'), language };
}
