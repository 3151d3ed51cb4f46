import { clean, oneLine, visible } from '../text/clean.ts';

/** A scanner's text as plain text of several lines: without escape sequences and controls, at most so long. */
export function plainText(text: string, most: number): string {
  const lines = harmless(text, most).split('\n');
  const tidy = lines.map((line) => line.trimEnd()).join('\n');
  return shortened(tidy.replace(/\n{3,}/g, '\n\n').trim(), most);
}

/** The same on one line. */
export function plainLine(text: string, most: number): string {
  return shortened(oneLine(harmless(text, most).replaceAll('\t', ' ').trim()).text, most);
}

/**
 * What a terminal would obey is taken out, and what is unseen or turns the reading order has its name instead. Only so
 * much is looked at that no scanner's file takes long: some hold whole documents in a message.
 */
const harmless = (text: string, most: number): string => visible(clean(text.slice(0, 8 * most)).text);

/** Never ends in half a character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
