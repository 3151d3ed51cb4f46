import { scan } from '../../markdown/scan.ts';
import { plainText, type Row, seg } from '../row.ts';
import { inline } from './inline.ts';

/** A line of the report as it is shown: rendered when it is asked for, as reports are long and screens are not. */
export interface Shown {
  line: Row;
  /** Columns that its further rows are indented by. */
  indent: number;
}

/** Colours code, once the library for it has been loaded. */
export type Highlighter = (code: string, language: string) => Row[] | null;

/** The report, line by line as a person would read it. */
export interface Document {
  count: number;
  at(line: number): Shown;
  /** Whether a line has one row in so many columns for sure: it need not be rendered to know that. */
  isShort(line: number, width: number): boolean;
}

/** The report as the Markdown that it is. */
export const plainDocument = (lines: readonly string[]): Document => ({
  count: lines.length,
  at: (line) => ({ line: [seg(lines[line] ?? '')], indent: 0 }),
  isShort: shortIn(lines),
});

/** What the bar of code adds to a line, at most; nothing else makes one longer. */
const added = 4;

const shortIn =
  (lines: readonly string[]) =>
  (line: number, width: number): boolean => {
    const text = lines[line] ?? '';
    return text.length + added <= width && /^[\x20-\x7e]*$/.test(text);
  };

interface Fence {
  /** Its first and last line, the fence's own. */
  from: number;
  to: number;
  language: string;
}

/** A report's lines. */
export interface ReportLines {
  lines: readonly string[];
  /** The lines on which issues begin: no block goes on over them. */
  starts: readonly number[];
}

/** What begins at a line and ends before another one, with the kinds of its lines. */
interface Stretch {
  from: number;
  scanned: ReturnType<typeof scan>;
  fences: Map<number, Fence>;
}

/**
 * Makes the lines of a report ready to be shown, without a syntax tree; of a report with many issues only those that are
 * looked at.
 */
export function documentOf({ lines, starts }: ReportLines, highlight: Highlighter | null): Document {
  const stretches = new Map<number, Stretch>();
  const known = new Map<number, Shown>();
  const coloured = new Map<Fence, Row[] | null>();

  function stretchAt(line: number): Stretch {
    const at = firstAfter(starts, line);
    const hit = stretches.get(at);
    if (hit) return hit;
    const from = starts[at - 1] ?? 0;
    const own = lines.slice(from, starts[at] ?? lines.length);
    const scanned = scan(own.join('\n'));
    const made = { from, scanned, fences: fencesOf(own, scanned, from) };
    stretches.set(at, made);
    return made;
  }

  function code(at: number, fence: Fence): Shown {
    const text = lines[at] ?? '';
    if (at === fence.from) return { line: [seg(`  ${fence.language || 'code'}`, 'dim')], indent: 2 };
    if (at === fence.to && /^\s*(?:`{3,}|~{3,})\s*$/.test(text)) return { line: [], indent: 0 };
    let rows = coloured.get(fence);
    if (rows === undefined) {
      const body = lines.slice(fence.from + 1, fence.to);
      rows = highlight?.(body.join('\n'), fence.language) ?? null;
      coloured.set(fence, rows);
    }
    const row = rows?.[at - fence.from - 1] ?? [seg(text)];
    return { line: [seg('  │ ', 'dim'), ...row], indent: 4 };
  }

  function made(at: number): Shown {
    const { from, scanned, fences } = stretchAt(at);
    const fence = fences.get(at);
    if (fence) return code(at, fence);
    const text = lines[at] ?? '';
    const { kind = 'text', level } = scanned[at - from] ?? {};
    if (kind === 'heading' && level) return heading(text, level);
    if (kind === 'rule') return { line: [seg('─'.repeat(24), 'dim')], indent: 0 };
    if (kind === 'html') return { line: [seg(text, 'dim')], indent: 0 };
    return prose(text);
  }

  return {
    count: lines.length,
    isShort: shortIn(lines),
    at(line) {
      const hit = known.get(line);
      if (hit) return hit;
      const shown = made(line);
      known.set(line, shown);
      return shown;
    },
  };
}

/** Which of some numbers, from the least to the greatest, is the first above another one. */
function firstAfter(numbers: readonly number[], than: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param from which line of the report is the first of them */
function fencesOf(
  lines: readonly string[],
  scanned: ReturnType<typeof scan>,
  from: number,
): Map<number, Fence> {
  const fences = new Map<number, Fence>();
  let open: Fence | null = null;
  for (const [at, line] of scanned.entries()) {
    if (line.kind !== 'fence') open = null;
    else {
      const place = from + at;
      if (line.opens || !open) open = { from: place, to: place, language: languageIn(lines[at] ?? '') };
      open.to = place;
      fences.set(place, open);
    }
  }
  return fences;
}

const languageIn = (line: string): string =>
  /(?:`{3,}|~{3,})\s*([^\s`]*)/.exec(line)?.[1]?.toLowerCase() ?? '';

function heading(text: string, level: number): Shown {
  const words = plainText(inline(text.replace(/^\s*#{1,6}\s*/, '').replace(/\s#+\s*$/, '')));
  return { line: [seg(words, level <= 2 ? 'title' : 'bold')], indent: 0 };
}

function prose(text: string): Shown {
  const quote = /^\s*((?:>\s?)+)(.*)$/.exec(text);
  if (quote) return { line: [seg('│ ', 'dim'), ...inline(quote[2] ?? '', 'dim')], indent: 2 };
  const item = /^(\s*)([-*+]|\d+[.)])(\s+)(?:\[([ xX])\]\s+)?(.*)$/.exec(text);
  if (!item) {
    const [space = ''] = /^\s*/.exec(text) ?? [];
    return { line: inline(text.trimEnd()), indent: Math.min(space.length, 8) };
  }
  const [, space = '', marker = '', , box, words = ''] = item;
  const bullet = /\d/.test(marker) ? `${marker} ` : '• ';
  const lead: Row =
    box === undefined
      ? [seg(`${space}${bullet}`)]
      : [seg(`${space}${box === ' ' ? '[ ]' : '[✓]'} `, box === ' ' ? 'plain' : 'done')];
  return { line: [...lead, ...inline(words.trimEnd())], indent: plainText(lead).length };
}
