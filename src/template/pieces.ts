import type { Field } from '../fields/field.ts';
import type { Severity } from '../fields/issue.ts';
import { isKind } from '../fields/kinds.ts';
import type { Directive } from '../markdown/directives.ts';
import type { Tell } from './mistakes.ts';
import { colons, isNotation, isUnclosed, misuse, type Notation, type Scope, written } from './notation.ts';
import { fieldOf, nameMistakes } from './parts/field-of.ts';
import { fieldsIn, type LayoutPart } from './parts/layout.ts';
import {
  aboutOf,
  countOf,
  derivedOf,
  indexOf,
  oneName,
  severityOf,
  takeHead,
  takePage,
} from './parts/simple-parts.ts';
import type { Part } from './template.ts';

/** A stretch of a template: its words and holes in order, and the fields that fill these. */
interface Stretch {
  pieces: LayoutPart[];
  fields: Record<string, Field>;
}

/** What a container of the notation encloses. */
export interface Repeat extends Stretch {
  at: number;
  attributes: Record<string, string>;
}

/** A template cut at its directives; where they stand in its outline is not looked at yet. */
export interface Pieces extends Stretch {
  head: Directive | undefined;
  pages: Directive[];
  /** A severity that does not exist has its mistakes told, and no place. */
  issues: (Repeat & { severity: Severity | null })[];
  lists: (Repeat & { id: string })[];
}

export function piecesOf(source: string, found: Directive[], tell: Tell): Pieces {
  return new Cutter(source, tell).document(found);
}

/** One run over one template. */
class Cutter {
  private readonly source: string;
  private readonly tell: Tell;
  private readonly result: Pieces = {
    head: undefined,
    pages: [],
    issues: [],
    lists: [],
    pieces: [],
    fields: {},
  };

  constructor(source: string, tell: Tell) {
    this.source = source;
    this.tell = tell;
  }

  document(found: Directive[]): Pieces {
    const { fields, lists } = this.result;
    const start = /^(?:[ \t]*\n)*/.exec(this.source)?.[0].length ?? 0;
    const pieces = this.stretch(start, this.source.length, found, 'document', fields);
    checkNames(pieces, lists, this.tell);
    return { ...this.result, pieces };
  }

  /** The pieces of a stretch of the source. Its fields are put into `fields`. */
  private stretch(
    start: number,
    end: number,
    found: Directive[],
    scope: Scope,
    fields: Record<string, Field>,
  ): LayoutPart[] {
    const pieces: LayoutPart[] = [];
    let at = start;
    for (const one of found) {
      // `10:am` is no directive, and `:smile:` is none of ours.
      if (one.form === 'text' && !one.marked && !isKind(one.name) && !isNotation(one.name)) continue;
      const part = this.part(one, scope, fields);
      const words = { type: 'text', text: this.source.slice(at, one.start) } as const;
      if (words.text !== '') pieces.push({ at, part: words });
      if (part) pieces.push({ at: one.start, part });
      at = this.behind(one);
    }
    if (at < end) pieces.push({ at, part: { type: 'text', text: this.source.slice(at, end) } });
    return pieces;
  }

  /** Where the report goes on behind a directive: the lines of some are no lines of the report. */
  private behind({ name, form, end }: Directive): number {
    if (form !== 'leaf' || (name !== 'template' && name !== 'page')) return end;
    const newlines = /^\n*/.exec(this.source.slice(end))?.[0].length ?? 0;
    return end + (name === 'template' ? newlines : Math.min(newlines, 1));
  }

  private part(one: Directive, scope: Scope, fields: Record<string, Field>): Part | null {
    if (isUnclosed(one, this.source)) return this.unclosed(one);
    return isNotation(one.name) ? this.ofNotation(one.name, one, scope) : this.field(one, fields);
  }

  /** Only what can be said of each directive by itself: where it belongs is not known. */
  private unclosed(one: Directive): null {
    const colon = ':'.repeat(colons(one, this.source));
    this.tell(one.start, `${one.name}: it is not closed`, `write a line of ${colon} below its last line`);
    for (const child of one.children) {
      if (!isUnclosed(child, this.source) && !isNotation(child.name)) this.ownMistakes(child);
    }
    return null;
  }

  private ownMistakes(one: Directive): Field | null {
    if (!isKind(one.name)) {
      const all = 'text, prose, choice, choices, number, ratio, found, date, list, code, location, checklist';
      this.tell(one.start, `there is no kind of field "${one.name}"`, `use ${all} or one-of`);
      return null;
    }
    const { field, mistakes } = fieldOf(one.name, one, this.source);
    for (const what of mistakes) this.tell(one.start, `${one.name}: ${what}`);
    return field;
  }

  private field(one: Directive, fields: Record<string, Field>): Part | null {
    const field = this.ownMistakes(one);
    if (!field) return null;
    for (const child of one.children) {
      if (child.marked && (isKind(child.name) || isNotation(child.name)))
        this.tell(child.start, `${child.name}: it cannot stand inside of a field`, 'put it above or below');
    }
    const taken = Object.hasOwn(fields, field.id);
    if (taken && field.id !== '')
      this.tell(one.start, `the name "${field.id}" is taken by a field before it`, oneName);
    // One without a name of its own still has a place, whose mistakes are told too.
    if (taken || field.id === '') field.id = `${field.id}@${one.start}`;
    fields[field.id] = field;
    return { type: 'field', field: field.id };
  }

  private ofNotation(name: Notation, one: Directive, scope: Scope): Part | null {
    const mistakes = misuse(name, one, scope);
    for (const { what } of mistakes) this.tell(one.start, what, `write ${written(name)}`);
    if (mistakes.some((mistake) => mistake.fatal)) return null;
    const parts: Record<Notation, () => Part | null> = {
      template: () => takeHead(one, this.result, this.tell),
      page: () => takePage(one, this.result, this.tell),
      count: () => countOf(one, this.tell),
      index: () => indexOf(one, this.tell),
      about: () => aboutOf(one, this.tell),
      outcomes: () => derivedOf('outcomes', one, this.tell),
      unlinked: () => derivedOf('unlinked', one, this.tell),
      issues: () => this.issues(one),
      items: () => this.items(one),
    };
    return parts[name]();
  }

  private issues(one: Directive): Part | null {
    const severity = severityOf(one, this.tell);
    const taken = severity !== null && this.result.issues.some((block) => block.severity === severity);
    if (taken)
      this.tell(one.start, `the ${severity} issues have a place already`, 'give each severity one place');
    this.result.issues.push({ ...this.repeat(one, 'issues'), severity: taken ? null : severity });
    return severity === null || taken ? null : { type: 'issues', severity };
  }

  private items(one: Directive): Part | null {
    const { id = '' } = one.attributes;
    for (const what of nameMistakes(one.attributes.id)) this.tell(one.start, `items: ${what}`);
    const taken = this.result.lists.some((list) => list.id === id);
    if (taken && id !== '') this.tell(one.start, `the name "${id}" is taken by a list before it`, oneName);
    const list = taken || id === '' ? `${id}@${one.start}` : id;
    this.result.lists.push({ ...this.repeat(one, 'items'), id: list });
    return { type: 'items', list };
  }

  private repeat(one: Directive, scope: Scope): Repeat {
    const fields: Record<string, Field> = {};
    const { start, end } = one.inner ?? { start: one.end, end: one.end };
    const pieces = this.stretch(start, end, one.children, scope, fields);
    return { at: one.start, attributes: one.attributes, pieces, fields };
  }
}

/** What is said of a list as a whole is kept beside the answers of the fields, so their names have to differ. */
function checkNames(pieces: LayoutPart[], lists: Pieces['lists'], tell: Tell): void {
  for (const { field, at } of fieldsIn(pieces)) {
    const list = lists.find((one) => one.id === field);
    if (!list) continue;
    const [later, other] = list.at > at ? [list.at, 'field'] : [at, 'list'];
    tell(later, `the name "${field}" is taken by a ${other} before it`, oneName);
  }
}
