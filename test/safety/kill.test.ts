import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { surroundings } from '../journeys/surroundings.ts';
import type { Terminal } from '../journeys/terminal.ts';
import { runs } from '../runs.ts';
import { random } from './random.ts';

/** How often the program is killed. */
const kills = runs(1, 2);
const seed = Number(process.env.SANCTUM_SEED ?? Date.now() % 1_000_000);

/**
 * What is typed: numbered words, so that the screen tells how far it has come. Spaces are typed after the commas and
 * not counted: leaving a field may tidy them away.
 */
const upTo = (length: number) => {
  let text = '';
  for (let n = 0; text.length < length; n += 1) text += `k${String(n).padStart(5, '0')},`;
  return text.slice(0, length);
};
const spaced = (text: string) => text.replaceAll(',', ', ');

/** How many characters of the text the screen shows to be there. */
function shownOf(screen: string): number {
  const last = screen.match(/\bk\d{0,5},?/g)?.at(-1);
  if (!last) return 0;
  if (last.length >= 6) return Number(last.slice(1, 6)) * 7 + last.length;
  // A word that is being typed: it follows the last whole one.
  const whole = screen.match(/\bk\d{5}/g)?.at(-1);
  return (whole ? (Number(whole.slice(1)) + 1) * 7 : 0) + last.length;
}

test(
  `killed ${kills} times at any instant, nothing that was on the screen is lost`,
  async () => {
    const dice = random(seed);
    const below = (most: number) => Math.floor(dice() * most);
    const here = surroundings();
    const { id } = here.made({}, 'summary');
    const store = openStore({ home: here.home, now: () => new Date() });
    const stored = () => {
      const draft = store.load(id);
      if (!draft.ok) throw new Error(JSON.stringify(draft.failures));
      const answer = draft.value.review.answers.summary;
      return answer && 'value' in answer ? String(answer.value).replace(/\s/g, '') : '';
    };
    let keys = 0;
    const losses: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const before = stored();
      const terminal = here.start(['resume', id], { rows: 30 });
      await toSummary(terminal);
      if (before !== '') await terminal.until('the text is shown', (screen) => screen.includes('k0'));
      let typed = before.length;
      const deadline = Date.now() + below(900);
      while (Date.now() < deadline) {
        const count = 1 + below(9);
        const text = spaced(upTo(typed + count).slice(typed));
        if (below(20) === 0) terminal.press('tab', 'shift+tab');
        if (below(10) === 0) terminal.paste(text);
        else terminal.type(text);
        typed += count;
        await pause(below(12));
      }
      // Also about when the whole draft is saved, a second after the last key.
      if (below(4) === 0) await pause(600 + below(800));
      terminal.kill('SIGKILL');
      const { screen } = await terminal.ended();
      keys += terminal.keys;
      const shown = shownOf(screen);
      const kept = stored();
      if (kept.length < shown || !upTo(Math.max(typed, shown)).startsWith(kept)) {
        losses.push(`kill ${kill}: shown ${shown}, kept ${kept.length}: …${kept.slice(-40)}\n${screen}`);
      }
    }
    process.stdout.write(`kills ${kills}, keys ${keys}, losses ${losses.length} (seed ${seed})\n`);
    expect(losses).toEqual([]);
  },
  60_000 + kills * 5000,
);

async function toSummary(terminal: Terminal): Promise<void> {
  await terminal.sees('Ctrl+G go to');
  terminal.press('ctrl+g');
  await terminal.sees('any part of a name');
  terminal.type('summary statement');
  await terminal.sees('Go to summary statement');
  terminal.press('enter');
  await terminal.until('the palette is gone', (screen) => !screen.includes('any part of a name'));
}
