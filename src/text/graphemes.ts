/**
 * What a person sees as one character (UAX #29, by `Intl.Segmenter`). All offsets are in UTF-16 units. Only the
 * line round an offset is ever looked at: a newline is always a boundary.
 */

let byGrapheme: Intl.Segmenter | undefined;
let byWord: Intl.Segmenter | undefined;

// Made on first use: making one takes milliseconds that a start need not pay.
function graphemeSegmenter(): Intl.Segmenter {
  byGrapheme ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return byGrapheme;
}

function wordSegmenter(): Intl.Segmenter {
  byWord ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return byWord;
}

// Characters below U+0300 never join others, but for CR LF and what follows U+00AD and the like, all controls.
const plain = (code: number): boolean => code < 0x300 && code !== 0x0d;

/**
 * Only characters of which each is one grapheme by itself: Latin without controls and the soft hyphen, dashes,
 * quotation marks and the ellipsis, arrows, and what screens are drawn with.
 */
export const isPlain = (text: string): boolean =>
  !/[^\n\t\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203a\u2190-\u2193\u2212\u2500-\u259f\u25cb\u25cf\u25d0\u2610\u2611\u2713\u2714\u2717\u276f]/.test(
    text,
  );

/** Whether each character is one grapheme, and takes one column of the screen. */
export const hasOneColumnEach = (text: string): boolean => isPlain(text) && !/[\n\t]/.test(text);

/** The graphemes of `text`, in order. */
export function graphemes(text: string): string[] {
  if (text.length === 1 || isPlain(text)) return text.split('');
  return Array.from(graphemeSegmenter().segment(text), (part) => part.segment);
}

export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** The boundary after `offset`; the text's length at its end. */
export function nextBoundary(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  const code = text.charCodeAt(offset);
  const after = offset + 1 < text.length ? text.charCodeAt(offset + 1) : 0x0a;
  if (code === 0x0a || (plain(code) && plain(after))) return offset + 1;
  const start = lineStart(text, offset);
  const part = graphemeSegmenter()
    .segment(text.slice(start, lineEnd(text, offset)))
    .containing(offset - start);
  return part ? start + part.index + part.segment.length : offset + 1;
}

/** The boundary before `offset`; 0 at the start. */
export function previousBoundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const code = text.charCodeAt(offset - 1);
  const before = offset > 1 ? text.charCodeAt(offset - 2) : 0x0a;
  if (code === 0x0a || (plain(code) && plain(before))) return offset - 1;
  const start = lineStart(text, offset);
  const part = graphemeSegmenter()
    .segment(text.slice(start, lineEnd(text, offset)))
    .containing(offset - 1 - start);
  return part ? start + part.index : offset - 1;
}

/** `offset`, or the first boundary after it when it stands inside a grapheme. */
export function boundaryAt(text: string, offset: number): number {
  const wanted = Math.max(0, Math.min(offset, text.length));
  if (wanted === 0 || wanted === text.length) return wanted;
  const before = previousBoundary(text, wanted);
  const end = nextBoundary(text, before);
  return Math.max(end, wanted);
}

/** The end of the word after `offset`, on its line; the next line's start when `offset` is at a line's end. */
export function wordAfter(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (offset >= end) return Math.min(text.length, offset + 1);
  const start = lineStart(text, offset);
  for (const part of wordSegmenter().segment(text.slice(start, end))) {
    const partEnd = start + part.index + part.segment.length;
    if (partEnd > offset && part.isWordLike) return boundaryAt(text, partEnd);
  }
  return end;
}

/** The start of the word before `offset`, on its line; the end of the line above at a line's start. */
export function wordBefore(text: string, offset: number): number {
  const start = lineStart(text, offset);
  if (offset <= start) return Math.max(0, offset - 1);
  let found = start;
  for (const part of wordSegmenter().segment(text.slice(start, lineEnd(text, offset)))) {
    if (start + part.index >= offset) break;
    if (part.isWordLike) found = start + part.index;
  }
  const boundary = boundaryAt(text, found);
  return boundary < offset ? boundary : previousBoundary(text, offset);
}
