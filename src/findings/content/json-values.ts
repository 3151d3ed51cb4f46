/** The JSON values of a text, and what stands between them. */
export interface JsonValues {
  values: unknown[];
  /** What all of the text is as one value; absent where it is none. */
  whole?: unknown;
  /** Lines that are not JSON, with their numbers; `values` is how many values came before. */
  others: { text: string; line: number; values: number }[];
  /** Why a value cannot be read, with its line; null when all can. */
  broken: string | null;
}

/** Reads objects and arrays that stand one after the other, on one line each or not. Takes linear time. */
export function jsonValues(text: string): JsonValues {
  const all: JsonValues = { values: [], others: [], broken: null };
  try {
    const whole: unknown = JSON.parse(text);
    return { ...all, values: [whole], whole };
  } catch {
    // Several values, other text beside them, or a broken one.
  }
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const start = text.slice(at, at + 1);
    if (/\s/.test(start)) {
      line += start === '\n' ? 1 : 0;
      at += 1;
      continue;
    }
    const opens = start === '{' || start === '[';
    const end = opens ? endOfValue(text, at) : endOfLine(text, at);
    const own = text.slice(at, end ?? text.length);
    if (!opens) all.others.push({ text: own.trim(), line, values: all.values.length });
    else if (end === null) return { ...all, broken: `ends before the JSON of line ${line} is complete` };
    else {
      try {
        all.values.push(JSON.parse(own));
      } catch (error) {
        return { ...all, broken: `has broken JSON ${placeOf(error, own, line)}` };
      }
    }
    line += linesIn(own);
    at += own.length;
  }
  return all;
}

/** Where a value that begins at a line is broken, as far as the parser says where. */
function placeOf(error: unknown, value: string, line: number): string {
  const [, position] = /at position (\d+)/.exec(String(error)) ?? [];
  if (position !== undefined) return `at line ${line + linesIn(value.slice(0, Number(position)))}`;
  return linesIn(value) === 0 ? `at line ${line}` : `in what begins at line ${line}`;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Behind the bracket that closes the one at `from`; null when there is none. */
function endOfValue(text: string, from: number): number | null {
  const signs = /[{}[\]]|"(?:[^"\\]|\\.)*"?/gs;
  signs.lastIndex = from;
  let depth = 0;
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    const [first] = sign[0];
    if (first === '{' || first === '[') depth += 1;
    else if (first !== '"') depth -= 1;
    if (depth === 0) return signs.lastIndex;
  }
  return null;
}
