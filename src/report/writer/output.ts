import { type FieldRef, fieldKey } from '../../review/review.ts';

/** Of which fields it is kept where they begin, beside items: of all, or of that with a key. */
export type Marks = 'all' | { key: string | null };

/** Collects a report's text, and on which line each place begins. */
export class Output {
  /** 0-based line numbers by place key. */
  private lines = new Map<string, number>();
  private chunks: string[] = [];
  readonly marks: Marks | null;
  private newlines = 0;
  /** The last answer went on below its line: the spaces that the template has behind it are dropped. */
  private below = false;

  /** @param marks null where it is kept of nothing where it begins, which takes time */
  constructor(marks: Marks | null = null) {
    this.marks = marks;
  }

  /** All that was written, in one text. */
  get text(): string {
    return this.chunks.join('');
  }

  /** The template's own words. */
  fixed(words: string): void {
    this.add(this.below ? words.replace(/^[ \t]+(?=\n|$)/, '') : words);
    this.below = false;
  }

  /** @param indent columns for the lines behind the first */
  answer(words: string, indent: number): void {
    const last = this.chunks.length - 1;
    if (words.startsWith('\n')) this.chunks[last] = (this.chunks[last] ?? '').replace(/[ \t]+$/, '');
    this.add(indent > 0 ? words.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`) : words);
    this.below = words.includes('\n');
  }

  mark(place: string): void {
    if (this.marks) this.lines.set(place, this.newlines);
  }

  markField(place: FieldRef): void {
    const { marks } = this;
    if (!marks) return;
    const key = fieldKey(place);
    if (marks === 'all' || key === marks.key) this.mark(key);
  }

  /** Takes what was written so far out of it, with the lines of its marks. */
  taken(): { text: string; lines: Map<string, number> } {
    const { text, lines } = this;
    this.chunks = [];
    this.lines = new Map();
    this.newlines = 0;
    this.below = false;
    return { text, lines };
  }

  /** What stands already in the line that comes next. */
  get lineStart(): string {
    const end = this.chunks.at(-1) ?? '';
    return end.includes('\n') ? lastLine(end) : lastLine(this.chunks.at(-2) ?? '') + end;
  }

  /** Whether what comes next begins a line right below one that is not blank. */
  get underLine(): boolean {
    const last = this.chunks.at(-1) ?? '';
    const before = last.length > 1 ? last.at(-2) : this.chunks.at(-2)?.at(-1);
    return last.endsWith('\n') && before !== undefined && before !== '\n';
  }

  private add(words: string): void {
    if (words === '') return;
    this.chunks.push(words);
    if (!this.marks) return;
    for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) this.newlines += 1;
  }
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
