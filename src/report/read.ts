import type { IssueField, Severity } from '../fields/issue.ts';
import type { Answer } from '../fields/value.ts';
import { releaseBlock } from '../markdown/contain.ts';
import { trimmed } from '../markdown/line.ts';
import { type Line, scan } from '../markdown/scan.ts';
import type { Issue, Item, Review } from '../review/review.ts';
import { folded, labelOf } from '../template/layout.ts';
import type { IssueBlock, Section, Template } from '../template/template.ts';
import { namesOf, notesMark } from './landmarks.ts';
import { namesIn, takeNames } from './links.ts';
import { resolved, type Stated, takeOverrides } from './overrides.ts';
import { readIssue } from './read-issue.ts';
import { readItems } from './read-items.ts';
import { bulletOf, readBody, stretch } from './read-section.ts';
import { answerOf } from './words.ts';

/** A report read back. Ids of issues and items are made here: `i1`, `i2`, … in the order of the report. */
export interface Read {
  review: Review;
  /** How many lines fit no field and were kept as notes. */
  unplaced: number;
  /** The counts of issues that the report's summary states, be they right or wrong. */
  stated: Partial<Record<Severity, number>>;
  /** Fields of issues that the report leaves out altogether, where an answer of the template's own holds. */
  unsaid: { issue: string; field: IssueField }[];
}

/** A stretch of a report under one heading of the template. */
interface Stretch {
  section: Section;
  lines: Line[];
  issues: { heading: string; lines: Line[] }[];
  /** Lines under headings that the template does not have. */
  foreign: string[];
  /** Lines that are marked as notes. */
  marked: string[];
}

/**
 * Reads a report of a template, also one that a person wrote or edited. Never fails: what fits no field is kept as
 * a note of its section.
 */
export function readReport(template: Template, markdown: string): Read {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const stretches = stretchesOf(template, scan(text));
  const blank = blankSeverities(template, stretches);
  const answers: Record<string, Answer> = {};
  const notes: Record<string, string> = {};
  const issues: Issue[] = [];
  const items: Record<string, Item[]> = {};
  const unsaid: Read['unsaid'] = [];
  const stated: Stated[] = [];
  let count = 0;
  const newId = () => `i${++count}`;

  // The issues first, in all of the report: what is said of them elsewhere names them by their numbers.
  for (const { section, issues: found } of stretches) {
    const block = section.severity && template.issues[section.severity];
    for (const one of block ? found : []) {
      const issue = block && readIssue(template, block, one, newId);
      if (!issue || (blank.has(issue.severity) && isSample(issue))) continue;
      issues.push(issue);
      unsaid.push(...unsaidIn(block, issue, one.lines));
    }
  }
  const names = namesIn(template, issues);
  for (const { section, lines, foreign, marked } of stretches) {
    const said = takeOverrides(lines, section.id);
    stated.push(...said.stated);
    const body = readBody(section.slots, section.fixed, said.lines, template.fields);
    Object.assign(answers, body.answers);
    let loose = body.loose;
    if (section.field !== undefined) {
      const field = template.fields[section.field];
      const { answer, rest } = field ? answerOf(field, `\n${loose}`) : { answer: undefined, rest: loose };
      if (answer && field) answers[field.id] = answer;
      loose = rest;
    }
    const list = section.list === undefined ? undefined : template.lists[section.list];
    if (list) {
      const read = readItems(list, loose, newId, blank.size > 0, (about, text) =>
        takeNames(template, about, text, names),
      );
      if (read.items.length > 0) items[list.id] = read.items;
      if (read.none) answers[list.id] = read.none;
      loose = read.rest;
    }
    const block = section.severity && template.issues[section.severity];
    if (block && loose.trim() === block.none) loose = '';
    const note = [joined([loose, ...body.rest, foreign.join('\n')]), releaseBlock(stretch(marked))]
      .filter(Boolean)
      .join('\n\n');
    if (note !== '') notes[section.id] = notes[section.id] ? `${notes[section.id]}\n\n${note}` : note;
  }
  const { overrides, lost } = resolved({ answers, issues, items, notes }, stated);
  for (const { section, source } of lost)
    notes[section] = notes[section] ? `${notes[section]}\n\n${source}` : source;
  const unplaced = [...Object.values(notes), ...issues.map((issue) => issue.note ?? '')]
    .flatMap((note) => note.split('\n'))
    .filter((line) => line.trim() !== '').length;
  const review = { answers, issues, items, notes, ...(overrides.length > 0 ? { overrides } : {}) };
  return { review, unplaced, stated: statedCounts(stretches), unsaid };
}

const joined = (texts: string[]): string => texts.map(trimmed).filter(Boolean).join('\n\n');

/** An issue of which nothing is answered: in a blank template, the sample. */
const isSample = (issue: Issue): boolean =>
  Object.keys(issue.answers).length === 0 && (issue.note ?? '') === '';

/** Severities whose count the report leaves unfilled: what stands there is the template's sample. */
function blankSeverities(template: Template, stretches: Stretch[]): Set<Severity> {
  const lines = stretches.flatMap((stretch) => stretch.lines.map((line) => line.text));
  const blank = new Set<Severity>();
  for (const slot of template.sections.flatMap((section) => section.slots)) {
    for (const bullet of slot.bullets) {
      const [part] = bullet.line;
      if (part?.type !== 'count') continue;
      if (lines.some((line) => line.includes(bullet.label) && line.includes(part.blank)))
        blank.add(part.severity);
    }
  }
  return blank;
}

/** Fields of an issue that have an answer of the template's own, and no line in the report. */
function unsaidIn(block: IssueBlock, issue: Issue, lines: Line[]): Read['unsaid'] {
  const labels = new Set(lines.map(({ text }) => folded(labelOf(text)?.label ?? '')));
  return block.asks
    .filter((name) => block.fields[name]?.default !== undefined && !(name in issue.answers))
    .filter((name) => !labels.has(folded(block.fields[name]?.label ?? '')))
    .map((field) => ({ issue: issue.id, field }));
}

/** The number behind the label of each count. */
function statedCounts(stretches: Stretch[]): Read['stated'] {
  const stated: Read['stated'] = {};
  for (const { section, lines } of stretches) {
    const bullets = section.slots.flatMap((slot) => slot.bullets);
    for (const { label, line } of bullets) {
      const [part] = line;
      if (part?.type !== 'count') continue;
      const said = lines
        .flatMap(({ text }) => bulletOf(text) ?? [])
        .find((one) => folded(one.label) === folded(label));
      const number = /^\W*(\d+)/.exec(said?.rest ?? '')?.[1];
      if (number !== undefined) stated[part.severity] = Number(number);
    }
  }
  return stated;
}

/** Cuts a report at the headings that the template has, and under a severity at its issues. */
function stretchesOf(template: Template, lines: Line[]): Stretch[] {
  const open = new Map(template.sections.map((section) => [section.id, section]));
  const [head] = template.sections;
  const stretches: Stretch[] = [];
  if (!head) return stretches;
  const begin = (section: Section): Stretch => ({ section, lines: [], issues: [], foreign: [], marked: [] });
  let current = begin(head);
  let level = 1;
  let issueLevel = 0;
  /** Where lines go that are no heading. */
  let target: 'fields' | 'foreign' | 'marked' = 'fields';
  for (const line of lines) {
    const section = line.level === undefined ? undefined : known(line.title ?? '', current.section, open);
    const inside = current.section.severity !== undefined && (line.level ?? 0) > level;
    if (section) {
      stretches.push(current);
      open.delete(section.id);
      current = begin(section);
      level = line.level ?? 2;
      issueLevel = 0;
      target = 'fields';
    } else if (
      line.level === 1 &&
      stretches.length === 0 &&
      current.lines.every((one) => one.kind === 'blank')
    ) {
      // A report may have a title of its own.
      current.foreign.push(line.text);
    } else if (line.opens && line.text === notesMark) target = 'marked';
    else if (target === 'marked') current.marked.push(line.text);
    else if (inside && target === 'fields' && (issueLevel === 0 || (line.level ?? 6) <= issueLevel)) {
      issueLevel = line.level ?? 3;
      current.issues.push({ heading: line.text, lines: [] });
    } else if (line.level !== undefined && !inside) {
      target = 'foreign';
      current.foreign.push(line.text);
    } else if (target === 'foreign') current.foreign.push(line.text);
    else (current.issues.at(-1)?.lines ?? current.lines).push(line);
  }
  return [...stretches, current];
}

/** The section of the template that a heading means, if it has not come yet: first one of the same page. */
function known(title: string, near: Section, open: Map<string, Section>): Section | undefined {
  const name = folded(title);
  const same = [...open.values()].filter((section) => namesOf(section).includes(name) && name !== '');
  return same.find((section) => section.page === near.page) ?? same[0];
}
