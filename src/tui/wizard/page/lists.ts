import type { Severity } from '../../../fields/issue.ts';
import { issuesOf } from '../../../review/review.ts';
import { fieldName } from '../state/lookup.ts';
import { type Block, focusable, type Given } from './block.ts';
import { listed } from './sorted.ts';

/** The issues of a severity, filtered and sorted as the reviewer wants them. */
export function issueRows(given: Given, severity: Severity): Block[] {
  const word = given.template.issues[severity]?.word ?? severity.toUpperCase();
  const all = issuesOf(given.review, severity).length;
  const issues = listed(given, severity);
  const blocks: Block[] = issues.map(([issue, index], at) => ({
    ...focusable({ on: 'issue', issue: issue.id }),
    type: 'issue',
    issue: issue.id,
    number: `${word}-${index + 1}`,
    gap: at === 0 ? 1 : 0,
  }));
  if (given.filter !== '') {
    const text = `${issues.length} of ${all} match “${given.filter}”; Esc shows all.`;
    blocks.unshift({ key: '@filter', type: 'words', text, focus: null, gap: 1 });
  }
  if (all === 0) {
    const none = given.template.issues[severity]?.none ?? '';
    const text = `${none} Enter adds one.`;
    blocks.push({ key: '@none', type: 'words', text, focus: null, gap: 1 });
  }
  blocks.push({ ...focusable({ on: 'add-issue' }), type: 'add-issue', severity, gap: 1 });
  return blocks;
}

/** The items of a list in their order. */
export function itemRows({ template, review }: Given, id: string): Block[] {
  const list = template.lists[id];
  const items = review.items[id] ?? [];
  const blocks: Block[] = items.map((item, at) => ({
    ...focusable({ on: 'entry', list: id, item: item.id }),
    type: 'entry',
    list: id,
    item: item.id,
    number: at + 1,
    gap: at === 0 ? 1 : 0,
  }));
  if (items.length === 0 && list) {
    const names = list.asks.flatMap((field) => list.fields[field] ?? []).map(fieldName);
    const text = `None yet. Enter adds one: ${names.join(', ')}.`;
    blocks.push({ key: `@none/${id}`, type: 'words', text, focus: null, gap: 1 });
  }
  blocks.push({ ...focusable({ on: 'add-entry', list: id }), type: 'add-entry', list: id, gap: 0 });
  return blocks;
}
