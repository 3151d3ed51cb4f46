import type { Failure } from '../failure.ts';

/** What to do about a mistake that has no better remedy. */
const correct = 'correct it; a field is written :kind[placeholder]{#id}, e.g. :text[Name]{#reviewer}';

/** Tells a mistake at an offset of the template. */
export type Tell = (at: number, what: string, remedy?: string) => void;

/** Collects the mistakes of a template, so that all are told at once, each with its line and column. */
export class Mistakes {
  private readonly told: { at: number; what: string; remedy: string }[] = [];
  private readonly source: string;
  private readonly file: string;

  constructor(source: string, file: string) {
    this.source = source;
    this.file = file;
  }

  readonly tell: Tell = (at, what, remedy = correct) => {
    this.told.push({ at, what, remedy });
  };

  /** A place as problems name it: "mine.md:3:8". */
  where(at: number): string {
    const before = this.source.slice(0, at).split('\n');
    return `${this.file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  }

  /** In the order of the template, each once. */
  problems(): Failure[] {
    const once = new Map(this.told.map((one) => [`${one.at} ${one.what}`, one]));
    return [...once.values()]
      .sort((one, other) => one.at - other.at)
      .map(({ at, what, remedy }) => ({ where: this.where(at), what, remedy }));
  }
}
