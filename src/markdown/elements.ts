import { entity } from './entity.ts';

/** Elements of HTML that hold others, so that one that is not closed would go on behind its answer. */
const names = new Set(
  (
    'a abbr article aside b bdi bdo blockquote body button caption center cite code colgroup data datalist dd del ' +
    'details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header html i ' +
    'iframe ins kbd label legend li main map mark marquee math menu meter nav noscript object ol optgroup option output ' +
    'p picture plaintext pre progress q s samp script section select small span strike strong style sub summary sup svg ' +
    'table tbody td template textarea tfoot th thead time title tr tt u ul var video xmp'
  ).split(' '),
);

/** A code span, or the start or end of an element. */
const spanOrTag = /(`+)(?!`)[^`]*\1(?!`)|<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi;

/** The elements that a text begins more often than it ends them. */
export function openElements(texts: string[]): Set<string> {
  const balance = new Map<string, number>();
  for (const text of texts) {
    if (!text.includes('<')) continue;
    for (const [, , end, tag] of text.matchAll(spanOrTag)) {
      const name = tag?.toLowerCase();
      if (name !== undefined && names.has(name)) balance.set(name, (balance.get(name) ?? 0) + (end ? -1 : 1));
    }
  }
  return new Set([...balance].flatMap(([name, count]) => (count > 0 ? [name] : [])));
}

/** A text in which the starts of these elements are words. */
export function withoutStarts(text: string, open: Set<string>): string {
  if (open.size === 0 || !text.includes('<')) return text;
  return text.replace(spanOrTag, (all, _ticks, end, tag) =>
    tag && !end && open.has(tag.toLowerCase()) ? entity('<') + all.slice(1) : all,
  );
}
