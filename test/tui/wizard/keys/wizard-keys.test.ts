import { describe, expect, it } from 'vitest';
import { helpRows, keyTable } from '../../../../src/tui/wizard/keys/table.ts';

const fixed = [
  ...['tab', 'shift+tab', 'enter', 'escape', 'pageup', 'pagedown'],
  ...['ctrl+g', 'ctrl+p', 'ctrl+r', 'ctrl+o', 'ctrl+z', 'ctrl+y', 'ctrl+s', 'ctrl+c', '?'],
  ...['a', 'd', 'K', 'J', 'm', 'up', 'down', '1', '9', 'space', 'alt+n', 'alt+N'],
  ...['left', 'right', 'home', 'end', 'ctrl+a', 'ctrl+e', 'ctrl+w', 'ctrl+u', 'ctrl+k'],
  ...['ctrl+left', 'ctrl+right', 'alt+left', 'alt+right', 'delete', 'backspace'],
];

describe('the key table', () => {
  it.each(fixed)('has %s', (key) => {
    expect(keyTable.some((row) => row.keys.includes(key))).toBe(true);
  });

  it('is all in Help', () => {
    expect(helpRows()).toHaveLength(keyTable.length);
  });
});
