import type { Directive } from '../markdown/directives.ts';

/** Where a directive stands: at the top of the template, or in what one of its containers encloses. */
export type Scope = 'document' | 'issues' | 'items';

interface Rule {
  form: Directive['form'];
  attributes: string[];
  within: Scope[];
  /** Shown to those who write it otherwise. */
  like: string;
}

/** The notation of templates: its directives that are no fields, each with its one form and its places. */
const notation = {
  template: {
    form: 'leaf',
    attributes: ['name', 'version'],
    within: ['document'],
    like: '::template{name=my-review version=1}',
  },
  page: {
    form: 'leaf',
    attributes: ['id', 'optional'],
    within: ['document'],
    like: '::page[Short name]{#name}',
  },
  issues: {
    form: 'container',
    attributes: ['severity', 'none'],
    within: ['document'],
    like: '::::issues{severity=high}, and :::: below the text of one issue',
  },
  items: {
    form: 'container',
    attributes: ['id'],
    within: ['document'],
    like: ':::items{#name}, and ::: below one list item',
  },
  count: {
    form: 'text',
    attributes: ['severity', 'noun'],
    within: ['document'],
    like: ':count[N]{severity=high noun=issues}',
  },
  index: { form: 'text', attributes: [], within: ['issues', 'items'], like: ':index[1]' },
  about: { form: 'text', attributes: [], within: ['items'], like: ':about[CRITICAL-1: ]' },
  outcomes: {
    form: 'text',
    attributes: ['list'],
    within: ['document'],
    like: ':outcomes[2 resolved, 1 new]{list=name}',
  },
  unlinked: {
    form: 'text',
    attributes: ['list'],
    within: ['document'],
    like: ':unlinked[HIGH-1, LOW-2]{list=name}',
  },
} satisfies Record<string, Rule>;

export type Notation = keyof typeof notation;

export const isNotation = (name: string): name is Notation => Object.hasOwn(notation, name);

/** How a directive of the notation is written, for remedies. */
export const written = (name: Notation): string => notation[name].like;

/** What is wrong with a directive by itself. `fatal`: nothing can be made of it. */
export function misuse(
  name: Notation,
  { form, attributes }: Directive,
  scope: Scope,
): { what: string; fatal: boolean }[] {
  const rule: Rule = notation[name];
  if (form !== rule.form) return [{ what: `${name}: it is written another way`, fatal: true }];
  if (!rule.within.includes(scope)) {
    const what =
      scope === 'document'
        ? `${name}: it stands in what repeats only`
        : `${name}: it cannot stand inside of ${scope}`;
    return [{ what, fatal: true }];
  }
  const takes = rule.attributes.length > 0 ? `it takes ${rule.attributes.join(', ')}` : 'it takes none';
  return Object.keys(attributes)
    .filter((key) => !rule.attributes.includes(key))
    .map((key) => ({ what: `${name}: it does not know "${key}": ${takes}`, fatal: false }));
}

/**
 * Whether a container goes on past where it should end: nothing closes it, or what closes it is the end of another
 * one that it has swallowed. (A container in another one has fewer colons than that.)
 */
export function isUnclosed(one: Directive, source: string): boolean {
  if (one.form !== 'container') return false;
  const last = source.slice(source.lastIndexOf('\n', one.end - 1) + 1, one.end);
  const size = colons(one, source);
  const closed = last.trim() === ':'.repeat(Math.max(size, last.trim().length)) && one.end > one.start + size;
  return !closed || one.children.some((child) => child.form === 'container' && colons(child, source) >= size);
}

/** How many colons a directive begins with. */
export const colons = (one: Directive, source: string): number =>
  /^:*/.exec(source.slice(one.start, one.end))?.[0].length ?? 0;
