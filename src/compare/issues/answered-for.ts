import { basename } from 'node:path';
import { comparable } from '../../checks/issue-mentions.ts';
import { rolesOf } from '../../checks/roles.ts';
import { targetsIn } from '../../fields/path.ts';
import { lineRangesOf } from '../../review/evidence/line-ranges.ts';
import { deltaSectionOf } from '../../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../../review/previous/derived-words.ts';
import { valueAt } from '../../review/review.ts';
import { answerInWords, effectiveAnswer } from '../answers/single-fields.ts';
import { type ComparedIssue, type ComparedReview, comparedIssues } from '../compared-review.ts';

/**
 * Tells of an issue of the old review, which the new one does not have, whether the new one answers for it: it follows
 * the old one, or lists the issue's files among those reviewed. Only then its silence says that the issue is resolved.
 */
export function answeredFor(sides: {
  old: ComparedReview;
  new: ComparedReview;
}): (issue: ComparedIssue) => boolean {
  if (followsOld(sides)) return () => true;
  const scope = scopeOf(sides.new);
  return ({ issue }) => {
    const ranges = lineRangesOf(issue);
    return ranges.length > 0 && ranges.every(({ file }) => scope.some((covers) => covers(file)));
  };
}

/** Whether the new review is a later state of the old one, or names it or one of its issues as the one before. */
function followsOld({ old, new: now }: { old: ComparedReview; new: ComparedReview }): boolean {
  if (now.draft && now.draft === old.draft) return true;
  if (now.previous && [old.draft, old.report].includes(now.previous)) return true;
  const delta = deltaSectionOf(now.template);
  if (!delta) return false;
  const titles = new Set(comparedIssues(old).map(({ ref }) => comparable(ref.title)));
  titles.delete('');
  const items = now.review.items[delta.list.id] ?? [];
  if (
    items.some((item) =>
      titles.has(comparable(previousIssueName(now.template, itemText(delta.list, item)).title)),
    )
  )
    return true;
  const named = delta.review ? (answerInWords(effectiveAnswer(now.review, delta.review)) ?? '') : '';
  const date = answerInWords(effectiveAnswer(old.review, rolesOf(old.template).date ?? null));
  const names = [old.draft, old.report && basename(old.report), date].filter((name) => name);
  return names.some((name) => named.includes(name as string));
}

/** What the new review says that it looked at: files, folders and patterns that are ticked. */
function scopeOf({ template, review }: ComparedReview): ((file: string) => boolean)[] {
  return rolesOf(template).scope.flatMap((field) => {
    const value = valueAt(review, { field: field.id });
    if (!Array.isArray(value)) return [];
    return value.flatMap((item) => {
      if (typeof item === 'string' || !item.done || item.notApplicable !== undefined) return [];
      const paths = [...targetsIn(item.text).map(({ path }) => path), ...patternsIn(item.text)];
      return [...new Set(paths)].map(coverOf);
    });
  });
}

const patternsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]*[*/.][^`\s]*)`/g)].map(([, pattern = '']) => pattern);

/** Whether a file is the path itself, lies in it, or fits its pattern; a pattern without a folder fits anywhere. */
function coverOf(pattern: string): (file: string) => boolean {
  const path = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const source = path
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[^\w/]/g, '\\$&')))
    .join('');
  const fits = new RegExp(`^${path.includes('/') ? '' : '(?:.*/)?'}${source}(?:/.*)?$`);
  return (file) => path !== '' && fits.test(file.replace(/^\.\//, ''));
}
