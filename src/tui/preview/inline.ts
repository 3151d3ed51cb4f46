import { type Row, type Segment, seg, type Tone } from '../row.ts';

/** What stands inside a line: escapes, code, strong, emphasis, links, breaks. Tried in this order at each place. */
const marks =
  /\\([!-/:-@[-`{-~])|&(amp;(?:amp;)*#\d{1,6};)|&#(\d{1,6});|(`+)([\s\S]+?)\4(?!`)|\*\*(?=\S)((?:[^*]|\*(?!\*))*?\S)\*\*|(?<![\p{L}\p{N}])_(?=\S)([^_]*\S)_(?![\p{L}\p{N}])|\*(?=[^\s*])([^*]*[^\s*])\*|\[([^\]]+)\]\(([^)\s]+)\)|<br\s*\/?>/gu;

/** A line of Markdown as it reads: its marks become looks. What is no mark stays as it is. */
export function inline(text: string, tone: Tone = 'plain'): Row {
  const out: Segment[] = [];
  let at = 0;
  const put = (words: string, look: Tone) => {
    const last = out.at(-1);
    if (words === '') return;
    if (last?.tone === look) last.text += words;
    else out.push(seg(words, look));
  };
  for (const match of text.matchAll(marks)) {
    const [whole, escaped, quoted, entity, , code, strong, low, star, link, target] = match;
    put(text.slice(at, match.index), tone);
    at = match.index + whole.length;
    if (escaped !== undefined) put(escaped, tone);
    else if (quoted !== undefined) put(`&${quoted.slice('amp;'.length)}`, tone);
    else if (entity !== undefined) put(String.fromCodePoint(Math.min(Number(entity), 0x10ffff)), tone);
    else if (code !== undefined) put(code.replace(/^ (.*\S.*) $/, '$1'), 'code');
    else if (strong !== undefined) for (const part of inline(strong, 'bold')) put(part.text, part.tone);
    else if (low !== undefined || star !== undefined) put(low ?? star ?? '', 'italic');
    else if (link !== undefined) {
      for (const part of inline(link, tone)) put(part.text, part.tone);
      put(` ${target}`, 'dim');
    }
  }
  put(text.slice(at), tone);
  return out;
}
