import { isBlank, isRule, trimmed } from '../../markdown/line.ts';
import type { Line } from '../../markdown/scan.ts';

/** Words with the line of the report that they begin on, from 0. */
export interface Passage {
  text: string;
  at: number;
}

/** Lines as a text, without blank lines around it and without dividers at its end. */
export function passageOf(lines: Line[]): Passage {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start]?.text ?? '')) start += 1;
  while (end > start && isEnd(lines[end - 1]?.text ?? '')) end -= 1;
  const text = lines.slice(start, end).map((line) => line.text);
  return { text: text.join('\n'), at: lines[start]?.at ?? 0 };
}

const isEnd = (text: string): boolean => isBlank(text) || isRule(text);

/** Sections that the template does not have, as they stand, but for dividers around them; headings stand apart. */
export function sectionsAsWritten(lines: Line[]): Passage[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const joins = run && line.at - (run.at(-1)?.at ?? 0) <= 1;
    if (joins) run.push(line);
    else runs.push([line]);
  }
  return runs.map(asWritten);
}

function asWritten(lines: Line[]): Passage {
  const first = lines.findIndex(({ text }) => !isEnd(text));
  const end = lines.findLastIndex(({ text }) => !isEnd(text)) + 1;
  const texts = lines.slice(Math.max(first, 0), end).flatMap(({ text, level }, index, all) => {
    const joins = level !== undefined && index > 0 && !isBlank(all[index - 1]?.text ?? '');
    return joins ? ['', text] : [text];
  });
  return { text: texts.join('\n'), at: lines[first]?.at ?? 0 };
}

/** Passages in the order of the report, each a paragraph of its own; items of a list that stood together stay so. */
export function joined(passages: Passage[]): string {
  const all = passages
    .filter(({ text }) => !isBlank(text.replaceAll('\n', '')))
    .toSorted((one, other) => one.at - other.at);
  let whole = '';
  let end = -1;
  for (const { text, at } of all) {
    const words = trimmed(text);
    const together =
      at === end && isItem.test(words) && isItem.test(whole.slice(whole.lastIndexOf('\n') + 1));
    whole += whole === '' ? words : `${together ? '\n' : '\n\n'}${words}`;
    end = at + words.split('\n').length;
  }
  return whole;
}

const isItem = /^[-*+] /;
