import { type IssueField, inOrder, severities } from '../../fields/issue.ts';
import type { Line } from '../../markdown/scan.ts';
import type { Issue } from '../../review/review.ts';
import { folded, labelOf } from '../../template/parts/layout.ts';
import type { IssueBlock, Slot, Template } from '../../template/template.ts';
import { parseAnswer } from '../answer-text.ts';
import type { ReadReport } from '../read-result.ts';
import type { UnreadIssue } from './cutting/stretch.ts';
import { type Expected, labelsIn, type PresentLabels } from './labels.ts';
import type { Leniency } from './leniency.ts';
import { type Passage, passageOf } from './passage.ts';
import { type FieldDoubt, readBody } from './section.ts';

/** An issue as it was read, and where. Lines from 0. */
export interface ReadIssue {
  issue: Issue;
  /** Its lines with their labels as the template writes them. */
  lines: Line[];
  /** The labels that are known to be in them, folded. */
  said: ReadonlySet<string>;
  /** Where what became its note begins. */
  noteAt: number;
  doubts: FieldDoubt[];
  /** What its own line says of its severity, where that is another one. */
  says?: { at: number; severity: string };
}

/** An issue from its title and the lines under it. Null for a line that only says "same as above". */
export function readIssue(
  template: Template,
  block: IssueBlock,
  found: Pick<UnreadIssue, 'title' | 'lines' | 'id' | 'at'>,
  newId: () => string,
  leniency: Leniency,
): ReadIssue | null {
  const expected = expectedOf(template, block);
  const present = labelsIn(found.lines, expected);
  const complete = isOwn(present, found.lines, expected);
  const relabeled: ReturnType<Leniency['relabelIssue']> = complete
    ? { lines: found.lines, leftover: [] }
    : leniency.relabelIssue(found.lines, block, expected, present);
  const { lines, leftover, says, sources } = relabeled;
  const body = readBody(expected.slots, expected.fixed, lines, {
    fields: block.fields,
    ...(sources && { sources }),
  });
  const answers = body.answers as Issue['answers'];
  const title = block.fields.title && parseAnswer(block.fields.title, found.title).answer;
  let { loose } = body;
  const isSample = isBracketed(loose.text) && isBracketed(found.title);
  if (isSample && Object.keys(answers).length === 0) return null;
  if (title) answers.title = title as NonNullable<Issue['answers']['title']>;
  let rest = body.rest.filter(({ text }) => text !== '');
  const { description } = block.fields;
  if (description && !('description' in answers) && body.notes.text === '') {
    // A short issue is often one paragraph without a label.
    const words = loose.text === '' ? unlabelled(rest, lines) : loose;
    const read = words && parseAnswer(description, `\n${words.text}`).answer;
    if (read) {
      answers.description = read as NonNullable<Issue['answers']['description']>;
      if (words === loose) loose = { text: '', at: 0 };
      rest = rest.filter((one) => one !== words);
    }
  }
  const id = { text: found.id ?? '', at: found.at };
  const pieces = [id, loose, ...rest, passageOf(leftover), body.notes].filter(({ text }) => text !== '');
  const note = pieces.map(({ text }) => text).join('\n\n');
  const issue = {
    id: newId(),
    severity: block.severity,
    answers: inOrder(body.answers),
    ...(note === '' ? {} : { note }),
  };
  const noteAt = pieces[0]?.at ?? found.at;
  const { doubts } = body;
  const said = complete ? present.labels : nothing;
  return { issue, lines, said, noteAt, doubts, ...(says ? { says } : {}) };
}

const nothing: ReadonlySet<string> = new Set();

/** A paragraph that stands behind the lines that have labels, in an issue that has no label for it. */
function unlabelled(rest: Passage[], lines: Line[]): Passage | undefined {
  if (lines.some(({ text }) => /^\*\*description/i.test(text))) return undefined;
  return rest.find(({ text }) => !/^[-*+|>#`~[]|^\d+[.)]\s/.test(text));
}

type OfBlock = Pick<Expected, 'slots' | 'asked' | 'fields'> & { fixed: Set<string> };
const expectations = new WeakMap<IssueBlock, OfBlock>();

function expectedOf(template: Template, block: IssueBlock): OfBlock {
  const known = expectations.get(block);
  if (known) return known;
  const slots = slotsFor(template, block);
  const fixed = new Set(fixedLines(block));
  const made = { slots, asked: block.slots.length, fields: block.fields, fixed };
  expectations.set(block, made);
  return made;
}

/** Whether an issue has all its labels, and its severity line, as the template writes them. */
const isOwn = (present: PresentLabels, lines: Line[], { fixed }: OfBlock): boolean =>
  present.complete && (fixed.size === 0 || lines.some(({ text }) => fixed.has(text.trim())));

/** The words of a sample: "[Same format as above]". */
export const isBracketed = (text: string): boolean => /^\[[^\]]*\]$/.test(text);

/** The lines of an issue that are all the template's own and hold nothing: its severity. */
export function fixedLines(block: IssueBlock): string[] {
  const lines = block.segments.flatMap(({ field, parts }) => (field === null ? parts : []));
  const texts = lines.flatMap((part) => (part.type === 'text' ? part.text.split('\n') : []));
  return texts.map((line) => line.trim()).filter((line) => line !== '');
}

/** The labels of this severity first, then what the others call the same fields. */
function slotsFor(template: Template, block: IssueBlock): Slot[] {
  const others = severities.flatMap((severity) => template.issues[severity]?.slots ?? []);
  return [...block.slots, ...others.filter((slot) => !block.slots.includes(slot))];
}

/** An issue of which nothing is answered: in a blank template, the sample. */
export const isUnanswered = (issue: Issue): boolean =>
  Object.keys(issue.answers).length === 0 && (issue.note ?? '') === '';

/** Fields of an issue that have an answer of the template's own, and no line in the report. */
export function unsaidIn(block: IssueBlock, { issue, lines, said }: ReadIssue): ReadReport['unsaid'] {
  const labelled = (name: IssueField) => folded(block.fields[name]?.label ?? '');
  const usual = block.asks.filter(
    (name) =>
      block.fields[name]?.default !== undefined && !(name in issue.answers) && !said.has(labelled(name)),
  );
  if (usual.length === 0) return [];
  const labels = new Set(lines.map(({ text }) => folded(labelOf(text)?.label ?? '')));
  return usual.filter((name) => !labels.has(labelled(name))).map((field) => ({ issue: issue.id, field }));
}
