import { indentOf, isBlank, listMarker, outdent } from './line.ts';
import { scan } from './scan.ts';

/**
 * One item of a list: its text, outdented, on which line of the source it begins (from 0), and whether a list marker
 * led it (a paragraph in between has none).
 */
export interface Bullet {
  text: string;
  at: number;
  marked: boolean;
}

/** The items of the list in a text, with the paragraphs that stand between them. */
export function bullets(source: string): Bullet[] {
  const items: { lines: string[]; at: number; marked: boolean; offset: number }[] = [];
  let ended = true;
  for (const line of scan(source)) {
    const last = items.at(-1);
    const marker = /^ {0,3}\S/.test(line.text) && line.depth > 0 ? listMarker(line.text) : null;
    const indented = last !== undefined && /^[ \t]/.test(line.text) && indentOf(line.text) >= last.offset;
    if (marker && !(last?.marked && indented)) {
      items.push({ lines: [marker.content], at: line.at, marked: true, offset: marker.offset });
    } else if (last && (line.kind === 'fence' || isBlank(line.text) || indented || !(ended && last.marked))) {
      last.lines.push(outdent(line.text, last.offset));
    } else if (!isBlank(line.text)) {
      items.push({ lines: [line.text], at: line.at, marked: false, offset: 0 });
    }
    ended = isBlank(line.text);
  }
  return items.map(({ lines, at, marked }) => ({ text: untilLast(lines).join('\n'), at, marked }));
}

/** Without the blank lines at its end. */
function untilLast(lines: string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line, at) => at === 0 || !isBlank(line)) + 1);
}

/** A list item as the report has it: further lines indented under the first. */
export function bullet(marker: string, text: string): string {
  const indent = ' '.repeat(marker.length);
  const [first = '', ...rest] = text.split('\n');
  return [marker + first, ...rest.map((line) => (line === '' ? '' : indent + line))].join('\n');
}
