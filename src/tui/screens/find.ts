/** Something that the palette goes to or does. */
export interface Entry {
  id: string;
  title: string;
  /** What it is part of: "CRITICAL-2". */
  path?: string;
  kind: 'page' | 'field' | 'issue' | 'command' | 'group';
  /** Its state: "empty", "1/3". */
  note?: string;
  /** The keys that do the same. */
  keys?: string;
}

/** The entries made ready for finding in; once for each list. */
export interface Index<E extends Entry> {
  entries: readonly E[];
  titles: string[];
  paths: string[];
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
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...index.entries];
  const byRank: E[][] = [];
  for (let at = 0; at < index.entries.length; at++) {
    const entry = index.entries[at] as E;
    const rank = rankOf(index.titles[at] ?? '', index.paths[at] ?? '', words);
    if (rank === null) continue;
    byRank[rank] ??= [];
    byRank[rank].push(entry);
  }
  return byRank.flat();
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

// Case and accents do not matter.
function folded(text: string): string {
  const lower = text.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}
