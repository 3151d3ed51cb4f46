/** Nearly every token has so many letters and digits in a row, and prose seldom: only such lines are searched. */
const longest = 20;

const isWordSign = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45;

/** A line of a text, without its newline: from where to where. */
export interface LongLine {
  from: number;
  to: number;
}

/** The lines that have a long word. Looks at every twentieth sign: a long word has one of them. */
export function linesWithLongWords(text: string): LongLine[] {
  const lines: LongLine[] = [];
  for (let at = longest - 1; at < text.length; at += longest) {
    if (!isWordSign(text.charCodeAt(at))) continue;
    let [first, last] = [at, at];
    while (first > 0 && isWordSign(text.charCodeAt(first - 1))) first -= 1;
    while (last - first < longest && isWordSign(text.charCodeAt(last + 1))) last += 1;
    if (last - first + 1 < longest) continue;
    const end = text.indexOf('\n', last);
    const to = end < 0 ? text.length : end;
    lines.push({ from: text.lastIndexOf('\n', first) + 1, to });
    at = to;
  }
  return lines;
}
