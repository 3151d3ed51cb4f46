import { openElements, withoutStarts } from './elements.ts';
import { encodable, entity, entityAt, quote } from './entity.ts';

/** The white space around a text, which Markdown and a reader would drop, as entities. */
export const edges = (text: string): string =>
  text
    .replace(/^\n+/, (run) => entity('\n').repeat(run.length))
    .replace(/(?<!\n)\n+$/, (run) => entity('\n').repeat(run.length))
    .replace(/^[ \t]|[ \t]$/g, (space) => entity(space));

/** For an answer that stands within a line of the report. `releaseLine` is its inverse. */
export function containLine(text: string): string {
  if (harmless.test(text)) return text;
  const line = openTags(openCode(edges(quote(text)).replaceAll('\n', entity('\n'))));
  return withoutStarts(line, openElements([line]));
}

const harmless = /^[^\s&<`](?:[^\n&<`]*[^\s&<`])?$/;

/** A run of backticks without a partner would pair with one in the next answer of the same paragraph. */
function openCode(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const later = new Map<number, number>();
  const partner = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const { length } = runs[index] ?? { length: 0 };
    partner[index] = later.get(length) ?? -1;
    later.set(length, index);
  }
  const open = new Set<number>();
  for (let index = 0; index < runs.length; index += 1) {
    const end = partner[index] ?? -1;
    if (end < 0) open.add(runs[index]?.at ?? -1);
    else index = end;
  }
  return text.replace(/`+/g, (run, at) => (open.has(at) ? entity('`').repeat(run.length) : run));
}

/** A tag or comment that its own line does not close. */
function openTags(text: string): string {
  const lastTag = text.lastIndexOf('>');
  const lastComment = text.lastIndexOf('-->');
  return text.replace(/<(?=[a-z/?!])/gi, (sign, at) =>
    at > (text.startsWith('<!--', at) ? lastComment : lastTag) ? entity(sign) : sign,
  );
}

/** A text that, followed by a border (" - ", "**: "), holds that border nowhere before its end. */
export function apart(text: string, border: string): string {
  const sign = Math.max(0, border.search(encodable));
  const whole = text + border;
  let contained = '';
  let from = 0;
  for (;;) {
    const at = whole.indexOf(border, from);
    if (at < 0 || at >= text.length) return contained + text.slice(from);
    const end = Math.min(at + sign, text.length - 1);
    contained += text.slice(from, end) + entity(text.charAt(end));
    from = end + 1;
  }
}

/** A line with its first character that can be written as an entity, and is no space that indents it, so written. */
export function apartFrom(text: string): string {
  const start = text.search(/\S/);
  const at = text.slice(start).search(encodable);
  return at < 0 ? text : entityAt(text, start + at);
}
