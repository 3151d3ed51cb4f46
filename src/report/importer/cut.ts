import type { Line } from '../../markdown/scan.ts';
import { folded, labelOf } from '../../template/parts/layout.ts';
import type { Section, Template } from '../../template/template.ts';
import { namesOf, notesComment } from '../landmarks.ts';
import { headingText } from '../reader/cutting/issue-number.ts';
import { emptyStretch, type Stretch, type UnreadIssue } from '../reader/cutting/stretch.ts';
import type { Headings } from './headings.ts';
import { issueFrom, type Sign, signOf } from './issues/issue-start.ts';
import { type KnownNames, knownNames } from './known-names.ts';
import { remarkOn } from './labels/heading-remarks.ts';
import { writtenLabel } from './labels/label-forms.ts';
import { looseName } from './vocabulary/names.ts';
import { severityOfHeading } from './vocabulary/severities.ts';
import { type Closing, closingAt, withoutClosing } from './vocabulary/statuses.ts';

/** Cuts a report at the headings that the template has, and under a severity at its issues. */
export function stretchesOf(template: Template, lines: Line[], headings: Headings): Stretch[] {
  const [head] = template.sections;
  if (!head) return [];
  const cutter = new Cutter(template, head, headings);
  for (const line of lines) cutter.take(line);
  return cutter.stretches;
}

class Cutter {
  readonly stretches: Stretch[];
  private readonly template: Template;
  private readonly headings: Headings;
  private current: Stretch;
  private level = 1;
  /** The level of the heading that began this page of the template. */
  private pageLevel = 1;
  /** The level of the issues' headings; 0 before the first. */
  private issueLevel = 0;
  /** Where lines go that are no heading. */
  private target: 'fields' | 'issue' | 'foreign' | 'marked' = 'fields';
  /** The last heading was of an issue that is not open. */
  private skipped = false;
  /** Sections of which labels stand where their heading is missing. */
  private readonly homeless: ReadonlySet<Section>;
  private readonly names: KnownNames;

  constructor(template: Template, head: Section, headings: Headings) {
    this.template = template;
    this.headings = headings;
    this.current = emptyStretch(head);
    this.stretches = [this.current];
    this.names = knownNames(template);
    this.homeless = new Set(
      template.sections.filter((section) => section !== head && !headings.found.has(section.id)),
    );
  }

  take(line: Line): void {
    const section = line.level === undefined ? undefined : this.headings.sections.get(line);
    if (section) {
      this.open(section, line.level ?? 2);
      const told =
        section.severity && !namesOf(section).includes(folded(line.title ?? ''))
          ? severityOfHeading(line.title ?? '')
          : null;
      if (told && !told.sure)
        this.current.doubt = `its severity is guessed from the heading "${line.title?.slice(0, 40)}"`;
      const remark = remarkOn(section, line.title ?? '');
      if (remark !== '') this.current.foreign.push({ ...line, text: remark });
    } else if (line.opens && line.text === notesComment) this.target = 'marked';
    else if (this.target === 'marked') this.current.marked.push(line);
    else if (line.level !== undefined) this.heading(line, line.level, line.title ?? '');
    else if (this.target === 'issue') this.inIssue(line);
    else if (!this.labelOfAnother(line)) this.push(line);
  }

  private open(section: Section, level: number): void {
    if (section.page !== this.current.section.page) this.pageLevel = level;
    this.current = emptyStretch(section);
    this.stretches.push(this.current);
    this.level = level;
    this.issueLevel = 0;
    this.target = 'fields';
    this.skipped = false;
  }

  /** A section of the report's own stands behind all of the page that it follows, not among its sections. */
  private leave(level: number): void {
    const { page } = this.current.section;
    const last = this.template.sections.findLast((section) => section.page === page);
    if (level <= this.pageLevel && last && last !== this.current.section) this.open(last, this.level);
  }

  private inIssue(line: Line): void {
    const issue = this.current.issues.at(-1);
    issue?.lines.push(line);
    issue?.source?.push(line);
  }

  private push(line: Line): void {
    (this.target === 'foreign' ? this.current.foreign : this.current.lines).push(line);
  }

  private heading(line: Line, level: number, title: string): void {
    const { section, lines } = this.current;
    const within = this.target === 'issue';
    const why = this.headings.ofTemplate ? undefined : this.headings.surroundings.quiet.get(line);
    const written = why === undefined ? headingText(line) : withoutClosing(headingText(line));
    const sign = signOf(this.template, this.headings, line, written, section.severity);
    const name = looseName(title);
    const isLabel = !sign?.id && this.names.issueLabels.has(name);
    if (within && isLabel) this.inIssue(line);
    else if (section.severity && this.target === 'fields' && isLabel)
      // Of an issue that has no heading of its own.
      lines.push(line);
    else if (this.begins(level, sign)) {
      const issue = this.issueAt(line, written, sign);
      if (why === undefined) this.begin(this.withDoubt(issue, line), level);
      else this.skip(line, level, issue, closingAt(why));
    } else if (within && level > this.issueLevel) this.inIssue(line);
    else if (level === 1 && this.stretches.length === 1 && lines.every(({ kind }) => kind === 'blank'))
      this.title(line, title);
    else if (this.target === 'fields' && this.names.labels.get(name)?.includes(section)) lines.push(line);
    else if (!this.opensByLabel(line, level, title)) {
      this.leave(level);
      this.target = 'foreign';
      this.issueLevel = 0;
      this.skipped = false;
      this.current.foreign.push(line);
    }
  }

  /** A title of the report's own, below that of the template: words in bold, if it says more than that does. */
  private title(line: Line, title: string): void {
    const own = folded(this.template.title).split(' ');
    const { level: _level, title: _title, ...plain } = line;
    const text = title.includes('*') ? title : `**${title}**`;
    if (
      !folded(title)
        .split(' ')
        .every((word) => own.includes(word))
    )
      this.current.foreign.push({ ...plain, kind: 'text', text });
  }

  private begins(level: number, sign: Sign | null): boolean {
    const { severity } = this.current.section;
    if (severity) return (this.target !== 'foreign' || this.skipped) && this.isIssue(level, sign);
    return sign !== null && this.isFree(sign);
  }

  /** Whether a heading under a severity is one of an issue: deeper than that, or as the report numbers issues. */
  private isIssue(level: number, sign: Sign | null): boolean {
    if (level > this.level) return this.issueLevel === 0 || level <= this.issueLevel;
    return sign !== null && sign.id !== '';
  }

  /** Whether an issue may stand outside of its severity: where that has no heading, or in another kind of report. */
  private isFree(sign: Sign): boolean {
    const home = this.template.sections.find((section) => section.severity === sign.severity);
    if (!home) return false;
    return !this.headings.ofTemplate || (sign.id !== '' && !this.headings.found.has(home.id));
  }

  private issueAt(line: Line, written: string, sign: Sign | null): UnreadIssue {
    const heading = { at: line.at, written };
    const under = this.current.section.severity ?? null;
    return { ...issueFrom(this.template, this.headings, heading, sign, under), source: [line] };
  }

  /** In a report of this template an issue with a number is open, whatever is said of it: a person has to look. */
  private withDoubt(issue: UnreadIssue, line: Line): UnreadIssue {
    const closing = closingAt(this.headings.surroundings.quiet.get(line));
    if (!closing || issue.doubt !== undefined) return issue;
    return { ...issue, doubt: `the report calls it ${closing}; read as an open issue` };
  }

  private begin(issue: UnreadIssue, level: number): void {
    this.issueLevel = level;
    this.target = 'issue';
    this.current.issues.push(issue);
  }

  /** What is no open issue stays in the notes, with all that stands under it. */
  private skip(
    line: Line,
    level: number,
    { title, severity, at }: UnreadIssue,
    outcome: Closing | null,
  ): void {
    this.issueLevel = level;
    this.target = 'foreign';
    this.skipped = true;
    this.current.foreign.push(line);
    if (outcome && /\p{L}/u.test(title)) this.current.closed.push({ title, severity, at, outcome });
  }

  /** "## Verdict" in a report that has no heading for the section which that is a label of. */
  private opensByLabel(line: Line, level: number, title: string): boolean {
    const named = this.names.labels.get(looseName(title)) ?? [];
    const home = named.find(
      (section) => !section.severity && (!this.headings.ofTemplate || this.homeless.has(section)),
    );
    if (!home || severityOfHeading(title)) return false;
    this.open(home, level);
    this.current.lines.push(line);
    return true;
  }

  /** A label of a section whose heading is missing begins that section. */
  private labelOfAnother(line: Line): boolean {
    if (this.homeless.size === 0 || line.depth > 0 || line.kind !== 'text') return false;
    // A table stays in one piece: what it says is read where it stands.
    if (!this.headings.ofTemplate && line.text.startsWith('|')) return false;
    const homes = this.homesOf(line);
    const [home] = homes.filter((section) => this.homeless.has(section));
    if (!home || homes.includes(this.current.section) || homes.length > 1) return false;
    this.open(home, this.level);
    this.current.lines.push(line);
    return true;
  }

  /** The sections that have the label of a line: in the template's words, or, for a verdict, in others. */
  private homesOf(line: Line): Section[] {
    const label = folded(labelOf(line.text)?.label ?? '');
    if (label.includes(' ')) {
      const own = (this.names.labels.get(label) ?? []).filter(({ slots }) =>
        slots.some((slot) => folded(slot.label) === label),
      );
      if (own.length > 0) return own;
    }
    const name = this.headings.ofTemplate ? '' : (writtenLabel(line)?.label ?? '');
    return name === '' ? [] : (this.names.verdicts.get(looseName(name)) ?? []);
  }
}
