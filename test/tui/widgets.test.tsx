import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { Menu } from '../../src/tui/widgets/Menu.tsx';
import { Prompt } from '../../src/tui/widgets/Prompt.tsx';
import { show } from './show.tsx';

function Asked({
  initial = '',
  onSubmit = () => {},
}: {
  initial?: string;
  onSubmit?: (value: string) => void;
}) {
  const [value, setValue] = useState(initial);
  return <Prompt label="Path" value={value} onChange={setValue} onSubmit={onSubmit} placeholder="a file" />;
}

/** Presses Enter and gives what was submitted. */
async function submitted(initial: string, ...keys: string[]): Promise<string> {
  const onSubmit = vi.fn<(value: string) => void>();
  const screen = show(<Asked initial={initial} onSubmit={onSubmit} />);
  await screen.press(...keys, 'enter');
  await vi.waitFor(() => expect(onSubmit).toHaveBeenCalled());
  return onSubmit.mock.calls[0]?.[0] ?? '';
}

describe('Prompt', () => {
  test('shows its label, its placeholder, and what is typed', async () => {
    const screen = show(<Asked />);
    await screen.sees('Path  a file');
    await screen.type('report.md');
    await screen.sees('Path  report.md');
  });

  test('takes no letters of chords, and types on where the caret was', async () => {
    expect(await submitted('', 'a', 'b', 'left', 'ctrl+g', 'alt+x', 'ctrl+p', 'X')).toBe('aXb');
  });

  test('moves and deletes like a line editor', async () => {
    expect(await submitted('docs/old name.md', 'home', 'x')).toBe('xdocs/old name.md');
    expect(await submitted('abc', 'left', 'left', 'left', 'left', 'left', 'x')).toBe('xabc');
    expect(await submitted('abc', 'right', 'right', 'x')).toBe('abcx');
    expect(await submitted('one two', 'ctrl+w', 'x')).toBe('one x');
    expect(await submitted('one two', 'alt+b', 'ctrl+k', 'x')).toBe('one x');
    expect(await submitted('one two', 'ctrl+a', 'delete', 'ctrl+e', 'x')).toBe('ne twox');
    expect(await submitted('one two', 'alt+b', 'ctrl+u', 'x')).toBe('xtwo');
  });

  test('a backspace takes a whole emoji, and typing goes on in its place', async () => {
    expect(await submitted('a👩‍👩‍👧b', 'left', 'backspace', 'x')).toBe('axb');
    expect(await submitted('a👍🏽b', 'left', 'left', 'x')).toBe('ax👍🏽b');
  });

  test('a paste comes whole at the caret, its lines joined and its controls gone', async () => {
    const onSubmit = vi.fn<(value: string) => void>();
    const screen = show(<Asked initial="<>" onSubmit={onSubmit} />);
    await screen.press('left');
    await screen.paste('one\r\n  two\x1b[31m\n');
    await screen.sees('<one two>');
    await screen.press('!', 'enter');
    expect(onSubmit).toHaveBeenCalledWith('<one two!>');
  });

  test('a value from outside is taken, with the caret behind it', async () => {
    const onChange = vi.fn();
    const ask = (value: string) => <Prompt label="" value={value} onChange={onChange} onSubmit={() => {}} />;
    const screen = show(ask('one'));
    screen.rerender(ask('another'));
    await screen.press('!');
    expect(onChange).toHaveBeenCalledWith('another!');
  });
});

describe('Menu', () => {
  const items = [
    { label: 'GO', value: 'go', note: 'ready' },
    { label: 'CONDITIONAL GO', value: 'conditional' },
    { label: 'NO-GO', value: 'no' },
  ];

  test('arrows and Enter take an option', async () => {
    const onSelect = vi.fn();
    const screen = show(<Menu items={items} onSelect={onSelect} />);
    await screen.sees('❯ 1 GO   ready');
    await screen.press('down', 'down', 'enter');
    expect(onSelect.mock.calls).toEqual([['no']]);
  });

  test('starts at the answer that is there, and a digit takes at once', async () => {
    const onSelect = vi.fn();
    const screen = show(<Menu items={items} onSelect={onSelect} initial={1} />);
    await screen.sees('❯ 2 CONDITIONAL GO');
    await screen.press('3');
    expect(onSelect.mock.calls).toEqual([['no']]);
  });

  test('chords, pastes and digits beyond the list take nothing', async () => {
    const onSelect = vi.fn();
    const screen = show(<Menu items={items} onSelect={onSelect} />);
    await screen.press('alt+1', '9');
    await screen.paste('2');
    await screen.press('down');
    await screen.sees('❯ 2');
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('an empty one answers nothing', async () => {
    const onSelect = vi.fn();
    const screen = show(<Menu items={[]} onSelect={onSelect} />);
    await screen.press('enter', '1');
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('without the focus it hears nothing', async () => {
    const onSelect = vi.fn();
    const screen = show(<Menu items={items} onSelect={onSelect} isFocused={false} />);
    await screen.press('enter', '1');
    expect(onSelect).not.toHaveBeenCalled();
  });
});
