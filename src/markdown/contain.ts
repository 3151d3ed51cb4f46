/**
 * Keeps an answer inside its place in a report. A character that would end the answer or begin something of the
 * report's own (a heading, a label, a fence that nothing closes) is written as its numeric entity, which a reader
 * of the report sees as that character. `release` is the exact inverse: an answer that itself holds such an entity
 * gets its `&` quoted. Text without such places is written as it stands.
 */
import { headingOf, isRule } from './line.ts';
import { type Line, scan } from './scan.ts';

/** Says whether a line would be taken for a label or heading of the report. */
export type Landmark = (line: string) => boolean;

/**
 * The only characters that are ever written as entities: tab, newline, space, letters, digits, and the signs that
 * begin or end something in Markdown. Others, such as `&#124;`, are left as people write them.
 */
const codes =
  '9|10|32|35|4[0-2]|4[4-5]|47|4[89]|5[0-9]|60|61|6[5-9]|7\\d|8\\d|90|91|95|96|9[7-9]|1[01]\\d|12[0-2]|126';
const encodable = /[#*\-/<=[_`~(),:;A-Za-z0-9]/;
const lookalike = new RegExp(`&(?=(?:amp;)*#(?:${codes});)`, 'g');
const written = new RegExp(`&(amp;)?((?:amp;)*#(${codes});)`, 'g');

const entity = (char: string): string => `&#${char.codePointAt(0)};`;

/** Writes the character at an index as its entity. */
export function entityAt(text: string, index: number): string {
  return text.slice(0, index) + entity(text.charAt(index)) + text.slice(index + 1);
}

const quote = (text: string): string => text.replace(lookalike, '&amp;');

/** Takes back what `containLine` and `containBlock` wrote into text outside of fences. */
export const releaseLine = (text: string): string =>
  text.replace(written, (_, amp, rest, code) => (amp ? `&${rest}` : String.fromCodePoint(Number(code))));

const edges = (text: string): string =>
  text
    .replace(/^\n+/, (run) => entity('\n').repeat(run.length))
    .replace(/(?<!\n)\n+$/, (run) => entity('\n').repeat(run.length))
    .replace(/^[ \t]|[ \t]$/g, (space) => entity(space));

/** For an answer that stands within a line of the report. */
export function containLine(text: string): string {
  return openTags(openCode(edges(quote(text)).replaceAll('\n', entity('\n'))));
}

/** A text that, followed by a border (" - ", "**: "), holds that border nowhere before its end. */
export function apart(text: string, border: string): string {
  const sign = Math.max(0, border.search(encodable));
  for (let contained = text; ; ) {
    const at = (contained + border).indexOf(border);
    if (at < 0 || at >= contained.length) return contained;
    contained = entityAt(contained, Math.min(at + sign, contained.length - 1));
  }
}

/** A run of backticks without a partner would pair with one in the next answer of the same paragraph. */
function openCode(text: string): string {
  const runs = [...text.matchAll(/`+/g)];
  const open = new Set<number>();
  for (let index = 0; index < runs.length; index += 1) {
    const partner = runs.findIndex((run, at) => at > index && run[0].length === runs[index]?.[0].length);
    if (partner < 0) open.add(runs[index]?.index ?? -1);
    else index = partner;
  }
  return text.replace(/`+/g, (run, at) => (open.has(at) ? entity('`').repeat(run.length) : run));
}

/** A tag or comment that its own line does not close. */
function openTags(text: string): string {
  return text.replace(/<(?=[a-z/?!])/gi, (sign, at) => {
    const end = text.startsWith('<!--', at) ? '-->' : '>';
    return text.indexOf(end, at) < 0 ? entity(sign) : sign;
  });
}

/** What stands around an answer in lines of its own. */
export interface Surroundings {
  isLandmark: Landmark;
  /** What precedes its first line in the report, e.g. "- ". */
  before?: string;
  /** Whether its headings may stand, other than those that are landmarks. */
  headings?: boolean;
}

/** For an answer that has its lines to itself, behind a blank line, a label or a list marker. */
export function containBlock(text: string, around: Surroundings): string {
  const raw = text
    .replace(/^\n+/, '')
    .replace(/(?<!\n)\n+$/, '')
    .split('\n');
  let lines = edges(quote(text)).split('\n');
  // What one line becomes can change what the next one is, so this goes on until nothing changes any more.
  for (let turn = 0; turn < limit; turn += 1) {
    const scanned = scan(lines.join('\n'));
    const unclosed = scanned.find((line) => line.opens === 'unclosed' && line.depth === 0);
    const next = unclosed
      ? lines.map((line, at) =>
          at >= scanned.indexOf(unclosed) && alike(line, unclosed.text) ? shut(line) : line,
        )
      : scanned.map((line, at) => inert(line, at, scanned, around));
    if (next.every((line, at) => line === lines[at])) {
      const whole = scanned
        .map((line, at) => (line.kind === 'fence' ? (raw[at] ?? '') : line.text))
        .join('\n');
      const exact = releaseBlock(whole) === text && !/^[ \t\n]|[ \t\n]$/.test(whole);
      return exact ? whole : flat(text, around);
    }
    lines = next;
  }
  return flat(text, around);
}

/** All on one line, its newlines as entities: always exact, if not pretty. */
function flat(text: string, around: Surroundings): string {
  const lines = scan(containLine(text));
  return lines.map((line, at) => (line.opens ? shut(line.text) : inert(line, at, lines, around))).join('');
}

/** Enough for anything that people write; what takes longer is written on one line, which is always safe. */
const limit = 40;

/** Takes back what `containBlock` wrote. */
export function releaseBlock(text: string): string {
  return scan(text)
    .map((line) => (line.kind === 'fence' ? line.text : releaseLine(line.text)))
    .join('\n');
}

const opener = /^ {0,3}(`{3,}|~{3,}|<[!?]?-{0,2}[a-z]*)/i;

/** Whether a line opens the same kind of block, which then nothing closes either. */
function alike(line: string, unclosed: string): boolean {
  const [, mine = ''] = opener.exec(line) ?? [];
  const [, theirs = ''] = opener.exec(unclosed) ?? [];
  return (
    mine !== '' && mine[0] === theirs[0] && (mine[0] === '<' ? mine === theirs : mine.length >= theirs.length)
  );
}

const shut = (line: string): string => entityAt(line, line.search(/[`~<]/));

/** A line as it may stand in an answer: not as a heading, divider, label or unclosed element of the report. */
function inert(line: Line, at: number, all: Line[], around: Surroundings): string {
  const { isLandmark, before = '', headings = false } = around;
  const { text } = line;
  if (line.opens && line.kind === 'html' && isLandmark(text)) return entityAt(text, text.indexOf('<'));
  if (line.kind === 'fence' || line.kind === 'html' || line.kind === 'blank') return text;
  const lead = at === 0 ? before : '';
  const joins = at > 0 && all[at - 1]?.kind !== 'blank';
  const edge = at === 0 || at === all.length - 1;
  const outside =
    (!headings && headingOf(text) !== null) ||
    ((edge || (joins && !headings)) && isRule(lead + text)) ||
    (edge && isRule(text)) ||
    (joins && !headings && /^ {0,3}(?:=+|-+)[ \t]*$/.test(text)) ||
    (lead !== '' && /^\[[ xX]\]/.test(text)) ||
    isLandmark(text) ||
    opensElement(text, all);
  return outside ? apartFrom(text) : text;
}

/** A line with its first character that can be written as an entity, and is no space that indents it, so written. */
function apartFrom(text: string): string {
  const start = text.search(/\S/);
  const at = text.slice(start).search(encodable);
  return at < 0 ? text : entityAt(text, start + at);
}

/** An element such as `<details>` that has more starts than ends in the answer would go on behind it. */
function opensElement(text: string, all: Line[]): boolean {
  const name = /^ {0,3}<([a-z][a-z0-9-]*)[\s>]/i.exec(text)?.[1];
  if (!name) return false;
  const whole = all.map((line) => line.text).join('\n');
  const count = (pattern: string) => whole.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  return count(`<${name}[\\s>]`) > count(`</${name}>`);
}
