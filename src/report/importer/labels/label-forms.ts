import { isBlank } from '../../../markdown/line.ts';
import type { Line } from '../../../markdown/scan.ts';

/** A label as people write one, however they do: what it says, what follows it in its line, and how it stands. */
export interface WrittenLabel {
  label: string;
  rest: string;
  /** `bold` may stand behind a list marker, whose columns are `indent`; `plain` has no sign but its colon. */
  form: 'bold' | 'bullet' | 'plain' | 'row' | 'heading';
  /** Without a colon a bold line is a label only where its words are one. */
  colon: boolean;
  indent: number;
}

const bold =
  /^ {0,3}((?:[-*+]|\d+[.)]) +)?(?:[^\p{L}\p{N}\s*_|`#>[\]-]{1,4} *)?(\*\*\*|\*\*|__)(?=[^\s*_])([^*|]{1,60}?)(?:\2(?::|[ \t]+[-–—](?=[ \t])|[ \t]*$)|:[ \t]*\2:?)[ \t]*(.*)$/u;
const bullet = /^ {0,3}([-*+] +)(?!\[)([^:*|`]{1,60}?) *:(?:[ \t]+(.*)|)$/;
const plain = /^(\p{L}[^:*|`.!?]{0,60}?) *:(?:[ \t]+(.*)|)$/u;
const row = /^ {0,3}\|[ \t]*([^|]{1,60}?)[ \t]*\|[ \t]*((?:[^|\\]|\\.)*?)[ \t]*\|?[ \t]*$/;

/** The label that a line begins with, if it does. Lines of fences and comments have none. */
export function writtenLabel({ text, kind, title }: Line): WrittenLabel | null {
  if (kind === 'heading')
    return title ? { label: title, rest: '', form: 'heading', colon: false, indent: 0 } : null;
  if (kind !== 'text') return null;
  const strong = bold.exec(text);
  if (strong?.[3])
    return {
      label: strong[3],
      rest: strong[4] ?? '',
      form: 'bold',
      colon: /:(?:\*\*|__)|(?:\*\*|__):/.test(text),
      indent: (strong[1] ?? '').length,
    };
  const item = bullet.exec(text);
  if (item?.[2])
    return {
      label: item[2],
      rest: item[3] ?? '',
      form: 'bullet',
      colon: true,
      indent: (item[1] ?? '').length,
    };
  const cells = row.exec(text);
  if (cells?.[1]) {
    const label = cells[1].replace(/^(?:\*\*|__)(.*?):?(?:\*\*|__):?$/, '$1');
    return { label, rest: cells[2] ?? '', form: 'row', colon: true, indent: 0 };
  }
  const words = plain.exec(text);
  return words?.[1] ? { label: words[1], rest: words[2] ?? '', form: 'plain', colon: true, indent: 0 } : null;
}

/** Labels that follow one another in a line: "**Fix Priority:** Now | **Effort:** Low", each with its own text. */
export function labelsInLine(text: string): string[] {
  const starts = [...text.matchAll(/\*\*[^*]{1,60}(?::\*\*|\*\*:)/g)].map((found) => found.index);
  if (
    starts.length < 2 ||
    starts[0] === undefined ||
    !isBlank(text.slice(0, starts[0]).replace(/^[-*+] /, ''))
  )
    return [text];
  return starts.map((start, at) =>
    text.slice(at === 0 ? 0 : start, starts[at + 1]).replace(/[ \t]*[|·•,]?[ \t]*$/, ''),
  );
}

/** A row of dashes, which tells the head of a table from its rows. */
export const isTableRule = (text: string): boolean =>
  /^[ \t|:-]+$/.test(text) && text.includes('|') && text.includes('-');
