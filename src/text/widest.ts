import { displayWidth } from './width.ts';

/** The width of the widest of some texts, 0 without any; however many there are, which `Math.max(...)` cannot take. */
export function widestOf(texts: Iterable<string>): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, displayWidth(text));
  return widest;
}
