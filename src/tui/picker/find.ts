/** Something that the palette goes to or does. */
export interface Entry {
  id: string;
  title: string;
  /** What it is part of: "CRITICAL-2". */
  path?: string;
  kind:
    | (
        | 'page'
        | 'field'
        | 'issue'
        | 'item'
        | 'command'
        | 'group'
        | 'note'
        | 'unclear'
        | 'line'
        | 'finding'
        | 'scan'
      )
    | ('error' | 'warning' | 'hint');
  /** Its state: "empty", "1/3". */
  note?: string;
  /** The keys that do the same. */
  keys?: string;
  /** What is written there; it is found by its words, too, after everything that is called so. */
  text?: string;
}

/** The entries made ready for finding in; once for each list. */
export interface Index<E extends Entry> {
  entries: readonly E[];
  titles: string[];
  paths: string[];
  /** Made when something is looked for first: answers may be long. */
  texts?: string[];
}

export const indexOf = <E extends Entry>(entries: readonly E[]): Index<E> => ({
  entries,
  titles: entries.map((entry) => folded(entry.title)),
  paths: entries.map((entry) => folded(entry.path ?? '')),
});

/**
 * The entries that have every word of the query somewhere in their title or path, the best first: words at the
 * start of a title before those at the start of a word before those within one, titles before paths; equals
 * stay in the order they came in.
 */
export function find<E extends Entry>(index: Index<E>, query: string): E[] {
  const words = wordsOf(query);
  if (words.length === 0) return [...index.entries];
  const byRank: E[][] = [];
  index.texts ??= index.entries.map((entry) => folded(entry.text ?? ''));
  for (let at = 0; at < index.entries.length; at++) {
    const entry = index.entries[at] as E;
    const title = index.titles[at] ?? '';
    const path = index.paths[at] ?? '';
    const rank = rankOf(title, path, words) ?? rankInText(title, path, index.texts[at] ?? '', words);
    if (rank === null) continue;
    byRank[rank] ??= [];
    byRank[rank].push(entry);
  }
  return byRank.flat();
}

/** After all that are called so: what is written there has the words that the name does not have. */
const afterNames = 100;

function rankInText(title: string, path: string, text: string, words: readonly string[]): number | null {
  if (text === '') return null;
  const all = words.every((word) => text.includes(word) || title.includes(word) || path.includes(word));
  return all ? afterNames : null;
}

/**
 * The words of an entry's text that the query was found by, with some of what stands round them; empty where its
 * name was enough.
 */
export function excerptOf(entry: Entry, query: string, width: number): string {
  const name = folded(`${entry.path ?? ''} ${entry.title}`);
  const word = wordsOf(query).find((one) => !name.includes(one));
  if (!word || !entry.text) return '';
  const text = entry.text.replace(/\s+/g, ' ');
  // Folding may change the length of a text by a little: near enough for an excerpt.
  const at = folded(text).indexOf(word);
  if (at < 0) return '';
  const start = text.length <= width ? 0 : Math.max(0, at - Math.max(0, width - word.length) / 3);
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  return `${from > 0 ? '…' : ''}${text.slice(from)}`;
}

// 0 is best. Summed over the words; a title that is nothing but the query wins.
function rankOf(title: string, path: string, words: readonly string[]): number | null {
  let rank = 0;
  for (const word of words) {
    const inTitle = placeOf(title, word);
    const inPath = path === '' ? null : placeOf(path, word);
    if (inTitle === null && inPath === null) return null;
    rank += Math.min(inTitle ?? 9, (inPath ?? 9) + 1);
  }
  return rank * 2 + (title === words.join(' ') ? 0 : 1);
}

/** 0 at the very start, 1 at the start of a word, 3 within one. */
function placeOf(text: string, word: string): number | null {
  let at = text.indexOf(word);
  if (at < 0) return null;
  if (at === 0) return 0;
  while (at > 0) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return 1;
    at = text.indexOf(word, at + 1);
  }
  return 3;
}

/** What is looked for, without the sign by which a path is shown: "HIGH-1 › Impact" may be typed as it stands. */
const wordsOf = (query: string): string[] =>
  folded(query)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '›');

// Case and accents do not matter.
function folded(text: string): string {
  const lower = text.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}
