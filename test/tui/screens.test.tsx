import { renderToString } from 'ink';
import stringWidth from 'string-width';
import { describe, expect, test, vi } from 'vitest';
import { Help } from '../../src/tui/screens/Help.tsx';
import { type Entry, Palette } from '../../src/tui/screens/Palette.tsx';
import { Preview } from '../../src/tui/screens/Preview.tsx';
import { show } from './show.tsx';

const entries: Entry[] = [
  { id: 'p', title: 'Executive Summary', kind: 'page', note: '2/4' },
  { id: 'f', title: 'Fix Required', path: 'CRITICAL-2', kind: 'field', note: 'empty' },
  { id: 'g', title: 'Critical Issues', path: 'Checklist', kind: 'group', note: '1/3' },
  { id: 'c', title: 'Add critical issue', kind: 'command', keys: 'a' },
  ...Array.from(
    { length: 40 },
    (_, n): Entry => ({ id: `l${n}`, title: `Long list ${n} \u202e漢字`, kind: 'issue' }),
  ),
];

const rows = Array.from({ length: 40 }, (_, n) => ({
  keys: n === 7 ? 'Ctrl+Left Ctrl+Right Alt+Left Alt+Right' : `Ctrl+${n}`,
  does: `does the thing number ${n}, which takes a while to say`,
  group: n < 20 ? 'Everywhere' : 'In text',
}));

const report = Array.from({ length: 200 }, (_, n) =>
  n % 10 === 0 ? `# Part ${n}` : `line ${n} ${'word '.repeat(n % 30)}`,
);

const nothing = (): void => {};

describe('Palette', () => {
  const palette = (onPick = vi.fn(), onClose = vi.fn()) => ({
    onPick,
    onClose,
    screen: show(<Palette entries={entries} onPick={onPick} onClose={onClose} width={100} height={20} />),
  });

  test('goes to what was typed a part of', async () => {
    const { screen, onPick } = palette();
    await screen.type('fix cri');
    await screen.sees('❯ CRITICAL-2 › Fix Required');
    await screen.seesNot('Long list');
    await screen.press('enter');
    expect(onPick).toHaveBeenCalledWith(entries[1]);
  });

  test('arrows and pages move through all of it', async () => {
    const { screen, onPick } = palette();
    await screen.press('down', 'down', 'up', 'pagedown');
    await screen.sees('❯ Long list 12');
    await screen.press('pagedown', 'pagedown', 'pagedown');
    await screen.sees('❯ Long list 39');
    await screen.press('enter');
    expect(onPick).toHaveBeenCalledWith(entries.at(-1));
  });

  test('says when there is nothing, and then Enter does nothing', async () => {
    const { screen, onPick, onClose } = palette();
    await screen.type('xyzzy');
    await screen.sees('Nothing is called “xyzzy”');
    await screen.press('enter', 'escape');
    expect(onPick).not.toHaveBeenCalled();
    expect(onClose).toHaveBeenCalled();
  });
});

describe('Help', () => {
  test('keeps the rows that have the words, by groups', async () => {
    const screen = show(<Help rows={rows} onClose={nothing} width={100} height={20} />);
    await screen.sees('Everywhere');
    await screen.type('number 33');
    await screen.sees('Ctrl+33');
    await screen.sees('In text');
    await screen.seesNot('Everywhere');
  });

  test('scrolls to its last row, and closes on Escape', async () => {
    const onClose = vi.fn();
    const screen = show(<Help rows={rows} onClose={onClose} width={100} height={20} />);
    await screen.press('pagedown', 'pagedown', 'pagedown', 'pagedown');
    await screen.sees('Ctrl+39');
    await screen.press('escape');
    expect(onClose).toHaveBeenCalled();
  });
});

describe('Preview', () => {
  const preview = (start: number, onClose = nothing) =>
    show(<Preview lines={report} start={start} title="Preview" onClose={onClose} width={60} height={20} />);

  test('opens at the place that is being edited, and marks it', async () => {
    await preview(90).sees('▌Part 90');
  });

  test('goes to both ends, and no further', async () => {
    const screen = preview(0);
    await screen.press('up', 'end');
    await screen.sees('line 199');
    await screen.sees('100%');
    await screen.press('down', 'pagedown', 'home');
    await screen.sees('▌Part 0');
    await screen.press('pagedown', 'pageup');
    await screen.sees('Part 0');
  });

  test('stays at its line when the terminal gets wider', async () => {
    const at = (width: number) => (
      <Preview lines={report} start={90} title="Preview" onClose={nothing} width={width} height={20} />
    );
    const screen = show(at(40));
    await screen.sees('▌Part 90');
    screen.rerender(at(90));
    await screen.sees('▌Part 90');
  });

  test('shows the Markdown itself with r, and back', async () => {
    const screen = preview(90);
    await screen.sees('▌Part 90');
    await screen.press('r');
    await screen.sees('▌# Part 90');
    await screen.sees('as Markdown');
    await screen.press('r');
    await screen.sees('▌Part 90');
  });

  test('Escape and Ctrl+P close it', async () => {
    const onClose = vi.fn();
    const screen = preview(0, onClose);
    await screen.press('escape', 'ctrl+p');
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe('every screen', () => {
  const screens = {
    Palette: (width: number, height: number) => (
      <Palette entries={entries} onPick={nothing} onClose={nothing} {...{ width, height }} />
    ),
    Help: (width: number, height: number) => <Help rows={rows} onClose={nothing} {...{ width, height }} />,
    Preview: (width: number, height: number) => (
      <Preview
        lines={report}
        start={50}
        title="Preview of the report"
        onClose={nothing}
        {...{ width, height }}
      />
    ),
  };
  const sizes = [
    [40, 10],
    [80, 24],
    [120, 36],
    [200, 8],
  ] as const;
  for (const [name, screen] of Object.entries(screens)) {
    test.each(sizes)(`${name} fits into %i columns and %i rows`, (width, height) => {
      const lines = renderToString(screen(width, height), { columns: 300 }).split('\n');
      expect(lines.length).toBeLessThanOrEqual(height);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    });
  }
});
