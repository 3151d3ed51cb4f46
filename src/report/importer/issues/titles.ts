import { withoutOrdinal } from '../vocabulary/severities.ts';

const sign = '[\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}\\u{FE0F}\\u{200D}✓✗✘•►]';
const ornaments = new RegExp(`^(?:${sign}+\\s*)+|(?:\\s*${sign}+)+$`, 'gu');
const wrapped = /^(\*{1,3}|_{1,3})(?=\S)((?:(?!\1).)+?)\1[\s:.]*$/su;
/** "B-2: …", "[A-1] …", "F1 - …": what a report calls an issue. */
const named =
  /^\[?((?!(?:SHA|UTF|TLS|ISO|RFC|AES)\b)[A-Z]{1,5}-?\d{1,4}(?:\.\d+)*)\]?(?:\s*[:.)]|\s+[–—-]|(?<=\]))\s+(?=\S)/;
const openMark = /\s*[[(](open|new|wip|pending|to ?do|in progress|unresolved|not fixed)[\])]\s*/iu;

/**
 * A title without what adorns it: emphasis, signs, numbers, and that it is open.
 * @returns what was taken off and says something ("B-2", "open"), in its order
 */
export function bareTitle(text: string): { title: string; marks: string[] } {
  const marks: string[] = [];
  let title = text.trim();
  for (let before = ''; before !== title; ) {
    before = title;
    title = title.replace(ornaments, '').trim();
    title = wrapped.exec(title)?.[2]?.trim() ?? title;
    title = withoutOrdinal(title);
    for (const mark of [named, openMark]) {
      const found = mark.exec(title);
      if (!found?.[1] || found[0].length >= title.length) continue;
      marks.push(found[1]);
      title = `${title.slice(0, found.index)} ${title.slice(found.index + found[0].length)}`.trim();
    }
    title = balanced(title).replace(/[\s:–—-]+$/u, '');
  }
  return title === '' ? { title: text.trim(), marks: [] } : { title, marks };
}

/** Without a sign of emphasis at an end whose partner is elsewhere. */
function balanced(title: string): string {
  for (const mark of ['**', '__']) {
    if (title.split(mark).length % 2 === 1) continue;
    if (title.endsWith(mark)) return title.slice(0, -2).trimEnd();
    if (title.startsWith(mark)) return title.slice(2).trimStart();
  }
  return title;
}
