/**
 * Keys in the encodings that tell all of them apart: kitty's protocol (https://sw.kovidgoyal.net/kitty/keyboard-protocol)
 * and xterm's modifyOtherKeys. Nobody here asks for them, as every key of the program has a plain encoding; another
 * program may have left them on, and tmux may be set to send them always.
 */

/** Code, its shifted form, modifiers, and the text that the key types. */
const kitty = /^\x1b\[(\d+)(?::(\d*)(?::\d*)?)?(?:;(\d*)(?::\d*)?(?:;([\d:]*))?)?u$/;
const otherKey = /^\x1b\[27;(\d+);(\d+)~$/;

const shift = 1;
const windowSystem = 8 | 16;
const locks = 64 | 128;

/** The digits and signs of the keypad, from its first code on. */
const keypad = { first: 57399, enter: 57414, signs: '0123456789./*-+\r=' };

/**
 * A key that types a character as that character; others as they are, in kitty's form. Null for a chord with Super
 * or Hyper: it is meant for the window system, and its letter is no text.
 */
export function plainKey(key: string): string | null {
  const [, mask, code] = otherKey.exec(key) ?? [];
  if (mask !== undefined) return plainKey(`\x1b[${code};${mask}u`);
  const [whole, number, shifted, modifiers, text] = kitty.exec(key) ?? [];
  if (whole === undefined) return key;
  const held = Math.max(0, Number(modifiers || 1) - 1);
  if (held & windowSystem) return null;
  if (held & ~(shift | locks)) return key;
  if (text && !/\p{C}/u.test(characters(text))) return characters(text);
  const character = keypad.signs[Number(number) - keypad.first] ?? characters(number ?? '');
  if (!/^[^\p{C}]$/u.test(character)) return Number(number) === keypad.enter ? character : key;
  if (held & shift && shifted) return characters(shifted);
  const upper = Boolean(held & shift) !== (Boolean(held & 64) && /\p{L}/u.test(character));
  return upper ? character.toUpperCase() : character;
}

const characters = (codes: string): string =>
  codes
    .split(':')
    .map((code) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : ''))
    .join('');
