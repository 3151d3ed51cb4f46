import type { Severity } from '../../../fields/issue.ts';
import { bullets } from '../../../markdown/bullets.ts';
import { indentOf, isBlank, listMarker } from '../../../markdown/line.ts';
import { type Line, scan } from '../../../markdown/scan.ts';
import { labelOf } from '../../../template/parts/layout.ts';
import type { Template } from '../../../template/template.ts';
import type { ClosedIssue, UnreadIssue } from '../../reader/cutting/stretch.ts';
import { countNouns } from '../../reader/summary-counts.ts';
import type { Headings } from '../headings.ts';
import { isInformational, type SeverityTag, severityTag } from '../vocabulary/severities.ts';
import {
  type Closing,
  closesList,
  closingAt,
  closingIn,
  closingOfTitle,
  statusValue,
  withoutClosing,
} from '../vocabulary/statuses.ts';
import { issueFrom } from './issue-start.ts';

/** A line that is bold from its first word to its last. */
const boldLine = /^ {0,3}(?:\*\*|__)(?=\S)((?:[^*_]|_(?!_)|\*(?!\*))+?)(?:\*\*|__)[:.]?[ \t]*$/;
/** What is no title: that there is none, or how many there are. */
const nothing = new RegExp(
  `^\\W*(?:(?:none|nothing|n\\/a|not any)\\b|no (?:[\\p{L}-]+ ){0,3}(?:${countNouns})\\b|no\\W*$|\\d+(?:\\s+[\\p{L}()]+)?\\W*$|$)`,
  'iu',
);

/** Where issues without headings are looked for. */
export interface Search {
  template: Template;
  headings: Headings;
  /** The severity of the heading above; without one, only what has a sign of its severity is an issue. */
  under: Severity | null;
  /** Whether an issue is told elsewhere already. */
  isKnown: (issue: UnreadIssue) => boolean;
}

export interface Found {
  issues: UnreadIssue[];
  closed: ClosedIssue[];
  /** The lines that belong to no issue. */
  lines: Line[];
}

/** Issues without headings: bold lines, or the items of a list. */
export function listIssues(search: Search, lines: Line[]): Found {
  const bold = boldIssues(search, lines);
  if (bold.issues.length > 0 && search.under !== null) return bold;
  const list = itemIssues(search, bold.lines);
  return {
    issues: [...bold.issues, ...list.issues],
    closed: [...bold.closed, ...list.closed],
    lines: list.lines,
  };
}

function boldIssues({ template, headings, under }: Search, lines: Line[]): Found {
  const found: Found = { issues: [], closed: [], lines: [] };
  let issue: UnreadIssue | null = null;
  for (const line of lines) {
    const words =
      line.kind === 'text' && line.depth === 0 && !labelOf(line.text)
        ? boldLine.exec(line.text)?.[1]
        : undefined;
    const tag = words === undefined ? null : severityTag(words);
    const starts = words !== undefined && (tag !== null || (under !== null && /^\d+[.)]\s/.test(words)));
    // Where issues stand anywhere, a heading or another issue ends what stands above it.
    if (under === null && (line.level !== undefined || (isItem(line) && severityTag(itemWords(line.text)))))
      issue = null;
    if (starts) {
      const begun = {
        ...issueFrom(template, headings, { at: line.at, written: words }, tag, under),
        source: [line],
      };
      const state = stateOf(headings, line, words);
      issue = state === 'open' ? begun : null;
      if (issue) {
        found.issues.push(issue);
        continue;
      }
      close(found, begun, state);
    }
    (issue?.lines ?? found.lines).push(line);
    issue?.source?.push(line);
  }
  return found;
}

/** Keeps an issue that is not open among the closed ones, if it is one at all. */
function close({ closed }: Found, { title, severity, at }: UnreadIssue, state: State): void {
  if (state === 'open' || state === 'quiet') return;
  closed.push({ title: withoutClosing(title) || title, severity, at, outcome: state });
}

/** Whether a place tells an open issue, a closed one, or none. */
type State = 'open' | 'quiet' | Closing;

function itemIssues(search: Search, lines: Line[]): Found {
  const { headings, isKnown } = search;
  const found: Found = { issues: [], closed: [], lines: [] };
  let at = 0;
  let paragraph = '';
  while (at < lines.length) {
    const line = lines[at] as Line;
    const marker = isItem(line) ? listMarker(line.text) : null;
    if (!marker) {
      if (!isBlank(line.text)) paragraph = line.text;
      found.lines.push(line);
      at += 1;
      continue;
    }
    const end = itemEnd(lines, at);
    const item = lines.slice(at, end);
    const issue = fromItem(search, item);
    const state = issue ? stateOfItem(headings, item, paragraph) : 'open';
    if (issue && state === 'open' && (headings.ofTemplate || !isKnown(issue))) found.issues.push(issue);
    else for (const one of item) found.lines.push(one);
    if (issue) close(found, issue, state);
    at = end;
  }
  return found;
}

function stateOf({ ofTemplate, surroundings }: Headings, line: Line, ...titles: string[]): State {
  if (ofTemplate) return 'open';
  const why = surroundings.quiet.get(line);
  for (const title of titles) {
    const closing = closingOfTitle(title);
    if (closing) return closing;
    if (isInformational(title)) return 'quiet';
  }
  return closingAt(why) ?? (why === undefined ? 'open' : 'quiet');
}

function stateOfItem(headings: Headings, item: Line[], paragraph: string): State {
  const [line] = item;
  if (!line || headings.ofTemplate) return 'open';
  const text = listMarker(line.text)?.content ?? '';
  const state = stateOf(headings, line, text, titleIn(text).title);
  if (state !== 'open') return state;
  if (closesList(paragraph)) return 'resolved';
  const statuses = item.map((one) => closingIn(statusValue(one.text) ?? ''));
  return statuses.find((closing) => closing !== null) ?? 'open';
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

function fromItem({ template, headings, under }: Search, lines: Line[]): UnreadIssue | null {
  const [first] = lines;
  const [item] = bullets(lines.map(({ text }) => text).join('\n'));
  if (!first || !item) return null;
  const [head = '', ...below] = item.text.split('\n');
  const { title, rest } = titleIn(head);
  const behind = under === null ? tagBehind(title, rest) : null;
  const tag =
    severityTag(title) ?? behind ?? (under === null ? severityTag(head.replace(/\*\*|__/g, '')) : null);
  if (nothing.test(title) || (tag !== null && nothing.test(tag.title)) || (under === null && tag === null))
    return null;
  // "**High**: should be fixed before release" says what the word means.
  if (!headings.ofTemplate && under === null && tag?.id === '' && defines.test(tag.title)) return null;
  const split = severityTag(title) !== null || behind !== null || under !== null;
  const issue = issueFrom(
    template,
    headings,
    { at: first.at, written: split ? title : head.replace(/\*\*|__/g, '') },
    tag,
    under,
  );
  const words = behind ? rest.replace(/^[([][^)\]]*[)\]][\s:–—-]*/u, '') : rest;
  const body = split && words !== '' ? [words, ...below] : below;
  const scanned = body.length === 0 ? [] : scan(body.join('\n'));
  const from = first.at + (split && words !== '' ? 0 : 1);
  return { ...issue, lines: scanned.map((line) => ({ ...line, at: from + line.at })), source: lines };
}

/** "**Title** (High): what it is" */
function tagBehind(title: string, rest: string): SeverityTag | null {
  const remark = /^[([][^)\]]*[)\]]/.exec(rest)?.[0];
  return remark === undefined ? null : severityTag(`${title} ${remark}`);
}

/** What a severity means, not what is wrong. */
const defines =
  /^[^\p{L}]*(?:must|should|fix|when|may|can|has to|have to|needs? to|requires?|immediate(?:ly)?|within|as soon)\b/iu;

/** "**Title**: what it is", or all of a line. */
function titleIn(text: string): { title: string; rest: string } {
  const found = /^(?:[^\p{L}\p{N}*_`~[(]+\s*)?(\*\*|__)(.+?):?\1[ \t]*(?:[:.–—-](?=\s|$))?[ \t]*(.*)$/u.exec(
    text,
  );
  return found?.[2] ? { title: found[2], rest: found[3] ?? '' } : { title: text, rest: '' };
}
