import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { given } from '../drafts/given.ts';
import { surroundings } from '../journeys/surroundings.ts';
import { isLong, runs } from '../runs.ts';
import { random } from './random.ts';

/** How many takeovers are tried. */
const takeovers = runs(1);
const seed = Number(process.env.SANCTUM_SEED ?? Date.now() % 1_000_000);
/** How many go on at once: they are a load to one another. */
const atOnce = Math.min(4, takeovers);

/** Words that say where they come from, and are told from their neighbours. */
const wordsOf = (window: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${window}${String(n).padStart(3, '0')}`);

/** All text of all drafts of a home. */
function allText(home: string): string {
  const store = openStore({ home, now: () => new Date() });
  return given(store.list())
    .drafts.map(({ id }) => JSON.stringify(given(store.load(id)).review.answers.summary ?? ''))
    .join('\n');
}

/** The first window is stopped, typed into, taken over and goes on, with stalls and load; gives the words that are lost. */
async function takenOver(dice: () => number): Promise<{ typed: number; lost: string[] }> {
  const below = (most: number) => Math.floor(dice() * most);
  const here = surroundings();
  here.made({}, 'summary');
  const first = here.start(['resume'], { rows: 30 });
  await first.sees('Ctrl+G go to');
  const [before, blind, late, others] = [
    wordsOf('a', 10),
    wordsOf('b', 20 + below(30)),
    wordsOf('c', 30),
    wordsOf('d', 20),
  ];
  first.type(`${before.join(' ')} `);
  await first.sees('a009');
  const second = here.start(['resume'], { rows: 30 });
  await second.sees('READ-ONLY');
  first.kill('SIGSTOP');
  const early = below(blind.length);
  first.type(`${blind.slice(0, early).join(' ')} `);
  await second.sees('you can edit now');
  second.type(`${others.join(' ')} `);
  first.type(`${blind.slice(early).join(' ')} `);
  const isLoaded = below(2) === 0 && isLong;
  const load = isLoaded ? Array.from({ length: 2 }, () => spawn('sh', ['-c', 'while :; do :; done'])) : [];
  first.kill('SIGCONT');
  for (const word of late) {
    first.type(`${word} `);
    if (below(12) === 0) {
      // It stalls, once or twice, in the midst of what comes.
      first.kill('SIGSTOP');
      await pause(below(1500));
      first.kill('SIGCONT');
    } else await pause(below(60));
  }
  await first.sees('c029');
  await second.sees('d019');
  for (const one of load) one.kill('SIGKILL');
  const how = below(3);
  if (how === 0) await first.kill('SIGKILL').ended();
  else if (how === 1) await first.press('ctrl+c').ended();
  await second.press('ctrl+c').ended();
  if (how === 2) await first.press('ctrl+c').ended();
  const last = here.start(['resume'], { rows: 30 });
  await last.sees('Ctrl+G go to');
  await last.press('ctrl+c').ended();
  const text = allText(here.home);
  const typed = [...before, ...blind, ...late, ...others];
  return { typed: typed.length, lost: typed.filter((word) => !text.includes(word)) };
}

test(
  `${takeovers} takeovers with stops and stalls${isLong ? ', and load,' : ''} lose no word of either window`,
  async () => {
    const lost: string[] = [];
    let typed = 0;
    const course = async (dice: () => number, count: number) => {
      for (let n = 0; n < count; n += 1) {
        const one = await takenOver(dice);
        typed += one.typed;
        lost.push(...one.lost);
      }
    };
    const shares = Array.from({ length: atOnce }, (_, n) => Math.ceil((takeovers - n) / atOnce));
    await Promise.all(shares.map((count, n) => course(random(seed + n), count)));
    process.stdout.write(`takeovers ${takeovers}, words ${typed}, lost ${lost.length} (seed ${seed})\n`);
    expect(lost).toEqual([]);
  },
  60_000 + takeovers * 30_000,
);
