import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { runs } from '../runs.ts';
import { surroundings } from './surroundings.ts';

const letters = [...'the quick brown fox, "jumps" over 13 lazy dogs: äß漢é🦊👍'];
const others = [
  ...['backspace', 'backspace', 'backspace', 'left', 'left', 'right', 'up', 'down', 'home', 'end', 'delete'],
  ...['tab', 'tab', 'shift+tab', 'enter', 'pagedown', 'ctrl+left', 'ctrl+right', 'alt+b', 'alt+f'],
  ...['ctrl+a', 'ctrl+e', 'ctrl+w', 'ctrl+u', 'ctrl+k', 'ctrl+z', 'ctrl+z', 'ctrl+y', '1', '2', '3', 'space'],
  ...['👩‍👩‍👧', 'a', 'd', 'm', 'J', 'K'],
];

/** As many keys as asked for, the same for the same seed. */
function keysOf(seed: number, count: number): string[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () => {
    const from = below(5) < 3 ? letters : others;
    return from[below(from.length)] ?? '';
  });
}

/** What the keys left behind; `oneByOne` gives the next key only when the one before it is in the draft's file. */
async function outcome(page: string, keys: string[], oneByOne: boolean): Promise<unknown> {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 30 });
  // What git knows has come when it is offered.
  await terminal.sees('▌ Review Date');
  await terminal.press('tab').sees('▌ Reviewer suggested: Ada Park');
  await terminal.press('ctrl+g').sees('any part of a name');
  await terminal.type(page).sees(`Go to ${page}`);
  await terminal.press('enter').until('the palette is gone', (screen) => !screen.includes('Go to'));
  if (oneByOne) {
    const file = join(here.home, 'drafts', `${here.draft().id}.json`);
    for (const key of keys) {
      const before = statSync(file, { bigint: true });
      terminal.press(key, 'ctrl+s');
      await vi.waitUntil(() => statSync(file, { bigint: true }).ino !== before.ino, {
        timeout: 10_000,
        interval: 1,
      });
    }
  } else terminal.atOnce(...keys);
  terminal.press('ctrl+c');
  expect((await terminal.ended()).code).toBe(0);
  return plain(here.draft());
}

/**
 * What a draft says, with ids that are the same for the same draft. How far it is scrolled is left out: what the checks
 * say takes rows, and they say it when the keys pause.
 */
function plain({ review, position: { scroll: _, ...position } }: Draft): unknown {
  const ids = [...review.issues, ...Object.values(review.items).flat()].map(({ id }) => id);
  const text = JSON.stringify({ review, position }, null, 1);
  return JSON.parse(ids.reduce((all, id, index) => all.replaceAll(id, `id-${index}`), text));
}

const places = [
  ['Add critical issue', 3],
  ['Action plan', 5],
  ['Executive Summary', 2],
  ['Review details', 1],
  ['Security Analysis', 4],
  ['Limitations', 6],
] as const;

test.for(places.slice(0, runs(1, 3)))(
  'a hundred mixed keys at “%s” in one write do what they do one at a time',
  async ([page, seed]) => {
    const keys = keysOf(seed, 100);
    const [atOnce, oneByOne] = await Promise.all([outcome(page, keys, false), outcome(page, keys, true)]);
    expect(atOnce, keys.join(' ')).toEqual(oneByOne);
  },
);
