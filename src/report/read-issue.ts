import { issueFields, severities } from '../fields/issue.ts';
import type { Line } from '../markdown/scan.ts';
import type { Issue } from '../review/review.ts';
import type { IssueBlock, Slot, Template } from '../template/template.ts';
import { type Doubt, type Kept, kept, readBody } from './read-section.ts';
import { severityValue } from './section-headings.ts';
import { severityIn } from './severity-words.ts';
import { type Expected, straighten } from './straighten.ts';
import type { FoundIssue } from './stretches.ts';
import { answerOf } from './words.ts';

/** An issue as it was read, and where. Lines from 0. */
export interface ReadIssue {
  issue: Issue;
  /** Its lines with their labels as the template writes them. */
  lines: Line[];
  places: Record<string, number>;
  /** Where what became its note begins. */
  noteAt: number;
  doubts: Doubt[];
  /** What its own line says of its severity, where that is another one. */
  says?: { at: number; severity: string };
}

/** An issue from its title and the lines under it. Null for a line that only says "same as above". */
export function readIssue(
  template: Template,
  block: IssueBlock,
  found: Pick<FoundIssue, 'title' | 'lines' | 'id' | 'at'>,
  newId: () => string,
): ReadIssue | null {
  let says: ReadIssue['says'];
  const expected = expectedOf(template, block);
  const { lines, aside } = straighten(found.lines, {
    ...expected,
    derived: (label, value) => {
      if (label !== 'severity' && label !== 'severity level') return undefined;
      const told = severityIn(value);
      return told?.sure && told.severity === block.severity && /^\W*[\p{L}\d]+\W*$/u.test(value)
        ? severityOf(block)
        : null;
    },
  });
  for (const { text, at } of [...lines, ...aside]) {
    if (!/severity/i.test(text)) continue;
    const severity = severityIn(severityValue(text) ?? '')?.severity;
    if (severity && severity !== block.severity) says = { at, severity };
  }
  const body = readBody(expected.slots, expected.fixed, lines, block.fields);
  const answers = body.answers as Issue['answers'];
  const title = block.fields.title && answerOf(block.fields.title, found.title).answer;
  let { loose } = body;
  const isSample = isBracketed(loose.text) && isBracketed(found.title);
  if (isSample && Object.keys(answers).length === 0) return null;
  if (title) {
    answers.title = title as NonNullable<Issue['answers']['title']>;
    body.places.title = found.at;
  }
  let rest = body.rest.filter(({ text }) => text !== '');
  const { description } = block.fields;
  if (description && !('description' in answers) && body.notes.text === '') {
    // A short issue is often one paragraph without a label.
    const words = loose.text === '' ? unlabelled(rest, lines) : loose;
    const read = words && answerOf(description, `\n${words.text}`).answer;
    if (read) {
      answers.description = read as NonNullable<Issue['answers']['description']>;
      body.places.description = words.at;
      if (words === loose) loose = { text: '', at: 0 };
      rest = rest.filter((one) => one !== words);
    }
  }
  const id = { text: found.id ?? '', at: found.at };
  const pieces = [id, loose, ...rest, kept(aside), body.notes].filter(({ text }) => text !== '');
  const note = pieces.map(({ text }) => text).join('\n\n');
  const ordered = Object.fromEntries(
    issueFields.filter((field) => field in answers).map((field) => [field, answers[field]]),
  );
  const issue = {
    id: newId(),
    severity: block.severity,
    answers: ordered,
    ...(note === '' ? {} : { note }),
  };
  const noteAt = pieces[0]?.at ?? found.at;
  return { issue, lines, places: body.places, noteAt, doubts: body.doubts, ...(says ? { says } : {}) };
}

/** A paragraph that stands behind the lines that have labels, in an issue that has no label for it. */
function unlabelled(rest: Kept[], lines: Line[]): Kept | undefined {
  if (lines.some(({ text }) => /^\*\*description/i.test(text))) return undefined;
  return rest.find(({ text }) => !/^[-*+|>#`~[]|^\d+[.)]\s/.test(text));
}

type OfBlock = Pick<Expected, 'slots' | 'asked' | 'fields'> & { fixed: Set<string> };
const expectations = new WeakMap<IssueBlock, OfBlock>();

function expectedOf(template: Template, block: IssueBlock): OfBlock {
  const known = expectations.get(block);
  if (known) return known;
  const slots = slotsFor(template, block);
  const fixed = new Set(fixedOf(block));
  const made = { slots, asked: block.slots.length, fields: block.fields, fixed };
  expectations.set(block, made);
  return made;
}

/** The template's own line for the severity. */
const severityOf = (block: IssueBlock): string =>
  fixedOf(block).find((line) => /severity/i.test(line)) ?? `**Severity:** ${block.word}`;

/** The words of a sample: "[Same format as above]". */
export const isBracketed = (text: string): boolean => /^\[[^\]]*\]$/.test(text);

/** The lines of an issue that are all the template's own and hold nothing: its severity. */
function fixedOf(block: IssueBlock): string[] {
  const lines = block.segments.flatMap(({ field, parts }) => (field === null ? parts : []));
  const texts = lines.flatMap((part) => (part.type === 'text' ? part.text.split('\n') : []));
  return texts.map((line) => line.trim()).filter((line) => line !== '');
}

/** The labels of this severity first, then what the others call the same fields. */
function slotsFor(template: Template, block: IssueBlock): Slot[] {
  const others = severities.flatMap((severity) => template.issues[severity]?.slots ?? []);
  return [...block.slots, ...others.filter((slot) => !block.slots.includes(slot))];
}
