import { done, failed, type Result } from '../failure.ts';
import type { Severity } from '../fields/issue.ts';
import { directives } from '../markdown/directives.ts';
import { address } from './address.ts';
import { Mistakes, type Tell } from './mistakes.ts';
import { type Outline, outline, type PageNames } from './outline.ts';
import { withOverrides } from './overrides.ts';
import { pageStarts, pagesOf, withNotes, withOptional } from './pages.ts';
import { completeDerived } from './parts/derived.ts';
import { completeIssues, issueBlock, issueLevel } from './parts/issue-block.ts';
import { fieldsIn, type LayoutLine, toLines } from './parts/layout.ts';
import { listBlock } from './parts/list-block.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import type { IssueBlock, ListBlock, Template } from './template.ts';

/** A template, and where in its file its fields, blocks and sections stand: by their addresses, as problems say it. */
export interface Compiled {
  template: Template;
  where: Map<string, string>;
}

/** Makes a template from its Markdown file. */
export function compile(markdown: string, file: string): Result<Template> {
  const compiled = compileWithPlaces(markdown, file);
  return compiled.ok ? done(compiled.value.template) : compiled;
}

/**
 * Makes a template from its Markdown file. All mistakes are told at once, each with its line and column.
 * @param file the name that problems give as their place
 */
export function compileWithPlaces(markdown: string, file: string): Result<Compiled> {
  const source = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const mistakes = new Mistakes(source, file);
  const { tell } = mistakes;
  if (source.trim() === '') tell(0, 'it is empty', 'begin it with ::template{name=my-review version=1}');
  else {
    const pieces = piecesOf(source, directives(source), tell);
    checkHead(pieces, tell);
    const lines = toLines(pieces.pieces);
    const names = pageNames(source, lines, pieces, tell);
    const shape = outline(lines, names, { fields: pieces.fields, tell });
    if (!shape.sections.some((section) => section.heading !== ''))
      tell(0, 'it has no heading', 'give it a title and "## " headings: they are the pages of the wizard');
    checkLevels(shape, pieces, tell);
    const template = assembled(pieces, lines, names, shape, tell);
    if (mistakes.problems().length === 0)
      return done({ template, where: placesOf(pieces, lines, shape, mistakes) });
  }
  return failed(...mistakes.problems());
}

function checkHead({ head }: Pieces, tell: Tell): void {
  if (head?.attributes.name) return;
  tell(
    head?.start ?? 0,
    'a template has to say its name',
    'begin the file with ::template{name=my-review version=1}',
  );
}

/** Each page's name by the line of the heading above it. */
function pageNames(source: string, lines: LayoutLine[], { pages }: Pieces, tell: Tell): PageNames {
  const names: PageNames = new Map();
  for (const page of pages) {
    const above = lineAbove(source, page.start);
    const at = lines.findIndex((line) => line.at === above);
    const named = names.has(at);
    if (named) tell(page.start, 'page: its heading has a name already', 'leave one of them');
    else if (!/^#{1,2}[ \t]/.test(lines[at]?.text ?? ''))
      tell(page.start, 'page: no heading of a page is above it', 'put it right below a # or ## heading');
    else {
      const optional = page.attributes.optional !== undefined;
      if (optional && at === lines.findIndex(({ text }) => /^#{1,2}[ \t]/.test(text)))
        tell(page.start, 'page: the first one is always there', 'take "optional" away');
      names.set(at, { id: page.attributes.id, name: page.label, optional });
    }
  }
  return names;
}

/** Where the line above begins that is not itself the name of a page; -1 at the top. */
function lineAbove(source: string, at: number): number {
  if (at === 0) return -1;
  const above = source.lastIndexOf('\n', at - 2) + 1;
  return source.startsWith('::page', above) ? lineAbove(source, above) : above;
}

/** A reader of reports takes a heading below that of a severity for an issue. */
function checkLevels({ sections }: Outline, { issues }: Pieces, tell: Tell): void {
  for (const block of issues) {
    const above = sections.find((section) => section.severity === block.severity)?.level;
    const found = issueLevel(block);
    if (above !== undefined && found && found.level <= above)
      tell(
        found.at,
        'the heading of an issue is no deeper than the one above it',
        `begin it with ${'#'.repeat(above + 1)}`,
      );
  }
}

function assembled(
  pieces: Pieces,
  lines: LayoutLine[],
  names: PageNames,
  shape: Outline,
  tell: Tell,
): Template {
  const issues: Partial<Record<Severity, IssueBlock>> = {};
  for (const one of pieces.issues) {
    const block = issueBlock(one.severity ?? 'low', one, tell);
    if (one.severity) issues[one.severity] = block;
  }
  completeIssues(issues);
  const lists: Record<string, ListBlock> = {};
  for (const one of pieces.lists) lists[one.id] = listBlock(one.id, one, tell);
  const words = Object.values(issues).map(({ word }) => word);
  completeDerived(pieces.pieces, lists, words, tell);
  for (const { field, at } of [pieces, ...pieces.issues].flatMap((one) => fieldsIn(one.pieces))) {
    if ([pieces, ...pieces.issues].some((one) => one.fields[field]?.optional))
      tell(at, 'only a line of an item can be optional, or a page', 'take "optional" away');
  }
  const made = {
    format: 3 as const,
    name: pieces.head?.attributes.name ?? '',
    version: pieces.head?.attributes.version ?? '1',
    title: shape.sections.find((section) => section.level === 1)?.heading ?? '',
    fields: pieces.fields,
    issues,
    lists,
    sections: shape.sections,
  };
  const pages = pagesOf(made, names, lines, shape.starts);
  return {
    ...made,
    pages,
    parts: withOptional(withOverrides(withNotes(lines, shape)), pageStarts(shape), names),
  };
}

/** Where each field, block and section stands, for those who find something wrong with it later. */
function placesOf(
  pieces: Pieces,
  lines: LayoutLine[],
  shape: Outline,
  mistakes: Mistakes,
): Compiled['where'] {
  const at = new Map<string, number>();
  for (const [index, section] of shape.sections.entries())
    at.set(address.section(section.id), lines[shape.starts[index] ?? 0]?.at ?? 0);
  for (const one of fieldsIn(pieces.pieces)) at.set(one.field, one.at);
  for (const block of pieces.issues) {
    const severity = block.severity ?? 'low';
    at.set(address.issues(severity), block.at);
    for (const one of fieldsIn(block.pieces)) at.set(address.issues(severity, one.field), one.at);
  }
  for (const list of pieces.lists) {
    at.set(address.items(list.id), list.at);
    for (const one of fieldsIn(list.pieces)) at.set(address.items(list.id, one.field), one.at);
  }
  return new Map([...at].map(([key, offset]) => [key, mistakes.where(offset)]));
}
