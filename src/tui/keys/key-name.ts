import type { Key } from 'ink';

/**
 * A key as the key table names it: `ctrl+g`, `shift+tab`, `alt+n`, `up`, `space`, or the character itself.
 * Empty for what has no name.
 */
export function keyName(input: string, key: Key): string {
  const base = special(input, key);
  if (base === '' || base === 'f1') return base;
  const letter = base.length === 1;
  const prefix = `${key.ctrl ? 'ctrl+' : ''}${key.meta && base !== 'escape' ? 'alt+' : ''}`;
  const shifted = key.shift && (letter ? key.ctrl : !plainShifted.has(base));
  return `${prefix}${shifted ? 'shift+' : ''}${key.ctrl && letter ? base.toLowerCase() : base}`;
}

/** Keys that mean the same with Shift: in the plain encoding nobody can tell. */
const plainShifted = new Set(['enter', 'escape', 'space', 'backspace', 'delete']);

function special(input: string, key: Key): string {
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.pageDown) return 'pagedown';
  if (key.pageUp) return 'pageup';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.ctrl && input === '?') return 'f1';
  if (key.return) return 'enter';
  if (key.escape) return 'escape';
  if (key.tab) return 'tab';
  if (key.backspace) return 'backspace';
  if (key.delete) return 'delete';
  if (input === '\n') return 'enter';
  if (input === ' ') return 'space';
  return input;
}

/** Whether a key types its text. What stands for F1 is `Ctrl+?` to Ink, and has a text all the same. */
export const isTyped = (name: string, input: string): boolean =>
  name !== 'f1' && input !== '' && !/^(?:ctrl|alt)\+/.test(name) && /[^\x00-\x1f\x7f]/.test(input);

const words: Record<string, string> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  space: 'Space',
  home: 'Home',
  end: 'End',
  delete: 'Delete',
  backspace: 'Backspace',
  f1: 'F1',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
};

/** The key for a person: "Ctrl+G", "Shift+Tab", "Alt+Shift+N". */
export function keyWords(name: string): string {
  const parts = name.split('+');
  return parts
    .map((part, index) => {
      const chord = index > 0 && part.length === 1;
      if (chord) return /[A-Z]/.test(part) && !parts.includes('ctrl') ? `Shift+${part}` : part.toUpperCase();
      return words[part] ?? part;
    })
    .join('+');
}
