import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { visible } from '../../src/text/clean.ts';
import { plainText } from '../../src/tui/row.ts';
import { resized, restore } from '../../src/tui/wizard/navigation/restore.ts';
import { keepVisible } from '../../src/tui/wizard/render/scroll.ts';
import { screenOf } from '../../src/tui/wizard/screen/screen.ts';
import { draftOf, type State } from '../../src/tui/wizard/state/state.ts';
import { runs } from '../runs.ts';
import { keyboard } from '../tui/pure.ts';
import { random } from './random.ts';

/** Keys, pastes and changes of the terminal's size in all: LONG=1000 makes a million of them. */
const events = runs(500, 1000);
/** After so many a new review is begun: one that grew for ever would be tried at one place only. */
const eventsOfReview = 1000;
const seed = Number(process.env.SANCTUM_SEED ?? Date.now() % 1_000_000);

const names = [
  ...['tab', 'tab', 'shift+tab', 'enter', 'enter', 'escape', 'escape', 'space', 'backspace', 'delete'],
  ...['up', 'down', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'f1'],
  ...[...'abdefgklmnoprsuvwyz'].map((letter) => `ctrl+${letter}`),
  ...[...'bdefhnpqrsx'].map((letter) => `alt+${letter}`),
  ...['alt+up', 'alt+down', 'alt+left', 'alt+right', 'ctrl+left', 'ctrl+right', 'shift+up', 'shift+down'],
];
const typed = [...'adfjkJKmnpst/?!1239 ä中\u0301', '👩‍👩‍👧', 'é', '`', '#', '|', '<'];
const pastes = [
  'main.go:3',
  '```go\nx := 1\n```\n',
  'one\ntwo\tthree\r\n',
  '\u001b[31mred\u0007',
  '- a\n- b\n',
  '| a | b |\n| - | - |\n',
  '2026-11-27',
  `${'long '.repeat(60)}\n`,
  '<!-- open',
];
const sizes = [
  [80, 24],
  [120, 36],
  [160, 48],
  [40, 12],
  [200, 50],
  [20, 6],
  [1, 1],
] as const;

/** What a start does not bring back: what is open over the page, said, filtered, unfolded, or half done in the field. */
const passing = (state: State, fresh: State): State =>
  keepVisible({
    ...fresh,
    history: state.history,
    page: state.page,
    open: state.open,
    focus: state.focus,
    buffer: state.buffer,
    scroll: state.scroll,
    own: state.own,
  });

test(
  `after ${events} random keys, pastes and sizes the screen is whole, and a new start shows the same page`,
  async () => {
    const dice = random(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(dice() * all.length)] as T;
    let hand = await keyboard();
    let last: string[] = [];
    for (let event = 0; event < events; event += 1) {
      if (event % eventsOfReview === 0) {
        hand = await keyboard();
        last = [];
      }
      const kind = dice();
      const what =
        kind < 0.55 ? pick(names) : kind < 0.93 ? pick(typed) : kind < 0.97 ? pick(pastes) : pick(sizes);
      last = [...last.slice(-20), JSON.stringify(what)];
      const told = { seed, event, last };
      try {
        if (typeof what !== 'string') {
          const [columns, rows] = what;
          hand.do((state) => resized(state, { columns, rows }));
        } else if (kind < 0.55) hand.press(what);
        else if (kind < 0.93) hand.type(what);
        else hand.paste(what);
        if (event % 5 > 0) continue;
        const state = hand.state();
        const { columns, rows } = state.size;
        const shown = screenOf(state).rows.map((row) => visible(plainText(row)));
        // Below what is usable rows are cut at the edges.
        const width = columns < 40 ? Infinity : columns;
        const torn = shown.filter((row) => stringWidth(row) > width || /\p{Cc}/u.test(row));
        expect({ ...told, torn, rows: shown.length }).toEqual({ ...told, torn: [], rows: Math.max(rows, 6) });
        // An empty row that nothing was typed into yet is not kept, nor are blanks alone.
        if (state.emptied || /^\s+$/.test(state.buffer?.text ?? '')) continue;
        const fresh = keepVisible(restore(state.template, draftOf(state), state.now, state.size));
        const page = (one: State) => screenOf(one).rows.map(plainText);
        expect({ ...told, page: page(fresh) }).toEqual({ ...told, page: page(passing(state, fresh)) });
      } catch (error) {
        throw new Error(`after ${JSON.stringify(told)}`, { cause: error });
      }
    }
  },
  60_000 + events * 10,
);
