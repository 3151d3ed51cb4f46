import type { Field } from '../fields/field.ts';
import { type IssueField, issueFields, type Severity, severities } from '../fields/issue.ts';
import { isKind } from '../fields/kinds.ts';
import { type Directive, directives } from '../markdown/directives.ts';
import type { Problem, Result } from '../problem.ts';
import { fieldOf } from './field-of.ts';
import { fromLines, toLines } from './layout.ts';
import { outline, type PageNames } from './outline.ts';
import { pagesOf, withNotes } from './pages.ts';
import { issueBlock, listBlock } from './repeated.ts';
import type { IssueBlock, ListBlock, Part, Template } from './template.ts';

/** Directives of the notation that are no field. */
const grammar = ['template', 'page', 'issues', 'items', 'count', 'index'];

/**
 * Makes a template from its Markdown file. All mistakes are told at once, each with its line and column.
 * @param file the name that problems give as their place
 */
export function compile(markdown: string, file: string): Result<Template> {
  const source = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const compiler = new Compiler(source, file);
  const template = compiler.template();
  if (compiler.problems.length === 0) return { ok: true, value: template };
  return {
    ok: false,
    problems: compiler.problems
      .sort((one, other) => one.at - other.at)
      .map(({ at: _, ...problem }) => problem),
  };
}

/** One run over one template. Collects what it finds; `problems` is empty when all is well. */
class Compiler {
  readonly problems: (Problem & { at: number })[] = [];
  readonly source: string;
  readonly file: string;
  private readonly offsets = new Map<string, number>();
  private readonly issues: Partial<Record<Severity, IssueBlock>> = {};
  private readonly lists: Record<string, ListBlock> = {};
  private readonly fields: Record<string, Field> = {};

  constructor(source: string, file: string) {
    this.source = source;
    this.file = file;
  }

  template(): Template {
    const found = directives(this.source);
    const head = found.find((one) => one.name === 'template');
    if (!head?.attributes.name) {
      this.mistake(
        0,
        'a template has to say its name',
        'begin the file with ::template{name=my-review version=1}',
      );
    }
    const pages: { after: number; id: string; name: string }[] = [];
    const parts = this.parts(0, this.source.length, found, this.fields, '', pages);
    const raw = toLines(parts).map((line) => ({ ...line }));
    const { lines, names } = takePages(raw, pages);
    const shape = outline(lines, this.fields, names);
    for (const { field, what } of shape.mistakes)
      this.mistake(this.offsets.get(field) ?? 0, what, 'see README, "A template of your own"');
    this.completeIssues();
    const made = {
      format: 1 as const,
      name: head?.attributes.name ?? '',
      version: head?.attributes.version ?? '1',
      title: shape.sections.find((section) => section.level === 1)?.heading ?? '',
      fields: this.fields,
      issues: this.issues,
      lists: this.lists,
      sections: shape.sections,
    };
    const pageList = pagesOf(made, names, lines, shape.starts);
    if (pageList.length === 0)
      this.mistake(
        0,
        'it has no heading',
        'give it a title and "## " headings: they are the pages of the wizard',
      );
    return { ...made, pages: pageList, parts: fromLines(withNotes(lines, shape)) };
  }

  private mistake(at: number, what: string, remedy: string): void {
    const before = this.source.slice(0, at).split('\n');
    const where = `${this.file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    this.problems.push({ where, what, remedy, at });
  }

  /** The pieces of a stretch of the source. Fields are put into `fields`, page names into `pages`. */
  private parts(
    start: number,
    end: number,
    found: Directive[],
    fields: Record<string, Field>,
    scope: string,
    pages: { after: number; id: string; name: string }[],
  ): Part[] {
    const parts: Part[] = [];
    let at = start;
    for (const one of found) {
      const known = grammar.includes(one.name) || isKind(one.name);
      if (!known && one.form === 'text' && !one.marked) continue;
      let text = this.source.slice(at, one.start);
      at = one.end;
      if (one.name === 'template' || one.name === 'page') {
        // Its line is no line of the report.
        at = this.source[at] === '\n' ? at + 1 : at;
        if (one.name === 'template') {
          while (this.source[at] === '\n') at += 1;
          text = text.trimStart();
        } else
          pages.push({
            after: newlines(parts) + newlines([{ type: 'text', text }]) - 1,
            id: one.attributes.id ?? '',
            name: one.label,
          });
      }
      if (text !== '') parts.push({ type: 'text', text });
      const part = this.part(one, fields, scope);
      if (part) parts.push(part);
    }
    if (at < end) parts.push({ type: 'text', text: this.source.slice(at, end) });
    return parts;
  }

  private part(one: Directive, fields: Record<string, Field>, scope: string): Part | null {
    if (one.name === 'template' || one.name === 'page') return null;
    if (one.name === 'index') return { type: 'index', blank: one.label || '1' };
    if (one.name === 'count') return this.count(one);
    if (one.name === 'issues') return this.issuesPart(one);
    if (one.name === 'items') return this.itemsPart(one);
    if (!isKind(one.name)) {
      this.mistake(
        one.start,
        `there is no kind of field "${one.name}"`,
        'use text, prose, choice, choices, number, ratio, found, date, list, code, location, checklist or one-of',
      );
      return null;
    }
    const { field, mistakes } = fieldOf(one.name, one, this.source);
    for (const what of mistakes)
      this.mistake(one.start, `${one.name}: ${what}`, 'correct it, or see README, "A template of your own"');
    if (field.id in fields)
      this.mistake(
        one.start,
        `the name "${field.id}" is taken by a field before it`,
        'give each field a name of its own',
      );
    fields[field.id] = field;
    if (scope === '') this.offsets.set(field.id, one.start);
    return { type: 'field', field: field.id };
  }

  private severity(one: Directive): Severity | null {
    const severity = severities.find((name) => name === one.attributes.severity);
    if (!severity)
      this.mistake(
        one.start,
        `${one.name}: it has no severity`,
        `write {severity=…} with one of ${severities.join(', ')}`,
      );
    return severity ?? null;
  }

  private count(one: Directive): Part | null {
    const severity = this.severity(one);
    const noun = one.attributes.noun ?? 'issues';
    return severity && { type: 'count', severity, noun, blank: `[${one.label}] ${noun}` };
  }

  private issuesPart(one: Directive): Part | null {
    const severity = this.severity(one);
    if (!severity || !one.inner) return null;
    if (this.issues[severity])
      this.mistake(one.start, `the ${severity} issues have a place already`, 'give each severity one place');
    const fields: Record<string, Field> = {};
    const parts = this.parts(one.inner.start, one.inner.end, one.children, fields, severity, []);
    const none = one.attributes.none ?? `No ${severity} issues found.`;
    const { block, mistakes } = issueBlock(severity, parts, fields, none);
    this.issues[severity] = block;
    for (const { field, what } of mistakes) this.inside(one, field, what);
    return { type: 'issues', severity };
  }

  private itemsPart(one: Directive): Part | null {
    const id = one.attributes.id ?? '';
    if (id === '') this.mistake(one.start, 'items: it has no name', 'write {#name}');
    if (id in this.lists || id in this.fields)
      this.mistake(one.start, `the name "${id}" is taken`, 'give each list a name of its own');
    if (!one.inner) return null;
    const fields: Record<string, Field> = {};
    const parts = this.parts(one.inner.start, one.inner.end, one.children, fields, id, []);
    const { block, mistakes } = listBlock(id, parts, fields);
    this.lists[id] = block;
    for (const { field, what } of mistakes) this.inside(one, field, what);
    return { type: 'items', list: id };
  }

  private inside(container: Directive, field: string | undefined, what: string): void {
    const child = container.children.find((one) => field !== undefined && one.attributes.id === field);
    this.mistake(
      child?.start ?? container.start,
      `${child?.name ?? container.name}: ${what}`,
      'correct it, or see README, "A template of your own"',
    );
  }

  /** What one severity does not ask, it takes from the first that does, for issues that have an answer there. */
  private completeIssues(): void {
    for (const severity of severities) {
      const block = this.issues[severity];
      if (!block) continue;
      for (const id of issueFields) {
        const field = block.fields[id] ?? this.firstField(id);
        if (field) block.fields[id] = field;
      }
    }
  }

  private firstField(id: IssueField): Field | undefined {
    const asking = severities.find((severity) => this.issues[severity]?.asks.includes(id));
    return asking && this.issues[asking]?.fields[id];
  }
}

const newlines = (parts: Part[]): number =>
  parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.split('\n').length - 1 : 0), 0);

/** Each page's name by the line of the heading above it. */
function takePages<L>(
  lines: L[],
  pages: { after: number; id: string; name: string }[],
): { lines: L[]; names: PageNames } {
  return { lines, names: new Map(pages.map(({ after, id, name }) => [after, { id, name }])) };
}
