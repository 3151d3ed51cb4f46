import type { IUnicodeVersionProvider } from '@xterm/headless';
import stringWidth from 'string-width';

const known = new Map<number, 0 | 1 | 2>();

function widthOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 127) return 1;
  const width =
    known.get(codePoint) ?? (Math.min(2, stringWidth(String.fromCodePoint(codePoint))) as 0 | 1 | 2);
  known.set(codePoint, width);
  return width;
}

/**
 * Widths as terminals have them today: xterm's own are those of Unicode 6, where an emoji is one column wide.
 * A property is a width in bits 1 and 2, and in bit 0 whether the character joins the one before.
 */
export const unicode: IUnicodeVersionProvider = {
  version: 'today',
  wcwidth: widthOf,
  charProperties(codePoint, before) {
    const width = widthOf(codePoint);
    const joined = (before >> 1) & 3;
    return width === 0 && joined > 0 ? (joined << 1) | 1 : width << 1;
  },
};
