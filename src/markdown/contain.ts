import { apartFrom, containLine, edges } from './contain-line.ts';
import { openElements, withoutStarts } from './elements.ts';
import { entityAt, quote, releaseLine } from './entity.ts';
import { headingOf, isRule } from './line.ts';
import { type Line, scan } from './scan.ts';

/** Says whether a line would be taken for a label or heading of the report. */
export type Landmark = (line: string) => boolean;

/** What stands around an answer in lines of its own. */
export interface Surroundings {
  isLandmark: Landmark;
  /** What precedes its first line in the report, e.g. "- ". */
  before?: string;
  /** Whether its headings may stand, other than those that are landmarks. */
  headings?: boolean;
}

/**
 * Lines that begin with a letter, behind a bullet or not, open no fence or element and are no heading or divider, and
 * without these signs nothing in them is taken for another. Most answers are like that: 60,000 of 10,000 issues.
 */
const harmless = /^(?:(?:- )?[a-z][^&<`\n]*\n+)*(?:- )?[a-z][^&<`\n]*[^\s&<`]$/i;

/** Enough for anything that people write; what takes longer is written on one line, which is always safe. */
const limit = 40;

/**
 * For an answer that has its lines to itself, behind a blank line, a label or a list marker. `releaseBlock` is its
 * inverse. Fences that are closed stay to the letter, and so does text that does no harm.
 */
export function containBlock(text: string, around: Surroundings): string {
  if (harmless.test(text) && !text.split('\n').some(around.isLandmark)) return text;
  const raw = text
    .replace(/^\n+/, '')
    .replace(/(?<!\n)\n+$/, '')
    .split('\n');
  let lines = edges(quote(text)).split('\n');
  // What one line becomes can change what the next one is, so this goes on until nothing changes any more.
  for (let turn = 0; turn < limit; turn += 1) {
    const scanned = scan(lines.join('\n'));
    const next = inertLines(scanned, around);
    if (next.every((line, at) => line === lines[at])) {
      const whole = scanned
        .map((line, at) => (line.kind === 'fence' ? (raw[at] ?? '') : line.text))
        .join('\n');
      const kept = !/^[ \t\n]|[ \t\n]$/.test(whole);
      const exact = kept && (whole === text || releaseBlock(whole) === text);
      return exact ? whole : flat(text, around);
    }
    lines = next;
  }
  return flat(text, around);
}

/** What `containLine` wrote, at the start of a line, behind `before`. `releaseLine` is still its inverse. */
export function containStart(line: string, around: Surroundings): string {
  const lines = scan(line);
  return lines.map((one, at) => (one.opens ? shut(one.text) : inert(one, at, lines, around))).join('');
}

/** All on one line, its newlines as entities: always exact, if not pretty. */
const flat = (text: string, around: Surroundings): string => containStart(containLine(text), around);

/** Takes back what `containBlock` wrote. */
export function releaseBlock(text: string): string {
  if (!text.includes('&')) return text;
  return scan(text)
    .map((line) => (line.kind === 'fence' ? line.text : releaseLine(line.text)))
    .join('\n');
}

/** One step: what nothing closes is shut first; then each line is made inert by itself. */
function inertLines(scanned: Line[], around: Surroundings): string[] {
  const first = scanned.findIndex((line) => line.opens === 'unclosed' && line.depth === 0);
  if (first >= 0) {
    const sign = signOf(scanned[first]?.text ?? '');
    return scanned.map(({ text }, at) => (at >= first && alike(signOf(text), sign) ? shut(text) : text));
  }
  const open = openElements(scanned.flatMap((line) => (line.kind === 'fence' ? [] : [line.text])));
  return scanned.map((line, at) => {
    const text = inert(line, at, scanned, around);
    return line.kind === 'text' ? withoutStarts(text, open) : text;
  });
}

const opener = /^ {0,3}(`{3,}|~{3,}|<[!?]?-{0,2}[a-z]*)/i;
const signOf = (line: string): string => opener.exec(line)?.[1] ?? '';

/** Whether two lines open the same kind of block: where nothing closes the one, nothing closes the other. */
const alike = (mine: string, theirs: string): boolean =>
  mine !== '' && mine[0] === theirs[0] && (mine[0] === '<' ? mine === theirs : mine.length >= theirs.length);

const shut = (line: string): string => entityAt(line, line.search(/[`~<]/));

/** A line as it may stand in an answer: not as a heading, divider or label of the report. */
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
    isLandmark(text);
  return outside ? apartFrom(text) : text;
}
