import { type Severity, severities } from '../../fields/issue.ts';
import type { Directive } from '../../markdown/directives.ts';
import type { Tell } from '../mistakes.ts';
import { written } from '../notation.ts';
import type { Derived, Part } from '../template.ts';
import { nameMistakes } from './field-of.ts';

/*
 * The directives of the notation that enclose nothing.
 */
interface Leaves {
  head: Directive | undefined;
  pages: Directive[];
}

export const oneName = 'give each its own name, as in {#name}';

export function takeHead(one: Directive, leaves: Leaves, tell: Tell): null {
  if (leaves.head) tell(one.start, 'template: it has a name already', 'leave one of them');
  leaves.head ??= one;
  return null;
}

export function takePage(one: Directive, leaves: Leaves, tell: Tell): null {
  const { id } = one.attributes;
  for (const what of id === undefined ? [] : nameMistakes(id)) tell(one.start, `page: ${what}`);
  if (one.attributes.optional) tell(one.start, 'page: write just "optional"', `write ${written('page')}`);
  if (id !== undefined && leaves.pages.some((page) => page.attributes.id === id))
    tell(one.start, `the name "${id}" is taken by a page before it`, oneName);
  leaves.pages.push(one);
  return null;
}

export function countOf(one: Directive, tell: Tell): Part | null {
  const severity = severityOf(one, tell);
  const noun = one.attributes.noun ?? 'issues';
  return severity && { type: 'count', severity, noun, blank: `[${one.label}] ${noun}` };
}

export function indexOf(one: Directive, tell: Tell): Part {
  if (!/^\d*$/.test(one.label)) tell(one.start, 'index: its text is no number', `write ${written('index')}`);
  return { type: 'index', blank: one.label || '1' };
}

/** What stands around the name in its sample stands around the names in a report: "CRITICAL-1: ". */
export function aboutOf(one: Directive, tell: Tell): Part {
  const [, before = '', after = ''] = /^(.*?)\p{L}+-\d+(.*)$/su.exec(one.label) ?? ['', one.label, one.label];
  if (!/\p{L}-\d/u.test(one.label))
    tell(one.start, 'about: its text names no issue', `write ${written('about')}`);
  return { type: 'about', before, after };
}

/** Its options are known only when the list is: see `completeDerived`. */
export function derivedOf(what: Derived['what'], one: Directive, tell: Tell): Derived | null {
  const { list } = one.attributes;
  if (!list) tell(one.start, `${what}: it does not say of which list`, `write ${written(what)}`);
  return list ? { type: 'derived', what, list, options: [], blank: `[${one.label}]` } : null;
}

export function severityOf(one: Directive, tell: Tell): Severity | null {
  const severity = severities.find((name) => name === one.attributes.severity);
  const remedy = `write {severity=…} with one of ${severities.join(', ')}`;
  if (!severity) tell(one.start, `${one.name}: it has no severity`, remedy);
  return severity ?? null;
}
