import { describe, expect, test, vi } from 'vitest';
import type { DraftSummary } from '../../src/drafts/store/summary.ts';
import { lineWidth, plainText } from '../../src/tui/line.ts';
import { columnsOf, draftLine } from '../../src/tui/screens/draft-line.ts';
import { Home, type HomeProps } from '../../src/tui/screens/Home.tsx';
import { when } from '../../src/tui/screens/when.ts';
import { show } from './show.tsx';

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

const calls = () => ({
  onResume: vi.fn(),
  onNew: vi.fn(),
  onOpenReport: vi.fn(),
  onDelete: vi.fn(),
  onRestore: vi.fn(),
  onQuit: vi.fn(),
  onSeen: vi.fn(),
});

function home(props: Partial<HomeProps> = {}) {
  const on = calls();
  const drafts = [draft('v1'), draft('v2'), draft('v3')];
  return { on, screen: show(<Home drafts={drafts} trashed={[draft('old')]} now={now} {...on} {...props} />) };
}

describe('Home', () => {
  test('lists the drafts, and Enter resumes the one with the bar', async () => {
    const { screen, on } = home();
    await screen.sees('3 drafts');
    await screen.sees('▌Sanctum v1');
    await screen.sees('today 12:04');
    await screen.press('down', 'enter');
    expect(on.onResume.mock.calls).toEqual([['v2']]);
  });

  test('n, d and Ctrl+C do what the line at the bottom and Help say', async () => {
    const { screen, on } = home();
    await screen.press('n', 'down', 'd', 'ctrl+c');
    expect(on.onNew).toHaveBeenCalledOnce();
    expect(on.onDelete.mock.calls).toEqual([['v2']]);
    expect(on.onQuit).toHaveBeenCalledOnce();
    await screen.press('?');
    await screen.sees('move the review to the trash');
    await screen.press('escape');
    await screen.sees('3 drafts');
  });

  test('o asks for a report; its letters are no commands', async () => {
    const { screen, on } = home();
    await screen.press('o');
    await screen.sees('Report to open');
    await screen.type('docs/on.md');
    await screen.press('enter');
    expect(on.onOpenReport.mock.calls).toEqual([['docs/on.md']]);
    expect(on.onNew).not.toHaveBeenCalled();
    expect(on.onDelete).not.toHaveBeenCalled();
  });

  test('t shows the trash, where Enter restores and d does nothing', async () => {
    const { screen, on } = home();
    await screen.press('t');
    await screen.sees('1 in the trash');
    await screen.press('d', 'enter');
    expect(on.onRestore.mock.calls).toEqual([['old']]);
    expect(on.onDelete).not.toHaveBeenCalled();
    await screen.press('escape');
    await screen.sees('3 drafts');
  });

  test('with no drafts it says what to do, and Enter and d do nothing', async () => {
    const { screen, on } = home({ drafts: [], trashed: [] });
    await screen.sees('No reviews yet. Press n');
    await screen.press('enter', 'd');
    expect(on.onResume).not.toHaveBeenCalled();
    expect(on.onDelete).not.toHaveBeenCalled();
  });

  test('shows a notice, without obeying what is in it', async () => {
    const { screen } = home({ notice: 'Draft k3f9 could not be read.\nIt was left.\x1b[2J' });
    await screen.sees('Draft k3f9 could not be read.');
    await screen.sees('It was left.⟨U+001B⟩[2J');
  });

  test('what was said goes when something else is shown, and Escape says how to leave', async () => {
    const { screen, on } = home({ notice: 'Deleted; t shows the trash.' });
    await screen.press('down');
    expect(on.onSeen).not.toHaveBeenCalled();
    await screen.press('t');
    expect(on.onSeen).toHaveBeenCalledOnce();
    await screen.press('escape', 'escape');
    await screen.sees('Ctrl+C leaves');
    await screen.press('down');
    await screen.seesNot('Ctrl+C leaves');
    expect(on.onQuit).not.toHaveBeenCalled();
  });

  test('with no drafts the line at the bottom says how to leave', async () => {
    const { screen } = home({ drafts: [], trashed: [] });
    await screen.sees('Ctrl+C leave   ? help');
  });

  test('of the path of a report its end is shown, which tells it from others', async () => {
    const { screen } = home({
      drafts: [draft('v1', { written: `/home/ada/${'deep/'.repeat(20)}docs/reports/2026-02-13-review.md` })],
    });
    await screen.sees('docs/reports/2026-02-13-review.md');
  });

  test('a long list scrolls with the bar', async () => {
    const drafts = Array.from({ length: 300 }, (_, n) => draft(`n${n}`));
    const { screen } = home({ drafts });
    await screen.press('end');
    await screen.sees('▌Sanctum n299');
    await screen.press('home');
    await screen.sees('▌Sanctum n0');
  });
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
      expect(lineWidth(draftLine(one, columns, true, now))).toBeLessThanOrEqual(width);
    }
  });

  test('a written one says its verdict', () => {
    const text = plainText(draftLine(written, columnsOf([written], 100, now), false, now));
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
