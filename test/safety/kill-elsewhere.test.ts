import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { openStore } from '../../src/drafts/store/store.ts';
import { given } from '../drafts/given.ts';
import { surroundings } from '../journeys/surroundings.ts';
import { runs } from '../runs.ts';
import { random } from './random.ts';

/** How often the program is killed. */
const kills = runs(1, 2);
const seed = Number(process.env.SANCTUM_SEED ?? Date.now() % 1_000_000);

type Surroundings = ReturnType<typeof surroundings>;

/** What stands in the home that neither a draft, a snapshot nor the trash is. */
const leftOver = (here: Surroundings) =>
  here.files().filter((file) => /^home\/.*(?:\.tmp|\.next|\.lock|\.journal|journals)$/.test(file));

/** When it is killed, and after how long at the most. */
const whens = {
  /** Right after it was started. */
  starting: 700,
  /** While the draft is brought to another version of its template. */
  migrating: 700,
  /** While it takes the draft over from a window that was killed. */
  takingOver: 1500,
  pasting: 60,
} as const;

test(
  `killed ${kills} times while starting, migrating, taking over and pasting: all is there, and nothing else`,
  async () => {
    const dice = random(seed);
    const below = (most: number) => Math.floor(dice() * most);
    const here = surroundings();
    const { id } = here.made({ reviewer: { value: 'Grace' } }, 'reviewer');
    const reviewer = () => {
      const draft = given(openStore({ home: here.home, now: () => new Date() }).load(id));
      return (draft.review.answers.reviewer as { value: string }).value;
    };
    let slowest = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const all = Object.keys(whens) as (keyof typeof whens)[];
      const when = all[(seed + kill) % all.length] ?? 'starting';
      const before = reviewer();
      let other = null;
      if (when === 'migrating') {
        const file = join(here.home, 'drafts', `${id}.json`);
        const draft = JSON.parse(readFileSync(file, 'utf8')) as Draft;
        writeFileSync(file, JSON.stringify({ ...draft, template: { ...draft.template, version: '0' } }));
      } else if (when === 'takingOver') {
        other = here.start(['resume'], { columns: 120 });
        await other.sees('▌ Reviewer Grace');
        other.type('t');
        await other.sees(`▌ Reviewer ${before}t`);
      }
      const killed = here.start(['resume'], { columns: 120 });
      if (when === 'takingOver') await killed.sees('READ-ONLY');
      if (when === 'pasting') await killed.sees(`▌ Reviewer ${before}`);
      other?.kill('SIGKILL');
      if (when === 'pasting') killed.paste('p'.repeat(3));
      await pause(below(whens[when]));
      const { screen } = await killed.kill('SIGKILL').ended();
      await other?.ended();
      const shown = screen.replace(/ +/g, ' ').match(/▌ Reviewer (\w+)/)?.[1] ?? before;
      const kept = reviewer();
      expect({ kill, when, kept, ok: kept.length >= shown.length }).toMatchObject({ ok: true });
      const start = performance.now();
      const next = here.start(['resume'], { columns: 120 });
      next.type('n');
      await next.sees(`▌ Reviewer ${kept}n`);
      slowest = Math.max(slowest, performance.now() - start);
      next.press('ctrl+w', 'ctrl+u').type('Grace');
      await next.sees('▌ Reviewer Grace');
      const left = await next.press('ctrl+c').ended();
      const found = { kill, when, code: left.code, said: left.screen, left: leftOver(here) };
      const said = expect.stringContaining(`Saved. Resume with: sanctum-review resume ${id}`);
      expect(found).toEqual({ kill, when, code: 0, said, left: [] });
    }
    expect(here.ids()).toEqual([id]);
    process.stdout.write(
      `kills ${kills}, the slowest start until a key was on the screen ${Math.round(slowest)} ms (seed ${seed})\n`,
    );
  },
  60_000 + kills * 8000,
);
