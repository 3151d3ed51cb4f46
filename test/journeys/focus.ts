/** Where the focus is, as a person reads it off a screen without a rail. */
export interface Focus {
  /** The nearest row above that has an empty row above itself: a heading, say. */
  above: string;
  /** The label of the field, or the words of a button. */
  label: string;
  /** Rows between the label and the bar: 0 where they are one. */
  down: number;
}

const bar = '▌';
/** An entry of a list, an item of a checklist, what is wrong with them, or a row that goes on from the one above. */
const entry = /^(?:! |• |\d+\. |\[[ ✓–]\] | {2})/;

/** The focus; null when no bar is seen. */
export function focusOf(screen: string): Focus | null {
  const [, , ...rows] = screen.split('\n');
  const body = rows.slice(
    0,
    rows.findLastIndex((row) => row.startsWith('─')),
  );
  const first = body.findIndex((row) => row.startsWith(bar));
  if (first < 0) return null;
  const words = body.map((row) => row.slice(2));
  let at = first;
  while (at > 0 && (entry.test(words[at] ?? '') || words[at] === '')) at--;
  const above = words.slice(0, at).findLastIndex((row, index) => row !== '' && words[index - 1] === '');
  return {
    above: cell(words[above]),
    label: cell(words[at]),
    down: first - at,
  };
}

/** What stands before the first wide space. */
const cell = (row = ''): string => row.split(/ {2,}/)[0] ?? '';
