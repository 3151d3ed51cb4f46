import type { Severity } from '../../fields/issue.ts';
import { bullets } from '../../markdown/bullets.ts';
import { indentOf, isBlank, listMarker } from '../../markdown/line.ts';
import { type Line, scan } from '../../markdown/scan.ts';
import { labelOf } from '../../template/layout.ts';
import type { Template } from '../../template/template.ts';
import type { UnreadIssue } from '../reader/stretch.ts';
import { issueFrom } from './cut.ts';
import type { Headings } from './headings.ts';
import { severityTag } from './vocabulary/severities.ts';

/** A line that is bold from its first word to its last. */
const boldLine = /^ {0,3}(?:\*\*|__)(?=\S)((?:[^*_]|_(?!_)|\*(?!\*))+?)(?:\*\*|__)[:.]?[ \t]*$/;
/** What is no title: that there is none, or how many there are. */
const nothing = /^\W*(?:(?:none|no|nothing|n\/a|not any)\b|\d+(?:\s+[\p{L}()]+)?\W*$|$)/iu;

/**
 * Issues without headings: bold lines, or the items of a list.
 * @param under the severity of the heading above; without one, only what has a sign of its severity is an issue
 */
export function looseIssues(
  template: Template,
  headings: Headings,
  lines: Line[],
  under: Severity | null,
): { issues: UnreadIssue[]; lines: Line[] } {
  const bold = boldIssues(template, headings, lines, under);
  if (bold.issues.length > 0 && under !== null) return bold;
  const list = listIssues(template, headings, bold.lines, under);
  return { issues: [...bold.issues, ...list.issues], lines: list.lines };
}

function boldIssues(template: Template, headings: Headings, lines: Line[], under: Severity | null) {
  const issues: UnreadIssue[] = [];
  const rest: Line[] = [];
  let target = rest;
  for (const line of lines) {
    const words =
      line.kind === 'text' && line.depth === 0 && !labelOf(line.text)
        ? boldLine.exec(line.text)?.[1]
        : undefined;
    const tag = words === undefined ? null : severityTag(words);
    const starts = words !== undefined && (tag !== null || (under !== null && /^\d+[.)]\s/.test(words)));
    // Where issues stand anywhere, a heading or another issue ends what stands above it.
    if (under === null && (line.level !== undefined || (isItem(line) && severityTag(itemWords(line.text)))))
      target = rest;
    if (starts) {
      const issue = issueFrom(template, headings, { at: line.at, written: words }, tag, under);
      issues.push(issue);
      target = issue.lines;
    } else target.push(line);
  }
  return { issues, lines: rest };
}

function listIssues(template: Template, headings: Headings, lines: Line[], under: Severity | null) {
  const issues: UnreadIssue[] = [];
  const rest: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const marker = isItem(line) ? listMarker(line.text) : null;
    if (!marker) {
      rest.push(line);
      at += 1;
      continue;
    }
    const end = itemEnd(lines, at);
    const issue = fromItem(template, headings, lines.slice(at, end), under);
    if (issue) issues.push(issue);
    else rest.push(...lines.slice(at, end));
    at = end;
  }
  return { issues, lines: rest };
}

const isItem = ({ depth, kind, text }: Line): boolean =>
  depth === 1 && kind === 'text' && listMarker(text) !== null && !/^ {0,3}[-*+] \[[ xX]\]/.test(text);

const itemWords = (text: string): string => (listMarker(text)?.content ?? '').replace(/\*\*|__/g, '');

function itemEnd(lines: Line[], start: number): number {
  const offset = listMarker(lines[start]?.text ?? '')?.offset ?? 2;
  let end = start + 1;
  while (end < lines.length) {
    const { text, depth } = lines[end] as Line;
    const inside = isBlank(text) ? true : depth > 0 && (indentOf(text) >= offset || !listMarker(text));
    if (!inside) break;
    end += 1;
  }
  while (end > start + 1 && isBlank(lines[end - 1]?.text ?? '')) end -= 1;
  return end;
}

function fromItem(
  template: Template,
  headings: Headings,
  lines: Line[],
  under: Severity | null,
): UnreadIssue | null {
  const [first] = lines;
  const [item] = bullets(lines.map(({ text }) => text).join('\n'));
  if (!first || !item) return null;
  const [head = '', ...below] = item.text.split('\n');
  const { title, rest } = titleIn(head);
  const tag = severityTag(title) ?? (under === null ? severityTag(head.replace(/\*\*|__/g, '')) : null);
  if (nothing.test(title) || (tag !== null && nothing.test(tag.title)) || (under === null && tag === null))
    return null;
  const split = severityTag(title) !== null || under !== null;
  const issue = issueFrom(
    template,
    headings,
    { at: first.at, written: split ? title : head.replace(/\*\*|__/g, '') },
    tag,
    under,
  );
  const body = split && rest !== '' ? [rest, ...below] : below;
  const scanned = body.length === 0 ? [] : scan(body.join('\n'));
  const from = first.at + (split && rest !== '' ? 0 : 1);
  return { ...issue, lines: scanned.map((line) => ({ ...line, at: from + line.at })) };
}

/** "**Title**: what it is", or all of a line. */
function titleIn(text: string): { title: string; rest: string } {
  const found = /^(?:\*\*|__)(.+?):?(?:\*\*|__)[ \t]*(?:[:.–—-](?=\s|$))?[ \t]*(.*)$/.exec(text);
  return found?.[1] ? { title: found[1], rest: found[2] ?? '' } : { title: text, rest: '' };
}
