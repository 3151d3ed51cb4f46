import { issueFields, severities } from '../fields/issue.ts';
import { containLine } from '../markdown/contain-line.ts';
import { releaseLine } from '../markdown/entity.ts';
import type { Line } from '../markdown/scan.ts';
import { problemKey } from '../review/overrides.ts';
import { issuesOf, type Override, type Review } from '../review/review.ts';
import { overridesLabel } from '../template/overrides.ts';
import { folded, labelOf } from '../template/parts/layout.ts';
import { cleanText } from './answer-text.ts';

/*
 * In a report, an error that the reviewer lets stand is a bullet below the last answer:
 *
 *     - `go-with-critical` at `recommendation`: GO is recommended, while CRITICAL-1 is open
 *       - Reason: the hotfix goes out with it
 *
 * The place is a field, `issue/critical/1/fix`, `list/immediate/2/owner` or `page/summary`: what repeats goes by its
 * number, as the report shows no other name of it.
 */

/** What is let stand, as the report says it. */
export function overridesText(review: Review): string {
  const lines = (review.overrides ?? []).map((one) => {
    const mark = one.mark === undefined ? '' : ` #${one.mark}`;
    const message = containLine(one.message);
    return `- \`${one.check}\` at \`${addressOf(review, one)}\`${mark}: ${message}\n  - Reason: ${containLine(one.reason)}`;
  });
  return lines.length === 0 ? '' : `**${overridesLabel}:**\n\n${lines.join('\n')}`;
}

const bullet = /^[-*+] +`([a-z][a-z0-9-]*)` at `([^`\s]+)`(?: #([A-Za-z0-9_-]+))?: (.+)$/;
const because = /^ +[-*+] +Reason: (.+)$/;

function isLabel(text: string): boolean {
  const found = labelOf(text);
  return (
    found !== null && folded(found.label) === folded(overridesLabel) && text.slice(found.end).trim() === ''
  );
}

/** A place by its number, to be resolved when all of the report is read. */
export interface WrittenOverride extends Omit<Override, 'place'> {
  at: string;
  /** Where and how the report says it. */
  section: string;
  source: string;
}

/** What a stretch of a report says is let stand, and the lines of it that say something else. */
export function takeOverrides(lines: Line[], section: string): { lines: Line[]; stated: WrittenOverride[] } {
  const start = lines.findIndex(({ kind, depth, text }) => kind === 'text' && depth === 0 && isLabel(text));
  if (start < 0) return { lines, stated: [] };
  const stated: WrittenOverride[] = [];
  let at = start + 1;
  for (;;) {
    while (lines[at]?.kind === 'blank') at += 1;
    const [, check, place, mark, message] = bullet.exec(lines[at]?.text ?? '') ?? [];
    const reason = because.exec(lines[at + 1]?.text ?? '')?.[1];
    if (!check || !place || !message || reason === undefined) break;
    stated.push({
      check,
      at: place,
      message: releaseLine(message.trim()),
      ...(mark === undefined ? {} : { mark }),
      reason: releaseLine(reason.trim()),
      section,
      source: `${lines[at]?.text}\n${lines[at + 1]?.text}`,
    });
    at += 2;
  }
  return stated.length === 0 ? { lines, stated } : { lines: lines.toSpliced(start, at - start), stated };
}

/** What was stated, at the places of the review that was read; what has no place there any more is left out. */
export function resolved(
  review: Review,
  stated: WrittenOverride[],
): { overrides: Override[]; lost: WrittenOverride[] } {
  const overrides: Override[] = [];
  const lost: WrittenOverride[] = [];
  const seen = new Set<string>();
  for (const one of stated) {
    const { at, section: _section, source: _source, reason, ...of } = one;
    const place = placeOf(review, at);
    const override = place && { ...of, place, reason };
    if (!override || seen.has(problemKey(override))) lost.push(one);
    else {
      overrides.push(override);
      seen.add(problemKey(override));
    }
  }
  return { overrides, lost };
}

/** What is let stand in the one form that stands for all that print alike. `place`: where it is in the settled review. */
export function normalizedOverrides(
  overrides: Override[],
  placeOf: (place: Override['place']) => Override['place'] | null,
): Override[] {
  const seen = new Set<string>();
  return overrides.flatMap((one) => {
    const place = placeOf(one.place);
    const reason = settledLine(one.reason);
    const message = settledLine(one.message);
    if (!place || reason === '' || message === '') return [];
    const settled = { ...one, place, message, reason };
    const key = problemKey(settled);
    if (seen.has(key)) return [];
    seen.add(key);
    return [settled];
  });
}

const settledLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** Where it is, with what repeats by its number. */
function addressOf(review: Review, { place }: Override): string {
  if ('page' in place) return `page/${place.page}`;
  if ('issue' in place) {
    const issue = review.issues.find(({ id }) => id === place.issue);
    const severity = issue?.severity ?? 'low';
    const number = issuesOf(review, severity).findIndex(({ id }) => id === place.issue) + 1;
    return `issue/${severity}/${number}${'field' in place ? `/${place.field}` : ''}`;
  }
  if ('list' in place) {
    const number = (review.items[place.list] ?? []).findIndex(({ id }) => id === place.item) + 1;
    return `list/${place.list}/${number}/${place.field}`;
  }
  return place.field;
}

function placeOf(review: Review, address: string): Override['place'] | null {
  const [sort, name = '', number = '', field, ...more] = address.split('/');
  if (more.length > 0) return null;
  if (sort !== undefined && name === '') return { field: sort };
  if (sort === 'page') return number === '' ? { page: name } : null;
  if (sort === 'list') {
    const item = review.items[name]?.[Number(number) - 1];
    return item && field !== undefined ? { list: name, item: item.id, field } : null;
  }
  const severity = severities.find((one) => one === name);
  const issue = sort === 'issue' && severity && issuesOf(review, severity)[Number(number) - 1];
  if (!issue) return null;
  if (field === undefined) return { issue: issue.id };
  const known = issueFields.find((one) => one === field);
  return known ? { issue: issue.id, field: known } : null;
}
