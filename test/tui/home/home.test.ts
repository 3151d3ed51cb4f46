import { describe, expect, test } from 'vitest';
import type { DraftSummary } from '../../../src/drafts/store/summary.ts';
import { visible } from '../../../src/text/clean.ts';
import { columnsOf, draftRow } from '../../../src/tui/home/draft-row.ts';
import { homeDrafts } from '../../../src/tui/home/home-drafts.ts';
import { homePanel } from '../../../src/tui/home/home-panel.ts';
import { homeHelp, pastedHome, pressedHome } from '../../../src/tui/home/keys.ts';
import {
  firstView,
  followed,
  type HomeEffect,
  type HomeNext,
  type HomeState,
} from '../../../src/tui/home/state.ts';
import { when } from '../../../src/tui/home/when.ts';
import { plainText, rowWidth } from '../../../src/tui/row.ts';

const now = new Date(2026, 1, 14, 15, 30);

const draft = (id: string, over: Partial<DraftSummary> = {}): DraftSummary => ({
  id,
  title: `Sanctum ${id}`,
  version: id,
  reviewer: 'Ada Park',
  progress: 0.62,
  counts: { critical: 2, high: 4, medium: 0, low: 0 },
  edited: new Date(2026, 1, 14, 12, 4).toISOString(),
  made: new Date(2026, 1, 12).toISOString(),
  verdict: '',
  ...over,
});

/** The home screen without a terminal: keys in, its rows and what it asks for out. */
function home(
  given: Partial<
    Pick<HomeState, 'drafts' | 'trashed' | 'notice' | 'facts' | 'elsewhere' | 'glances' | 'columns' | 'rows'>
  > = {},
) {
  let state: HomeState = {
    ...firstView,
    drafts: [draft('v1'), draft('v2'), draft('v3')],
    trashed: [draft('old')],
    notice: '',
    facts: null,
    elsewhere: new Set(),
    glances: new Map(),
    helpRows: homeHelp,
    columns: 100,
    rows: 24,
    now,
    ...given,
  };
  const asked: HomeEffect[] = [];
  const take = ({ view, effect }: HomeNext) => {
    state = { ...state, ...view };
    if (effect && effect.do !== 'seen') asked.push(effect);
    if (effect?.do === 'seen') state = { ...state, notice: '' };
  };
  const hand = {
    asked,
    press(...names: string[]) {
      for (const name of names) take(pressedHome(state, name, name.length === 1 ? name : ''));
      return hand;
    },
    paste(text: string) {
      take(pastedHome(state, text));
      return hand;
    },
    screen: () =>
      homePanel(state)
        .rows.map((row) => visible(plainText(row)))
        .join('\n'),
  };
  return hand;
}

describe('Home', () => {
  test('lists the drafts, and Enter resumes the one with the bar', () => {
    const hand = home();
    expect(hand.screen()).toContain('3 drafts');
    expect(hand.screen()).toContain('❯ Sanctum v1');
    expect(hand.screen()).toContain('today 12:04');
    expect(hand.press('down', 'enter').asked).toEqual([{ do: 'resume', id: 'v2' }]);
  });

  test('one that was not read yet says so, and nothing else; its place is no reason to pick out another', () => {
    const file = {
      id: 'v9',
      shelf: 'drafts' as const,
      size: 70e6,
      written: new Date(2026, 1, 14, 15).toISOString(),
    };
    const before = homeDrafts({ drafts: [draft('v1'), draft('v2')], unread: [file], damaged: [] });
    const hand = home({ drafts: before });
    expect(hand.screen()).toContain('❯ v9   67 MiB, not read yet\n');
    expect(hand.screen()).not.toContain('answered');
    expect(hand.press('enter', 'menu', 'down').asked).toEqual([{ do: 'resume', id: 'v9' }]);
    const now = homeDrafts({ drafts: [draft('v1'), draft('v2'), draft('v9')], unread: [], damaged: [] });
    expect([0, 1, 2, -1].map((at) => followed({ ...firstView, at }, before, now).at)).toEqual([2, 0, 1, -1]);
    // The last of them was deleted: the one before it is picked out.
    const ids = (view: number) => followed({ ...firstView, at: view }, [draft('v1'), draft('v2')], now).at;
    expect(ids(2)).toBe(1);
  });

  test('n, d and Ctrl+C do what the line at the bottom and Help say', () => {
    const hand = home().press('n', 'down', 'd', 'ctrl+c');
    expect(hand.asked).toEqual([{ do: 'new' }, { do: 'delete', id: 'v2' }, { do: 'quit' }]);
    expect(hand.press('?').screen()).toContain('move the review to the trash');
    expect(hand.press('escape').screen()).toContain('3 drafts');
  });

  test('o asks for a report; its letters are no commands', () => {
    const hand = home().press('o');
    expect(hand.screen()).toContain('Report to open');
    hand
      .press(...'docs/on.md')
      .paste('x\ny')
      .press('backspace', 'backspace', 'backspace', 'enter');
    expect(hand.asked).toEqual([{ do: 'open', path: 'docs/on.md' }]);
  });

  test('t shows the trash, where Enter restores and d does nothing', () => {
    const hand = home().press('t');
    expect(hand.screen()).toContain('1 in the trash');
    expect(hand.press('d', 'enter').asked).toEqual([{ do: 'restore', id: 'old' }]);
    expect(hand.press('escape').screen()).toContain('3 drafts');
  });

  test('with no drafts it says what to do and how to leave; d and t do nothing', () => {
    const hand = home({ drafts: [], trashed: [] });
    expect(hand.screen()).toContain('No reviews yet. Press n');
    expect(hand.screen()).toContain('Ctrl+C leave   F1 help');
    expect(hand.screen()).not.toContain('t trash');
    expect(hand.press('d', 't').asked).toEqual([]);
    expect(hand.screen()).toContain('0 drafts');
  });

  test('shows a notice, without obeying what is in it', () => {
    const hand = home({ notice: 'Draft k3f9 could not be read.\nIt was left.\x1b[2J' });
    expect(hand.screen()).toContain('Draft k3f9 could not be read.');
    expect(hand.screen()).toContain('It was left.⟨U+001B⟩[2J');
  });

  test('what was said goes when something else is shown, and Escape says how to leave', () => {
    const hand = home({ notice: 'Deleted.' });
    expect(hand.press('down').screen()).toContain('Deleted.');
    expect(hand.press('t').screen()).not.toContain('Deleted.');
    expect(hand.press('escape', 'escape').screen()).toContain('Ctrl+C leaves');
    expect(hand.press('down').screen()).not.toContain('Ctrl+C leaves');
    expect(hand.asked).toEqual([]);
  });

  test('of the path of a report its end is shown, which tells it from others', () => {
    const path = `/home/ada/${'deep/'.repeat(20)}docs/reports/2026-02-13-review.md`;
    expect(home({ drafts: [draft('v1', { written: path })] }).screen()).toContain(
      'docs/reports/2026-02-13-review.md',
    );
  });

  test('a long list scrolls with the bar', () => {
    const hand = home({ drafts: Array.from({ length: 300 }, (_, n) => draft(`n${n}`)) });
    expect(hand.press('end').screen()).toContain('❯ Sanctum n299');
    expect(hand.press('home', 'down', 'down', 'down', 'down', 'down').screen()).toContain('❯ Sanctum n0');
  });
});

const facts: HomeState['facts'] = {
  about: {
    top: '/r',
    name: 'sanctum',
    branch: 'main',
    version: 'v1.4.2-3-g3f2a9c1',
    changed: false,
    reports: ['docs/reports/2026-02-13-review.md', 'docs/reports/2025-11-01-review.md'],
  },
  newest: { verdict: 'CONDITIONAL GO', counts: { critical: 2, high: 4, medium: 0, low: 0 } },
};

describe('the menu', () => {
  test('imports scans into the review that is picked out, else into the newest, else into a new one', () => {
    expect(home().press('i', 'down', 'i', 'up', 'up', 'i').asked).toEqual([
      { do: 'import', id: 'v1' },
      { do: 'import', id: 'v2' },
      { do: 'import', id: 'v1' },
    ]);
    expect(home({ drafts: [] }).press('i').asked).toEqual([{ do: 'import', id: null }]);
  });

  test('is one list with the drafts: arrows reach it, Enter does the entry, and so does its letter', () => {
    const hand = home().press('up');
    expect(hand.screen()).toContain('❯ e  Example review');
    expect(hand.press('up', 'up', 'up', 'enter').asked).toEqual([{ do: 'follow' }]);
    expect(hand.press('home', 'enter', 'f', 'q').asked.slice(1)).toEqual([
      { do: 'new' },
      { do: 'follow' },
      { do: 'quit' },
    ]);
    expect(hand.press('o').screen()).toContain('Report to open');
  });

  test('says the facts beside each entry, and the repository at the top', () => {
    const screen = home({ facts, columns: 120, rows: 36 }).screen();
    expect(screen).toMatch(/sanctum · main · v1.4.2-3-g3f2a9c1 *$/m);
    expect(screen).not.toContain('clean');
    expect(screen).toMatch(/New review +of this repository, at v1.4.2-3-g3f2a9c1/);
    expect(screen).toMatch(/Follow up +2026-02-13-review.md · CONDITIONAL GO · 2 critical, 4 high/);
    expect(screen).toMatch(/Open a report… +docs\/reports has 2/);
  });

  test.each([
    [40, 12],
    [80, 24],
    [120, 36],
  ])('no row moves when the facts arrive, at %i x %i', (columns, rows) => {
    const names = (given: Parameters<typeof home>[0]) =>
      home({ columns, rows, ...given })
        .screen()
        .split('\n')
        .map((row) => /New review|Follow up|Open a report|Import scans|Sanctum v\d|3 drafts/.exec(row)?.[0]);
    expect(names({ facts })).toEqual(names({ facts: null }));
    expect(names({ facts }).filter((name) => name !== undefined).length).toBeGreaterThanOrEqual(7);
    for (const row of home({ columns, rows, facts }).screen().split('\n'))
      expect(rowWidth([{ text: row, tone: 'plain' }])).toBeLessThanOrEqual(columns);
  });

  test('a draft that another window has open says so in place of its date', () => {
    const screen = home({ elsewhere: new Set(['v2']) }).screen();
    expect(screen).toMatch(/Sanctum v2 .* open there/);
    expect(screen).not.toMatch(/Sanctum v1 .* open there/);
  });
});

test('the glance says how far the checklists are, what is next and what is wrong, once it is known', () => {
  const wide = { columns: 120, rows: 36 };
  const known = {
    checklist: { answered: 5, total: 28 },
    next: 'Secrets Management › Status',
    problem: { level: 'error', what: 'Risk is HIGH while CRITICAL-1 is open' },
  } as const;
  const screen = home({ ...wide, glances: new Map([['v1', known]]) }).screen();
  for (const words of ['5 of 28', 'next  Secrets Management › Status', '✗ Risk is HIGH while CRITICAL-1'])
    expect(screen).toContain(words);
  const before = home(wide).screen().split('\n');
  const place = (rows: string[]) => rows.findIndex((row) => row.includes('answered'));
  expect(place(screen.split('\n'))).toBe(place(before));
  for (const row of screen.split('\n'))
    expect(rowWidth([{ text: row, tone: 'plain' }])).toBeLessThanOrEqual(120);
});

describe('a line of the list', () => {
  const hostile = draft('x', {
    title: 'Sanctum 漢字 \u202e👩‍👩‍👧 '.repeat(5),
    reviewer: 'Grace Hopper the Third',
  });
  const written = draft('w', { progress: 1, verdict: 'CONDITIONAL GO', written: '/r/docs/reports/a.md' });

  test.each([40, 60, 80, 100, 120, 200])('is exactly or less than %i columns wide', (width) => {
    for (const one of [hostile, written, draft('y')]) {
      const columns = columnsOf([hostile, written], width, now);
      expect(rowWidth(draftRow(one, columns, true, now))).toBeLessThanOrEqual(width);
    }
  });

  test('parts the verdict from the date', () => {
    const text = plainText(draftRow(written, columnsOf([written], 120, now), false, now));
    expect(text).toMatch(/ CONDITIONAL GO {2}today 12:04, written$/);
  });

  test('a written one says its verdict', () => {
    const text = plainText(draftRow(written, columnsOf([written], 100, now), false, now));
    expect(text).toMatch(/done {3}CONDITIONAL GO +today 12:04, written$/);
  });
});

describe('when', () => {
  test('says days as people do', () => {
    expect(when(new Date(2026, 1, 13, 9, 5).toISOString(), now)).toBe('yesterday 09:05');
    expect(when(new Date(2026, 0, 2).toISOString(), now)).toBe('2 Jan');
    expect(when(new Date(2025, 11, 31).toISOString(), now)).toBe('31 Dec 2025');
    expect(when('nonsense', now)).toBe('');
  });
});

test.each([60, 70, 109])('on %i columns the glance says how much is answered, whole', (columns) => {
  const rows = home({ columns, rows: 30 }).screen().split('\n');
  const glance = rows.find((row) => / answered /.test(row)) ?? '';
  expect(glance).toMatch(/[█░]{8,} 62%$/);
});
