import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render } from 'ink-testing-library';
import { expect, onTestFinished, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { type DraftStore, openStore } from '../../src/drafts/store/store.ts';
import { emptyReview, type Review } from '../../src/review/review.ts';
import type { Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template-library/registry.ts';
import { App } from '../../src/tui/App.tsx';
import { pacedStdin } from '../../src/tui/input/paced.ts';
import { openProgram, type Start } from '../../src/tui/program.ts';
import type { Session } from '../../src/tui/wizard/session/session.ts';
import type { Effect } from '../../src/tui/wizard/state/state.ts';
import { bytesOf } from '../keys.ts';

/** A keyboard whose bytes are handed on one key at a time, as in the program itself. */
class Keyboard extends EventEmitter {
  isTTY = true;
  #waiting: string[] = [];
  send(data: string) {
    this.#waiting.push(data);
    this.emit('readable');
  }
  read(): string | null {
    return this.#waiting.shift() ?? null;
  }
}

/** How long a screen is waited for, in milliseconds. */
const patience = { timeout: 5000, interval: 5 };

/** A folder that is gone after the test. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'wizard-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function bundled(): Promise<Template> {
  const template = await loadTemplate({ name: 'production-readiness' }, '');
  if (!template.ok) throw new Error(template.failures[0]?.what);
  return template.value;
}

export interface World {
  home: string;
  repository: string;
  drafts: DraftStore;
}

export function world(): World {
  const home = folder();
  return { home, repository: folder(), drafts: openStore({ home, now: () => new Date() }) };
}

/** A draft of the bundled template. */
export async function draftOf(
  given: World,
  review: Partial<Review> = {},
  more: Partial<Draft> = {},
): Promise<Draft> {
  const template = await bundled();
  const { name, version } = template;
  return given.drafts.create(
    { name, version },
    {
      review: { ...emptyReview, ...review },
      position: { page: template.pages[0]?.id ?? '', scroll: 0 },
      repository: given.repository,
      ...more,
    },
  );
}

/** The wizard on a draft, 100 columns by 24 rows, and someone who presses keys and reads the screen. */
export async function wizard(given: World, draft: Draft, opening: { tellReading?: boolean } = {}) {
  const template = await bundled();
  let session = null as Session | null;
  const context = {
    args: [],
    env: {},
    cwd: given.repository,
    now: () => new Date(),
    stdout: { columns: 100, rows: 24 },
  } as unknown as Context;
  const start: Start = { screen: 'wizard', draft, template, ...opening };
  const program = openProgram(start, context, given.drafts, (opened) => {
    session = opened;
  });
  const app = render(<App program={program} context={context} />);
  onTestFinished(() => {
    app.unmount();
    session?.end();
  });
  const keyboard = new Keyboard();
  const paced = pacedStdin(keyboard as unknown as NodeJS.ReadStream);
  paced.on('readable', () => {
    const key = paced.read();
    if (key !== null) app.stdin.write(String(key));
  });
  const frame = () => app.lastFrame() ?? '';
  /** The frame with runs of spaces as one, so that tests need not count columns. */
  const text = () => frame().replace(/ +/g, ' ');
  // A failed expectation makes a long message: only the last is worth it.
  const see = (words: string) =>
    vi.waitUntil(() => text().includes(words), patience).catch(() => expect(text()).toContain(words));
  const gone = (words: string) =>
    vi.waitUntil(() => !text().includes(words), patience).catch(() => expect(text()).not.toContain(words));
  return {
    frame,
    /** Keys by their names, or characters, each in a write of its own. */
    press(...keys: string[]) {
      for (const key of keys) keyboard.send(bytesOf(key));
    },
    /** Keys that come in one read, as over ssh. */
    atOnce: (...keys: string[]) => keyboard.send(keys.map(bytesOf).join('')),
    type: (text: string) => keyboard.send(text),
    paste: (text: string) => keyboard.send(`\x1b[200~${text}\x1b[201~`),
    see,
    gone,
    /** Goes somewhere with the palette. */
    async goTo(name: string) {
      keyboard.send(bytesOf('ctrl+g'));
      await see('any part of a name');
      keyboard.send(name);
      await see(`Go to ${name}`);
      keyboard.send('\r');
      await gone(' Enter go ');
    },
    /** What keys ask to be done, one right after the other, with no time between. */
    ask(...effects: Effect[]) {
      for (const effect of effects) session?.store.dispatch((state) => ({ state, effect }));
    },
    /** The draft as it is in its file, when the program was left by a key. */
    async left(): Promise<Draft> {
      await vi.waitFor(() => expect(given.drafts.load(draft.id).ok).toBe(true), patience);
      session?.end();
      const loaded = given.drafts.load(draft.id);
      if (!loaded.ok) throw new Error(loaded.failures[0]?.what);
      return loaded.value;
    },
    /** Leaves once all keys have been taken, and gives the draft as it is in its file. */
    async leave(): Promise<Draft> {
      keyboard.send(bytesOf('ctrl+s'));
      await see('Saved.');
      session?.end();
      const loaded = given.drafts.load(draft.id);
      if (!loaded.ok) throw new Error(loaded.failures[0]?.what);
      app.unmount();
      return loaded.value;
    },
  };
}
