/** Collects a report's text, and on which line each place begins. */
export class Output {
  text = '';
  /** 0-based line numbers by place key. */
  readonly lines = new Map<string, number>();
  private newlines = 0;
  /** The last answer went on below its line: the spaces that the template has behind it are dropped. */
  private below = false;

  /** The template's own words. */
  fixed(words: string): void {
    this.add(this.below ? words.replace(/^[ \t]+(?=\n|$)/, '') : words);
    this.below = false;
  }

  /** @param indent columns for the lines behind the first */
  answer(words: string, indent: number): void {
    const indented = indent > 0 ? words.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`) : words;
    if (words.startsWith('\n')) this.text = this.text.replace(/[ \t]+$/, '');
    this.add(indented);
    this.below = words.includes('\n');
  }

  mark(place: string): void {
    this.lines.set(place, this.newlines);
  }

  /** Whether what comes next begins a line right below one that is not blank. */
  get underLine(): boolean {
    return /[^\n]\n$/.test(this.text.slice(-2));
  }

  private add(words: string): void {
    this.text += words;
    for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) this.newlines += 1;
  }
}
