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

/** Entries that are only made when they are found, a few together, as there may be a million. */
export interface Further<E extends Entry = Entry> {
  /** How many there are in all. */
  count: number;
  /** What a few of them are of: an issue. */
  holders: readonly object[];
  /** All that is written there, folded; the first line is what the whole is called. */
  wordsIn(holder: object): string;
  /** What the entries are called beside that, folded. */
  labelsIn(holder: object): string;
  entriesIn(holder: object): readonly E[];
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
  titles: entries.map(titleOf),
  paths: entries.map(pathOf),
});

const titleOf = ({ title }: Entry): string => folded(title);
const pathOf = ({ path = '' }: Entry): string => folded(path);
const textOf = ({ text = '' }: Entry): string => folded(text);

/**
 * The entries that have every word of the query somewhere in their title or path, the best first: words at the
 * start of a title before those at the start of a word before those within one, titles before paths; equals
 * stay in the order they came in.
 */
export function find<E extends Entry>(index: Index<E>, query: string, further?: Further<E>): E[] {
  const words = wordsOf(query);
  if (words.length === 0) return [...index.entries];
  const byRank: E[][] = [];
  const rankAt = (entry: E, title: string, path: string, text: string) => {
    const rank = rankOf(title, path, words) ?? rankInText(title, path, text, words);
    if (rank === null) return;
    byRank[rank] ??= [];
    byRank[rank].push(entry);
  };
  const { entries, titles, paths } = index;
  index.texts ??= entries.map(textOf);
  for (const [at, entry] of entries.entries())
    rankAt(entry, titles[at] ?? '', paths[at] ?? '', index.texts[at] ?? '');
  for (const holder of further ? holdersOf(further, words) : [])
    for (const entry of further?.entriesIn(holder) ?? [])
      rankAt(entry, titleOf(entry), pathOf(entry), textOf(entry));
  return byRank.flat();
}

/** So many holders are looked into: whoever finds more types on. */
const mostHolders = 1000;

/** The holders that have all words somewhere; where there are too many, those first that are called so. */
function holdersOf({ holders, wordsIn, labelsIn }: Further, words: readonly string[]): readonly object[] {
  const found: object[] = [];
  const called: object[] = [];
  for (const holder of holders) {
    const all = wordsIn(holder);
    const end = all.indexOf('\n');
    let isCalled = true;
    const has = words.every((word) => {
      const at = all.indexOf(word);
      isCalled &&= at >= 0 && at < end;
      return at >= 0 || labelsIn(holder).includes(word);
    });
    if (!has) continue;
    if (isCalled) called.push(holder);
    if (called.length === mostHolders) return called;
    found.push(holder);
  }
  if (found.length <= mostHolders) return found;
  return [...new Set([...called, ...found])].slice(0, mostHolders);
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

/** A text as it is compared: case and accents do not matter. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}
