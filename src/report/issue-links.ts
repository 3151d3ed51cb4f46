import { severities } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import { issueNames } from '../review/issue-names.ts';
import type { Item, Review } from '../review/review.ts';
import type { ListBlock, Part, Template } from '../template/template.ts';
import { literal } from '../text/literal.ts';
import { cleanAnswer } from './answer-text.ts';

/** The part of an item's text that names the issues that it is about. */
export type About = Part & { type: 'about' };

/** The names of the issues that a report prints, both ways: "CRITICAL-2" and the issue's id. */
export interface Names {
  byId: ReadonlyMap<string, string>;
  byName: ReadonlyMap<string, string>;
}

export function namesIn(template: Template, issues: Review['issues']): Names {
  const isPrinted = ({ severity }: Review['issues'][number]) => template.issues[severity] !== undefined;
  const printed = issues.every(isPrinted) ? issues : issues.filter(isPrinted);
  const byId = issueNames(template, { answers: {}, issues: printed, items: {}, notes: {} });
  return {
    byId,
    get byName() {
      return byNameIn(byId);
    },
  };
}

const byNameIn = memo(
  (byId: Names['byId']): Names['byName'] => new Map([...byId].map(([id, name]) => [name, id])),
);

/** Whether the items of a list can say which issues they are about. */
export const takesLinks = (list: ListBlock): boolean => aboutIn(list) !== undefined;

const aboutIn = (list: ListBlock): About | undefined =>
  list.first.find((part): part is About => part.type === 'about');

/** The names of the issues that an item is about, without those that are gone. */
export const namesOf = (item: Item, { byId }: Names): string[] =>
  (item.issues ?? []).flatMap((id) => byId.get(id) ?? []);

/**
 * The item with its links as a report prints them: to issues that are there, each once, in a list that has a place
 * for them. Names that are typed where the report would print them are links.
 */
export function linked(template: Template, list: ListBlock, item: Item, names: Names): Item {
  const about = aboutIn(list);
  const { issues: given = [], ...plain } = item;
  const known = about ? given.filter((id) => names.byId.has(id)) : [];
  const field = about && list.first[list.first.indexOf(about) + 1];
  const answer = field?.type === 'field' ? item.answers[field.field] : undefined;
  const clean = answer && cleanAnswer(answer);
  if (!about || field?.type !== 'field' || !clean || !('value' in clean) || typeof clean.value !== 'string')
    return withIssues(plain, known);
  const { issues, rest } = takeNames(template, about, clean.value, names);
  if (issues.length === 0) return withIssues(plain, known);
  const { [field.field]: _typed, ...others } = item.answers;
  const answers = rest === '' ? others : { ...item.answers, [field.field]: { value: rest } };
  return withIssues({ ...plain, answers }, [...known, ...issues]);
}

function withIssues(item: Item, issues: string[]): Item {
  return issues.length === 0 ? item : { ...item, issues: [...new Set(issues)] };
}

/** Takes names of issues off the start of a text, as far as there are such issues. */
export function takeNames(
  template: Template,
  about: About,
  text: string,
  { byName }: Names,
): { issues: string[]; rest: string } {
  const issues: string[] = [];
  const pattern = patternOf(template, about);
  let rest = text;
  for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
    const ids = (found[1] ?? '').split(',').map((name) => byName.get(name.trim()));
    if (!ids.every((id) => id !== undefined)) break;
    issues.push(...ids);
    rest = rest.slice(found[0].length);
  }
  return { issues, rest };
}

/** Takes names of issues in parentheses off the end of a text, if there are such issues. */
export function takeLastNames(
  template: Template,
  text: string,
  { byName }: Names,
): { issues: string[]; rest: string } {
  const name = nameOf(template);
  const found = new RegExp(`\\s*[([](${name}(?:,\\s*${name})*)[)\\]]\\s*$`, 'u').exec(text);
  const ids = (found?.[1] ?? '').split(',').map((one) => byName.get(one.trim()));
  if (!found || !ids.every((id) => id !== undefined)) return { issues: [], rest: text };
  return { issues: ids, rest: text.slice(0, found.index) };
}

const patterns = new WeakMap<About, RegExp>();

function patternOf(template: Template, about: About): RegExp {
  const known = patterns.get(about);
  if (known) return known;
  const name = nameOf(template);
  const gap = (text: string) => (/\s/.test(text) ? '[ \\t]*' : '');
  const around = (text: string) => `${gap(text)}${literal(text.trim())}${gap(text)}`;
  const pattern = new RegExp(
    `^${around(about.before)}(${name}(?:,[ \\t]*${name})*)${around(about.after)}`,
    'u',
  );
  patterns.set(about, pattern);
  return pattern;
}

/** A pattern for the names of issues: "HIGH-2". */
function nameOf(template: Template): string {
  const words = severities.map((severity) => literal(template.issues[severity]?.word ?? ''));
  return `(?:${words.filter((word) => word !== '').join('|')})-\\d+`;
}
