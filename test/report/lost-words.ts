import { isBlank, stripped } from '../../src/markdown/line.ts';
import { scan } from '../../src/markdown/scan.ts';
import { memo } from '../../src/memo.ts';
import { cleanText } from '../../src/report/answer-text.ts';
import { saysOnlyOutcome } from '../../src/report/importer/delta-groups.ts';
import { isTableRule, labelsInLine, writtenLabel } from '../../src/report/importer/labels/label-forms.ts';
import {
  headNames,
  looseName,
  meansHeading,
  meansLabel,
} from '../../src/report/importer/vocabulary/names.ts';
import {
  severityIn,
  severityOfHeading,
  severityTag,
} from '../../src/report/importer/vocabulary/severities.ts';
import { readReport } from '../../src/report/read.ts';
import { isCountNoun } from '../../src/report/reader/summary-counts.ts';
import { render, renderBlank } from '../../src/report/writer/render.ts';
import { isDerived } from '../../src/review/previous/derived-words.ts';
import { overridesLabel } from '../../src/template/overrides.ts';
import { folded } from '../../src/template/parts/layout.ts';
import type { Template } from '../../src/template/template.ts';

/**
 * The words of a report that are in no report made of what was read of it. A word counts as often as it is there.
 * Not counted is what a report writes by itself, and may so write in another way: lines that the empty template has,
 * labels, headings and marks that mean one of its own, the numbers of issues and of list items, the counts of issues,
 * words that follow from a list, and the severity of an issue where it is nothing but that.
 * @param read what was read of the report
 */
export function lostWords(template: Template, report: string, read = readReport(template, report)): string[] {
  const { apart } = knownOf(template);
  const text = apart(report.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const there = countsOf(wordsIn(apart(render(template, read.review))));
  const lost: string[] = [];
  for (const word of ownWords(template, text)) {
    const left = there.get(word) ?? 0;
    if (left === 0) lost.push(word);
    else there.set(word, left - 1);
  }
  return lost;
}

/** The words that a person wrote into a report. */
function ownWords(template: Template, text: string): string[] {
  const known = knownOf(template);
  const { placeholders, blank, labels } = known;
  const seen = new Set<string>();
  // What a line is, it is with the characters that no report can hold.
  const scanned = scan(text).map(({ title, ...line }) => ({
    ...line,
    text: cleanText(line.text),
    ...(title === undefined ? {} : { title: cleanText(title) }),
  }));
  return scanned.flatMap((line) => {
    // The head of a table names columns, which become labels.
    if (line.kind === 'text' && line.text.includes('|') && isTableRule(scanned[line.at + 1]?.text ?? ''))
      return wordsIn(
        line.text
          .split('|')
          .filter((cell) => !isColumn(labels, cell))
          .join(' '),
      );
    if (isBlank(line.text) || isTableRule(line.text)) return [];
    if (blank.has(bare(line.text)) || /^<!-- (?:issue )?notes -->$/.test(line.text)) return [];
    // Two boxes that say the same are one.
    const box = /^\s*[-*+] (?:\[[ xX]\]|[✅❌])(.*)/u.exec(line.text)?.[1]?.trim().toLowerCase() ?? '';
    if (line.kind !== 'fence' && box !== '') {
      if (seen.has(box)) return [];
      seen.add(box);
    }
    if (line.kind === 'fence') return wordsIn(line.text);
    return labelsInLine(line.text).flatMap((part) => {
      const frame = withoutFrame(known, { ...line, text: part });
      return wordsIn(placeholders.reduce(without, frame));
    });
  });
}

function withoutFrame({ labels, headings, derived }: Known, line: ReturnType<typeof scan>[number]): string {
  const remark = (name: string) => (labels.includes(folded(name)) ? '' : remarkOf(name));
  if (line.title !== undefined) {
    const { title } = line;
    const said = looseName(title);
    const means = headings.some((one) => meansHeading(said, one));
    // What became of earlier issues stands behind each of them.
    if (saysOnlyOutcome(said)) return '';
    if (means || headNames.has(said) || severityOfHeading(title)) return remarkOf(title) || tailOf(title);
    if (labels.some((label) => meansLabel(said, label))) return remark(title);
    return titleOf(title);
  }
  const said = writtenLabel(line);
  if (!said) return titleOf(line.text.replace(/^ {0,3}[-*+] +/, ''));
  if (/^(?:severity|severity level)$/.test(looseName(said.label)) && isOnlySeverity(said.rest))
    return remark(said.label);
  const name = looseName(said.label);
  if (!labels.some((label) => meansLabel(name, label))) return titleOf(line.text);
  const follows = derived.some(
    ({ label, part }) => meansLabel(name, label) && isDerived(part, stripped(said.rest)),
  );
  if (follows) return '';
  const rest = said.rest.replace(/^\d+ (\p{L}+)/u, (count, noun) => (isCountNoun(noun) ? '' : count));
  return `${remark(said.label)} ${rest}`;
}

/** What a template writes by itself. */
const knownOf = memo((template: Template) => ({
  apart: unitsApart(template),
  placeholders: placeholdersOf(template),
  /** The lines of the empty report. */
  blank: new Set(renderBlank(template).split('\n').map(bare)),
  labels: labelsOf(template),
  headings: template.sections
    .flatMap(({ heading }) => [heading, heading.replace(/\s*\([^)]*\)\s*$/, '')])
    .flatMap((heading) => [folded(heading), looseName(heading)]),
  /** What follows from a list, with the label that it stands behind. */
  derived: template.sections
    .flatMap(({ slots }) => slots.flatMap((slot) => [slot, ...slot.bullets]))
    .flatMap(({ label, line: [part] }) => (part?.type === 'derived' ? [{ label: folded(label), part }] : [])),
}));

type Known = ReturnType<typeof knownOf>;

/** Sets numbers apart from the units that a report writes right behind them: "13MB" is 13, whoever wrote the unit. */
function unitsApart(template: Template): (text: string) => string {
  const units = Object.values(template.fields).flatMap(({ unit = '' }) => /^\p{L}+/u.exec(unit) ?? []);
  const start = new RegExp(`(?<=\\d)(?=(?:${units.join('|')})(?![\\p{L}\\p{N}]))`, 'gu');
  return (text) => (units.length === 0 ? text : text.replace(start, ' '));
}

/** What stands above a column of values, or names a label. */
const isColumn = (labels: string[], cell: string): boolean =>
  /^(?:field|value|key|id|no|severity|title|issue|finding|vulnerability|level|priority|)$/.test(
    looseName(cell),
  ) || labels.some((label) => meansLabel(looseName(cell), label));

const isOnlySeverity = (text: string): boolean =>
  severityIn(text)?.sure === true && /^\W*[\p{L}\d]+\W*$/u.test(text);

/** When the issues below a heading are to be fixed. */
const tailOf = (title: string): string =>
  /\b(?:must fix|should fix|fix|nice to have|blocks)\b.*/i.exec(title)?.[0] ?? '';

/** A remark behind a heading or label is the person's own, a number is a count. */
function remarkOf(name: string): string {
  const inner = /[([]([^)\]]*)[)\]]\s*$/.exec(name)?.[1] ?? '';
  const [number = '', noun = 'issues', more] = wordsIn(inner);
  return /^(?:\d+|[wxyz]|e?s)$/.test(number) && isCountNoun(noun) && more === undefined ? '' : inner;
}

/** Without its number and the sign of a severity. */
function titleOf(text: string): string {
  const words = text.replace(/\*\*|__/g, ' ').trim();
  const tag = severityTag(words);
  const [state = ''] = tag ? [] : (/^\[[^\]]*\]\s+/.exec(words) ?? []);
  const behind = state !== '' && severityTag(words.slice(state.length));
  if (behind && behind.id !== '') return `${state}${behind.title}`;
  if (tag) return tag.sure || tag.id !== '' ? tag.title : `${tag.word} ${tag.title}`;
  return text.replace(/^[^\p{L}\p{N}]*(?:\d+[.)]\s+|(?:issue|finding|problem)\s?#?\d+[:.)\s]\s*)/iu, '');
}

/** Without a placeholder, where no longer word begins with it. */
function without(text: string, placeholder: string): string {
  const at = text.indexOf(placeholder);
  const rest = text.slice(at + placeholder.length);
  return at < 0 || /^[\p{L}\p{N}]/u.test(rest) ? text : text.slice(0, at) + rest;
}

/** What the template shows where there is no answer: it does so again. */
function placeholdersOf(template: Template): string[] {
  const blocks = [template, ...Object.values(template.issues), ...Object.values(template.lists)];
  const all = blocks.flatMap(({ fields }) => Object.values(fields).map(({ placeholder }) => placeholder));
  return [
    ...new Set(
      all.filter((one) => !one.includes('\n')).flatMap((one) => [one, one.replace(/^\[(.*)\]$/, '$1')]),
    ),
  ]
    .filter((one) => one.length > 8)
    .sort((one, other) => other.length - one.length);
}

function labelsOf(template: Template): string[] {
  const blocks = Object.values(template.issues);
  const slots = [...template.sections, ...blocks].flatMap((one) => one.slots);
  const bullets = [...slots, ...Object.values(template.lists)].flatMap((one) => one.bullets);
  const labels = [...slots, ...bullets].map(({ label }) => label);
  return [...new Set([...labels, overridesLabel].map(folded))].filter((label) => label !== '');
}

const bare = (line: string): string =>
  line
    .trim()
    .replace(/^[-*+] +/, '')
    .toLowerCase();

/** Words without their case and plural, entities read. */
function wordsIn(text: string): string[] {
  // An entity of an entity is words in a fence, and what it stands for outside: the same for this.
  const read = text
    .replace(/&(?:amp;)*#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .normalize('NFKC');
  return (read.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?<=.)s$/u, ''));
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
