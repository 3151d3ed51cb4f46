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

/** A stretch of a report, line by line as a person would read it. */
export interface Document {
  count: number;
  at(line: number): Shown;
  /** Whether a line has one row in so many columns for sure: it need not be rendered to know that. */
  isShort(line: number, width: number): boolean;
}

/** The same as the Markdown that it is. */
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
  /** Its first line, and its last one: the closing fence, or the last of the code where nothing closes it. */
  from: number;
  to: number;
  isClosed: boolean;
  language: string;
}

/** Makes the lines of a stretch of a report ready to be shown, without a syntax tree. */
export function documentOf(lines: readonly string[], highlight: Highlighter | null): Document {
  const scanned = scan(lines.join('\n'));
  const fences = fencesOf(scanned);
  const known = new Map<number, Shown>();
  const coloured = new Map<Fence, Row[] | null>();

  function code(at: number, fence: Fence): Shown {
    const text = lines[at] ?? '';
    if (at === fence.from) return { line: [seg(`  ${fence.language || 'code'}`, 'dim')], indent: 2 };
    if (at === fence.to && fence.isClosed) return { line: [], indent: 0 };
    let rows = coloured.get(fence);
    if (rows === undefined) {
      const body = lines.slice(fence.from + 1, fence.isClosed ? fence.to : fence.to + 1);
      rows = highlight?.(body.join('\n'), fence.language) ?? null;
      coloured.set(fence, rows);
    }
    const row = rows?.[at - fence.from - 1] ?? [seg(text)];
    return { line: [seg('  │ ', 'dim'), ...row], indent: 4 };
  }

  function made(at: number): Shown {
    const fence = fences.get(at);
    if (fence) return code(at, fence);
    const text = lines[at] ?? '';
    const { kind = 'text', level } = scanned[at] ?? {};
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

/** The fence of each line that is in one. Blank lines behind code that nothing closes only part it from what follows. */
function fencesOf(scanned: ReturnType<typeof scan>): Map<number, Fence> {
  const fences = new Map<number, Fence>();
  let open: Fence | null = null;
  for (const [at, line] of scanned.entries()) {
    if (line.kind !== 'fence') open = null;
    else {
      if (line.opens || !open)
        open = { from: at, to: at, isClosed: line.opens === 'closed', language: languageIn(line.text) };
      if (!open.isClosed && line.text.trim() === '') continue;
      for (let inside = open.to; inside <= at; inside += 1) fences.set(inside, open);
      open.to = at;
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
