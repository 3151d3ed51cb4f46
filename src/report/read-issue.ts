import { issueFields, severities } from '../fields/issue.ts';
import { withoutEnd } from '../markdown/line.ts';
import type { Line } from '../markdown/scan.ts';
import type { Issue } from '../review/review.ts';
import type { IssueBlock, Slot, Template } from '../template/template.ts';
import { readBody } from './read-section.ts';
import { answerOf } from './words.ts';

/** An issue from its heading and the lines under it. Null for a line that only says "same as above". */
export function readIssue(
  template: Template,
  block: IssueBlock,
  { heading, lines }: { heading: string; lines: Line[] },
  newId: () => string,
): Issue | null {
  const body = readBody(slotsFor(template, block), fixedOf(block), lines, block.fields);
  const answers = body.answers as Issue['answers'];
  const title = block.fields.title && answerOf(block.fields.title, titleOf(heading, block)).answer;
  let { loose } = body;
  if (isBracketed(loose) && Object.keys(answers).length === 0 && isBracketed(titleOf(heading, block)))
    return null;
  if (title) answers.title = title as NonNullable<Issue['answers']['title']>;
  const { description } = block.fields;
  if (description && loose !== '' && !('description' in answers) && body.notes === '') {
    // A short issue is often one paragraph without a label.
    const read = answerOf(description, `\n${loose}`).answer;
    if (read) answers.description = read as NonNullable<Issue['answers']['description']>;
    loose = '';
  }
  const note = [loose, ...body.rest, body.notes].filter((text) => text !== '').join('\n\n');
  const ordered = Object.fromEntries(
    issueFields.filter((field) => field in answers).map((field) => [field, answers[field]]),
  );
  return { id: newId(), severity: block.severity, answers: ordered, ...(note === '' ? {} : { note }) };
}

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

/** The words of a heading without the sign and number that the template puts before them. */
function titleOf(heading: string, block: IssueBlock): string {
  const text = withoutEnd(heading.replace(/^ {0,3}#{1,6}(?=[ \t]|$)[ \t]*/, ''));
  const words = [block.word, ...severities].join('|');
  const numbered = new RegExp(
    `^[^\\p{L}\\p{N}]*(?:${words})[- ]?\\d+(?:[:.)]|\\s[-–])?(?:\\s|$)(.*)$`,
    'isu',
  ).exec(text);
  return numbered?.[1] ?? text;
}
