import { type Severity, severities } from '../../fields/issue.ts';
import { isEmpty } from '../../fields/kinds.ts';
import type { Answer } from '../../fields/value.ts';
import { outcomeOf } from '../../template/parts/derived.ts';
import type { Derived, ListBlock, Template } from '../../template/template.ts';
import { clean } from '../../text/clean.ts';
import { literal } from '../../text/literal.ts';
import type { Issue, Item } from '../review.ts';

/** An issue of a previous review, as the text that names an item says it: "HIGH-2: Title". */
export interface PreviousIssueName {
  /** "HIGH-2"; empty when the text begins with none. */
  name: string;
  severity: Severity | null;
  title: string;
}

export function previousIssueName(template: Template, text: string): PreviousIssueName {
  const [, word = '', number = '', title = ''] =
    /^\s*([\p{L}\p{N}]+)-(\d+)(?::|\s+[-–]|(?=\s|$))\s*(.*)$/su.exec(text) ?? [];
  const severity = severities.find(
    (one) => (template.issues[one]?.word ?? one).toLowerCase() === word.toLowerCase(),
  );
  return severity
    ? { name: `${word}-${number}`, severity, title: title.trim() }
    : { name: '', severity: null, title: text.trim() };
}

/** What an item is named by, in one line. */
export function itemText(list: ListBlock, item: Item, field = list.asks[0] ?? ''): string {
  const answer = item.answers[field];
  return answer && 'value' in answer && typeof answer.value === 'string'
    ? clean(answer.value).text.trim()
    : '';
}

/** What a report says where words are derived. */
export interface DerivedWords {
  part: Derived;
  label: string;
  page: string;
  words: string;
}

const undecided = 'not decided';
const otherwise = 'otherwise';
const fresh = 'new';
const moved = 'with another severity';
const none = 'none';

/**
 * What follows from a list of items that are about issues.
 * @param items those of the list
 * @param names the issues' names by their ids: "HIGH-1"
 */
export function derivedWords(
  template: Template,
  part: Derived,
  items: Item[],
  issues: Issue[],
  names: ReadonlyMap<string, string>,
): string {
  const meant = new Set(items.flatMap((item) => item.issues ?? []));
  // As the report has them: a draft from elsewhere, or a template of its own, may have another order.
  const unlinked = severities.flatMap((severity) =>
    issues.filter((issue) => issue.severity === severity && names.has(issue.id) && !meant.has(issue.id)),
  );
  if (part.what === 'unlinked') return unlinked.map(({ id }) => names.get(id)).join(', ') || none;
  const list = template.lists[part.list];
  const field = list && outcomeOf(list);
  const counts = new Map(unitsOf(part).map((unit) => [unit, 0]));
  const count = (unit: string, by = 1) => counts.set(unit, (counts.get(unit) ?? 0) + by);
  for (const item of list && field ? items : []) {
    // One that says nothing is none in the report.
    if (list && !saysSomething(list, item)) continue;
    const said = itemText(list as ListBlock, item, field?.id).toLowerCase();
    count(said === '' ? undecided : counts.has(said) ? said : otherwise);
  }
  count(fresh, unlinked.length);
  const words = [...counts].filter(([, number]) => number > 0).map(([unit, number]) => `${number} ${unit}`);
  const severityOf = new Map(issues.map((issue) => [issue.id, issue.severity]));
  const changed = list ? items.filter((item) => hasMoved(template, list, item, severityOf)).length : 0;
  return (words.join(', ') || none) + (changed > 0 ? `; ${changed} ${moved}` : '');
}

function saysSomething({ fields }: ListBlock, { answers, issues = [] }: Item): boolean {
  const says = ([id, answer]: [string, Answer]) => {
    const field = fields[id];
    return field !== undefined && ('notApplicable' in answer || !isEmpty(field, answer.value));
  };
  return issues.length > 0 || Object.entries(answers).some(says);
}

/** Whether none of the issues that an item is about has the severity that the earlier one had. */
function hasMoved(
  template: Template,
  list: ListBlock,
  item: Item,
  severityOf: ReadonlyMap<string, Severity>,
): boolean {
  const { severity } = previousIssueName(template, itemText(list, item));
  const now = (item.issues ?? []).flatMap((id) => severityOf.get(id) ?? []);
  return severity !== null && now.length > 0 && !now.includes(severity);
}

const unitsOf = ({ options }: Derived): string[] => [
  ...options.map((option) => option.toLowerCase()),
  otherwise,
  undecided,
  fresh,
];

/** Whether a text of a report is such words, be they right or wrong, or the template's sample of them. */
export function isDerived(part: Derived, text: string): boolean {
  if (text === '' || text === part.blank) return true;
  const issue = `(?:${part.options.map(literal).join('|')})-\\d+`;
  const unit = `\\d+ (?:${unitsOf(part).map(literal).join('|')})`;
  const words =
    part.what === 'unlinked'
      ? `${none}|${issue}(?:, *${issue})*`
      : `(?:${none}|${unit}(?:, *${unit})*)(?:; *\\d+ ${moved})?`;
  return new RegExp(`^(?:${words})$`, 'iu').test(text);
}
