import type { Severity } from '../../fields/issue.ts';
import { releaseBlock } from '../../markdown/contain.ts';
import type { Line } from '../../markdown/scan.ts';
import type { Item } from '../../review/review.ts';
import type { ListBlock, Template } from '../../template/template.ts';
import { parseAnswer } from '../answer-text.ts';
import { type Names, namesIn, takeLastNames, takeNames } from '../issue-links.ts';
import { resolved, takeOverrides, type WrittenOverride } from '../overrides.ts';
import type { ReadReport } from '../read-result.ts';
import { withStatements } from './apply-statements.ts';
import type { CutReport, Stretch, UnreadIssue } from './cutting/stretch.ts';
import { closedDoubts, fieldDoubts, issueDoubts, strangerIn } from './field-doubts.ts';
import { isUnanswered, readIssue, unsaidIn } from './issue.ts';
import { readItems } from './items.ts';
import { labelsIn, type Relabeled } from './labels.ts';
import type { Leniency } from './leniency.ts';
import { joined, type Passage, passageOf, sectionsAsWritten } from './passage.ts';
import { type Body, readBody } from './section.ts';
import { blankSeverities, statedCounts, statedWords } from './summary-counts.ts';
import { openVerdicts, wrongCounts } from './summary-doubts.ts';

/** The review that a report holds, once it is cut. Never fails: what fits no field is kept as a note of its section. */
export function readCut(
  template: Template,
  lines: Line[],
  report: CutReport,
  leniency: Leniency,
): ReadReport {
  const builder = new ReviewBuilder(template, lines, report, leniency);
  builder.run();
  return builder.read;
}

class ReviewBuilder {
  readonly read: ReadReport;
  private readonly template: Template;
  private readonly lines: Line[];
  private readonly stretches: Stretch[];
  private readonly report: CutReport;
  private readonly leniency: Leniency;
  private readonly blank: Set<Severity>;
  private readonly stated: ReturnType<typeof statedCounts>;
  /** Lines of the template's own, wherever they stand: they say nothing. */
  private readonly fixed: ReadonlySet<string>;
  private count = 0;
  /** The ids of the issues by the numbers that the report gives them. */
  private readonly written = new Map<string, string[]>();
  /** The numbers that the issues have from now on. */
  private numbers: ReadonlySet<string> = new Set();
  /** What the report says of errors that are overridden. */
  private readonly standing: WrittenOverride[] = [];
  private names: Names = { byId: new Map(), byName: new Map() };

  constructor(template: Template, lines: Line[], report: CutReport, leniency: Leniency) {
    const { stretches, ofTemplate } = report;
    this.report = report;
    this.template = template;
    this.lines = lines;
    this.stretches = stretches;
    this.leniency = leniency;
    this.fixed = new Set(template.sections.flatMap((section) => section.fixed));
    this.blank = blankSeverities(template, stretches);
    this.stated = new Map([...report.counts, ...statedCounts(stretches)]);
    this.read = {
      review: { answers: {}, issues: [], items: {}, notes: {} },
      ofTemplate,
      lines: new Map(),
      unclear: [],
      unplaced: 0,
      stated: Object.fromEntries([...this.stated].map(([severity, { count }]) => [severity, count])),
      unsaid: [],
      derived: statedWords(stretches),
      clashes: [],
    };
  }

  run(): void {
    // The issues first, in all of the report: what is said of them elsewhere names them by their numbers.
    for (const { issues, doubt, section } of this.stretches)
      for (const issue of issues) this.issue(doubt === undefined ? issue : { doubt, ...issue }, section.id);
    this.names = this.namesAsWritten();
    for (const stretch of this.stretches) this.stretch(stretch);
    this.overrides();
    const { review } = this.read;
    const stated = withStatements(this.template, review, this.report.statements);
    const keys = new Set(stated.map(({ key }) => key));
    // What is read elsewhere is not left open any more.
    this.read.unclear = [...this.read.unclear.filter(({ key }) => !keys.has(key)), ...stated];
    const { unclear } = this.read;
    unclear.push(...wrongCounts(this.template, review, this.stated));
    unclear.push(...openVerdicts(this.template, this.read, this.lines));
    unclear.sort((one, other) => one.line - other.line);
    this.read.unplaced = [...Object.values(review.notes), ...review.issues.map((issue) => issue.note ?? '')]
      .flatMap((note) => note.split('\n'))
      .filter((line) => line.trim() !== '').length;
  }

  /** Errors that stand with a reason, once everything that they may be about has been read. */
  private overrides(): void {
    const { review } = this.read;
    const { overrides, lost } = resolved(review, this.standing);
    if (overrides.length > 0) this.read.review = { ...review, overrides };
    for (const { section, source } of lost)
      review.notes[section] = review.notes[section] ? `${review.notes[section]}\n\n${source}` : source;
  }

  /** The names of the issues as the report itself numbers them, which may leave one out. */
  private namesAsWritten(): Names {
    const { byId, byName } = namesIn(this.template, this.read.review.issues);
    const written = [...this.written].filter(([, ids]) => ids.length === 1);
    for (const [name, ids] of this.written) {
      for (const id of ids) {
        const now = byId.get(id);
        if (now === undefined || now === name) continue;
        const line = this.read.lines.get(`issue/${id}`) ?? 0;
        const what = `it is ${name} in the report; by its place it is ${now} from now on`;
        this.read.unclear.push({ key: `issue/${id}/title`, line, what });
        this.read.clashes.push({ of: ids.length > 1 ? 'number' : 'order', issue: id, says: name });
      }
    }
    this.numbers = new Set(byId.values());
    const numbered = new Set([...this.written.values()].flat());
    const others = [...byName].filter(([name, id]) => !this.written.has(name) && !numbered.has(id));
    const own = written.map(([name, [id = '']]) => [name, id] as const);
    return { byId, byName: new Map([...others, ...own]) };
  }

  private readonly newId = () => `i${++this.count}`;

  private stretch(stretch: Stretch): void {
    const { section, lines, foreign, marked } = stretch;
    const { review, unclear } = this.read;
    for (const doubt of closedDoubts(stretch)) unclear.push(doubt);
    const said = takeOverrides(lines, section.id);
    for (const one of said.stated) this.standing.push(one);
    const expected = { slots: section.slots, asked: section.slots.length, fields: this.template.fields };
    const present = labelsIn(said.lines, expected);
    const relabeled: Relabeled = present.complete
      ? { lines: said.lines, leftover: [] }
      : this.leniency.relabel(said.lines, expected, present);
    const body = readBody(section.slots, this.fixed, relabeled.lines, {
      fields: this.template.fields,
      isTaken: (id) => id in review.answers,
      ...(relabeled.sources && { sources: relabeled.sources }),
      // What a stretch of this template with all its labels holds is as this program writes it.
      parse: present.complete && this.report.ofTemplate ? parseAnswer : this.report.parse,
    });
    this.answers(body);
    let { loose } = body;
    if (section.field !== undefined) loose = this.field(section.field, loose);
    const list = section.list === undefined ? undefined : this.template.lists[section.list];
    if (list) loose = this.items(list, loose);
    const block = section.severity && this.template.issues[section.severity];
    if (block && loose.text.trim() === block.none) {
      const { severity, page, none: says } = block;
      if (review.issues.some((issue) => issue.severity === severity))
        this.read.clashes.push({ of: 'none', page, says });
      loose = { ...loose, text: '' };
    }
    const { text: under, at } = passageOf(marked);
    const rest = [
      loose,
      ...body.rest,
      passageOf(relabeled.leftover),
      ...sectionsAsWritten(foreign),
      body.notes,
    ];
    const note = [joined(rest), releaseBlock(under)].filter(Boolean).join('\n\n');
    if (note === '') return;
    const { notes } = review;
    notes[section.id] = notes[section.id] ? `${notes[section.id]}\n\n${note}` : note;
    const first = rest
      .filter(({ text }) => text.trim() !== '')
      .reduce((least, one) => Math.min(least, one.at), Infinity);
    this.at(`note/${section.id}`, Number.isFinite(first) ? first : at);
  }

  /** Keeps the first line that is said of a place. */
  private at(key: string, line: number): void {
    if (!this.read.lines.has(key)) this.read.lines.set(key, line + 1);
  }

  private answers({ answers, places, doubts }: Body): void {
    Object.assign(this.read.review.answers, answers);
    for (const [id, at] of Object.entries(places)) this.at(id, at);
    this.read.unclear.push(...fieldDoubts('', this.template.fields, doubts));
  }

  private field(id: string, loose: Passage): Passage {
    const field = this.template.fields[id];
    if (!field || id in this.read.review.answers) return loose;
    const { answer, rest } = this.report.parse(field, `\n${loose.text}`);
    if (answer) {
      this.read.review.answers[id] = answer;
      this.at(id, loose.at);
    }
    return { text: rest, at: loose.at };
  }

  private items(list: ListBlock, loose: Passage): Passage {
    const { answers, items } = this.read.review;
    const found = readItems(list, loose, {
      newId: this.newId,
      blank: this.blank.size > 0,
      takeIssues: (about, text, from) =>
        from === 'start'
          ? takeNames(this.template, about, text, this.names)
          : takeLastNames(this.template, text, this.names),
      leniency: this.leniency,
    });
    if (found.items.length > 0) items[list.id] = [...(items[list.id] ?? []), ...found.items];
    if (found.none) answers[list.id] = found.none;
    for (const item of found.items as Item[]) {
      const at = found.places.get(item.id) ?? loose.at;
      this.at(`list/${list.id}/${item.id}`, at);
      for (const field of Object.keys(item.answers)) this.at(`list/${list.id}/${item.id}/${field}`, at);
      this.read.unclear.push(...strangerIn(list, item, at, this.names, this.numbers));
    }
    return { text: found.rest, at: loose.at };
  }

  private issue(found: UnreadIssue, section: string): void {
    const block = this.template.issues[found.severity];
    const read = block && readIssue(this.template, block, found, this.newId, this.leniency);
    if (!read || (this.blank.has(block.severity) && isUnanswered(read.issue))) return;
    const { issue } = read;
    this.read.review.issues.push(issue);
    const { number } = found;
    const named = number === undefined ? undefined : this.written.get(number);
    if (named) named.push(issue.id);
    else if (number !== undefined) this.written.set(number, [issue.id]);
    this.read.unsaid.push(...unsaidIn(block, read));
    this.at(`issue/${issue.id}`, found.at);
    if (issue.note !== undefined) this.at(`issue-note/${issue.id}`, read.noteAt);
    for (const doubt of issueDoubts(block, read, found, section)) this.read.unclear.push(doubt);
    const says = read.says?.severity ?? found.says;
    if (says) this.read.clashes.push({ of: 'severity', issue: issue.id, says: says.toUpperCase() });
  }
}
