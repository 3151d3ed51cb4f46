import type { Field } from '../../fields/field.ts';
import type { IssueField } from '../../fields/issue.ts';
import type { Answer } from '../../fields/value.ts';
import { containBlock, containStart, type Landmark } from '../../markdown/contain.ts';
import { apart, apartFrom } from '../../markdown/contain-line.ts';
import { isRule } from '../../markdown/line.ts';
import { isPlain } from '../../markdown/plain.ts';
import { derivedWords } from '../../review/previous/derived-words.ts';
import { type Issue, type Item, issuesOf, type Review } from '../../review/review.ts';
import type { Derived, IssueBlock, ListBlock, Part, Template } from '../../template/template.ts';
import { answerText, cleanText } from '../answer-text.ts';
import { type About, linked, type Names, namesIn, namesOf } from '../issue-links.ts';
import { issueNotesComment, landmarksOf, notesComment } from '../landmarks.ts';
import { normalize } from '../normalize.ts';
import { overridesText } from '../overrides.ts';
import { type Following, followingText, nothing } from './following-text.ts';
import { indented, shifted } from './indent.ts';
import { segmentsFor } from './issue-segments.ts';
import type { Output } from './output.ts';
import { exempted, type Scope } from './scope.ts';
import { between, type WrittenIssues } from './written-issues.ts';

/** Writes a template with the answers of a review in its holes. */
export class Writer {
  private readonly template: Template;
  /** `null` writes the blank template. */
  private readonly review: Review | null;
  private out: Output;
  private readonly names: Names;
  private readonly isLandmark: Landmark;
  private readonly later: ((issues: WrittenIssues) => void) | null;

  /** @param later is given the issues instead of writing them, where they are written by somebody else */
  constructor(
    template: Template,
    review: Review | null,
    out: Output,
    later: ((issues: WrittenIssues) => void) | null = null,
  ) {
    this.template = template;
    this.review = review;
    this.out = out;
    this.names = namesIn(template, review?.issues ?? []);
    this.isLandmark = landmarksOf(template).inAnswer;
    this.later = later;
  }

  document(): void {
    const answers = this.review?.answers ?? {};
    this.parts(this.template.parts, {
      fields: this.template.fields,
      answer: (field) => answers[field],
      place: (field) => ({ field }),
      index: 1,
      about: [],
    });
  }

  private parts(parts: Part[], scope: Scope): void {
    const after = followingText(parts);
    parts.forEach((part, at) => {
      if (part.type === 'text') this.out.fixed(part.text);
      else if (part.type === 'field') this.field(part.field, scope, after[at] ?? nothing);
      else if (part.type === 'index') this.out.fixed(this.review ? String(scope.index) : part.blank);
      else if (part.type === 'about') this.about(part, scope);
      else if (part.type === 'count') this.out.fixed(this.count(part));
      else if (part.type === 'derived') this.out.fixed(this.derived(part));
      else if (part.type === 'optional') {
        if (this.says(part.parts, scope)) this.parts(part.parts, scope);
      } else if (part.type === 'issues') this.issues(this.template.issues[part.severity]);
      else if (part.type === 'items') this.items(this.template.lists[part.list]);
      else if (part.type === 'notes') this.notes(this.review?.notes[part.section], notesComment);
      else this.overrides();
    });
  }

  private field(id: string, scope: Scope, after: Following): void {
    const field = scope.fields[id];
    if (!field) return;
    if (this.out.marks) this.out.markField(scope.place(id));
    if (!this.review) {
      this.out.answer(field.bare ? field.placeholder.slice(1, -1) : field.placeholder, field.indent);
      return;
    }
    const answer = scope.answer(id);
    const words = answerText(field, answer, this.isLandmark);
    const own =
      answer === undefined || words === field.placeholder ? words : this.contained(field, words, after);
    const first = field.place === 'block' && this.out.underLine && !isPlain(own) ? '\n' : '';
    this.out.answer(first + own, field.indent);
  }

  /** An answer told from the words behind it in its line, and, at the start of a line, from what begins a block. */
  private contained(field: Field, words: string, after: Following): string {
    const parted = after.border === '' ? words : apart(words, after.border);
    // Signs of the template and of the answer can make a divider together: `* **` and `**` and `**`.
    if (!/[^\s*_-]/.test(parted) && isRule(this.out.lineStart + parted + after.line))
      return apartFrom(parted);
    if (inBlocks.has(field.kind) || parted.includes('\n')) return parted;
    const before = this.out.lineStart;
    const starts = /^\s*(?:[-*+] |\d+[.)] )?$/.test(before);
    return starts ? containStart(parted, { isLandmark: this.isLandmark, before }) : parted;
  }

  private about({ before, after }: About, { about }: Scope): void {
    if (about.length > 0) this.out.fixed(before + about.join(', ') + after);
  }

  private count(part: Part & { type: 'count' }): string {
    if (!this.review) return part.blank;
    const count = issuesOf(this.review, part.severity).length;
    return `${count} ${count === 1 ? part.noun.replace(/s$/, '') : part.noun}`;
  }

  private derived(part: Derived): string {
    const { review, template, names } = this;
    const list = template.lists[part.list];
    if (!review || !list) return part.blank;
    const items = (review.items[list.id] ?? []).map((item) => linked(template, list, item, names));
    return derivedWords(template, part, items, review.issues, names.byId);
  }

  /** Whether something in these parts would be read back from the report. */
  private says(parts: Part[], scope: Scope): boolean {
    const { review, template } = this;
    const answered = (field: Field | undefined, answer: Answer | undefined): boolean =>
      field !== undefined && answerText(field, answer, () => false) !== field.placeholder;
    const list = (block: ListBlock): boolean =>
      (review?.items[block.id] ?? []).some(
        (item) =>
          namesOf(linked(template, block, item, this.names), this.names).length > 0 ||
          Object.values(block.fields).some((field) => answered(field, item.answers[field.id])),
      ) || 'notApplicable' in (review?.answers[block.id] ?? {});
    return parts.some((part) => {
      if (!review) return false;
      if (part.type === 'field') return answered(scope.fields[part.field], scope.answer(part.field));
      if (part.type === 'optional') return this.says(part.parts, scope);
      if (part.type === 'issues') return issuesOf(review, part.severity).length > 0;
      if (part.type === 'notes') return cleanText(review.notes[part.section] ?? '').trim() !== '';
      const block = part.type === 'items' ? template.lists[part.list] : undefined;
      return block !== undefined && list(block);
    });
  }

  private issues(block: IssueBlock | undefined): void {
    if (!block) return;
    if (!this.review) {
      this.issue(block, null, 1);
      return;
    }
    const issues = issuesOf(this.review, block.severity);
    if (issues.length === 0) this.out.fixed(block.none);
    else if (this.later)
      this.later({ issues, between, write: (at, out) => this.apart(block, issues, at, out) });
    else
      for (const at of issues.keys()) {
        if (at > 0) this.out.fixed(between);
        this.wholeIssue(block, issues, at);
      }
  }

  /** Writes an issue into an output of its own. */
  private apart(block: IssueBlock, issues: Issue[], at: number, out: Output): void {
    const own = this.out;
    this.out = out;
    this.wholeIssue(block, issues, at);
    this.out = own;
  }

  private wholeIssue(block: IssueBlock, issues: Issue[], at: number): void {
    const issue = issues[at] ?? null;
    this.issue(block, issue, at + 1);
    this.notes(issue?.note, issueNotesComment);
  }

  private issue(block: IssueBlock, issue: Issue | null, index: number): void {
    const scope: Scope = {
      fields: block.fields,
      answer: (field) => issue?.answers[field as IssueField],
      place: (field) => ({ issue: issue?.id ?? '', field: field as IssueField }),
      index,
      about: [],
    };
    segmentsFor(this.template, block, issue).forEach((segment, at) => {
      if (at > 0) this.out.fixed('\n');
      this.parts(segment.parts, scope);
    });
  }

  private items(block: ListBlock | undefined): void {
    if (!block) return;
    this.out.mark(block.id);
    const items = this.review?.items[block.id] ?? [];
    const none = this.review?.answers[block.id];
    if (items.length === 0 && none && 'notApplicable' in none)
      this.out.fixed(answerText(exempted, none, () => false));
    else if (items.length === 0 && !this.hasNotes(block)) this.item(block, { id: '', answers: {} }, 1);
    for (const [at, item] of items.entries()) {
      if (at > 0) this.out.fixed(block.between);
      this.out.mark(`list/${block.id}/${item.id}`);
      this.item(block, item, at + 1);
    }
  }

  /** Whether the section of a list, or its optional page, says something in words of its own beside a sample. */
  private hasNotes({ section, page: id }: ListBlock): boolean {
    const page = this.template.pages.find((one) => one.id === id);
    const sections = page?.optional ? page.sections : [section];
    return sections.some((one) => cleanText(this.review?.notes[one] ?? '').trim() !== '');
  }

  private item(block: ListBlock, given: Item, index: number): void {
    const item = linked(this.template, block, given, this.names);
    const numbered = block.parts[0]?.type === 'index';
    // Behind "10." what belongs to the item stands one column further right than behind "1.".
    const shift = numbered ? String(index).length - 1 : 0;
    const parts = shift === 0 ? block.parts : block.parts.map((part) => shifted(part, shift));
    this.parts(parts, {
      fields: shift === 0 ? block.fields : indented(block.fields, shift),
      answer: (field) => item.answers[field],
      place: (field) => ({ list: block.id, item: item.id, field }),
      index,
      about: namesOf(item, this.names),
    });
  }

  /** Numbered as a reader will find them. */
  private overrides(): void {
    if (!this.review?.overrides) return;
    // Where an issue stands does not depend on its answers.
    const said = overridesText(normalize(this.template, this.review, (issue) => issue));
    if (said !== '') this.out.fixed(`\n\n${said}`);
  }

  private notes(text: string | undefined, mark: string): void {
    const note = cleanText(text ?? '');
    if (note.trim() === '') return;
    const { inNotes } = landmarksOf(this.template);
    this.out.fixed(
      `\n\n${mark}\n\n${containBlock(note, { isLandmark: inNotes, headings: mark === notesComment })}`,
    );
  }
}

/** Kinds that write more than a line, and look at where it stands. */
const inBlocks: ReadonlySet<Field['kind']> = new Set(['prose', 'list', 'code', 'checklist', 'one-of']);
