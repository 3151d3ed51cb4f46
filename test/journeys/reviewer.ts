import { expect } from 'vitest';
import type { Field } from '../../src/fields/field.ts';
import { focusOf } from './focus.ts';
import { interrupted } from './found.ts';
import type { surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

/** Somebody at the keyboard, who looks where the focus is before each answer. Needs a screen without a rail. */
export class Reviewer {
  /** Keys pressed, in all terminals together. */
  keys = 0;
  /** Characters of the answers typed. */
  characters = 0;
  readonly #here: ReturnType<typeof surroundings>;
  #terminal: Terminal;

  constructor(here: ReturnType<typeof surroundings>) {
    this.#here = here;
    this.#terminal = here.start(['new'], { columns: 80, rows: 24 });
  }

  get terminal(): Terminal {
    return this.#terminal;
  }

  /** Waits until the focus is in a field, or on a button, and on the screen. */
  async at(label: string): Promise<void> {
    await this.#terminal.until(`the focus is on “${label}”`, (screen) =>
      (focusOf(screen)?.label ?? '').startsWith(label),
    );
  }

  press(...keys: string[]): void {
    this.#terminal.press(...keys);
  }

  /** Answers the field that has the focus, and goes on to the next with Tab. */
  async answer(field: Field | undefined, value: string | string[] | undefined): Promise<void> {
    if (!field) throw new Error('no such field');
    await this.at(field.label || field.hint);
    if (value !== undefined) await this.#enter(field, value);
    this.press('tab');
  }

  async #enter({ kind, options = [] }: Field, value: string | string[]): Promise<void> {
    const values = [value].flat();
    if (kind === 'choice' || kind === 'choices' || kind === 'one-of') {
      for (const one of values) {
        const index = options.indexOf(one);
        this.press(`${(index < 0 ? options.length : index) + 1}`);
        if (index < 0) await this.#type(one);
        this.characters += index < 0 ? 0 : one.length;
      }
      return;
    }
    await this.#type(values.join('\n'));
  }

  async #type(text: string): Promise<void> {
    const [before = '', after] = text.split(interrupted);
    await this.#put(before);
    if (after === undefined) return;
    await this.#comeBack(before);
    await this.#put(after);
  }

  /** Code comes from the clipboard; the rest is typed, line by line, as fast as a person sees it appear. */
  async #put(text: string): Promise<void> {
    this.characters += text.length;
    if (text.includes('\t')) {
      this.#terminal.paste(text);
      return;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.#newLine();
      this.#terminal.type(line);
      await this.#behind(line);
    }
  }

  async #newLine(): Promise<void> {
    const { row: before } = this.#terminal.caret();
    const screen = body(this.#terminal.screen());
    this.press('enter');
    // At the bottom of the page the rows move, not the cursor.
    await this.#terminal.until(
      'there is a new line',
      (now) => this.#terminal.caret().row !== before || body(now) !== screen,
    );
  }

  async #behind(text: string): Promise<void> {
    const word = text.split(' ').at(-1) ?? '';
    await this.#terminal.until(`the cursor is behind “${word}”`, () =>
      this.#terminal.beforeCaret().endsWith(word),
    );
  }

  /** Leaves in the middle of a word, and resumes in a window of another size. */
  async #comeBack(halfText: string): Promise<void> {
    const ended = await this.leave();
    expect(ended.screen.split('\n').at(-1)).toContain(`sanctum-review resume ${this.#here.draft().id}`);
    this.#terminal = this.#here.start(['resume'], { columns: 96, rows: 40 });
    await this.#behind(halfText);
    expect(this.#terminal.cursor).toBe(true);
  }

  /** Ctrl+C. */
  async leave(): Promise<{ code: number; screen: string }> {
    const ended = await this.#terminal.press('ctrl+c').ended();
    this.keys += this.#terminal.keys;
    return ended;
  }
}

/** The screen below its header, which says when it was saved. */
const body = (screen: string): string => screen.slice(screen.indexOf('\n'));
