import { describe, expect, test } from 'vitest';
import { plainKey } from '../../../src/tui/input/kitty.ts';

const shift = 2;
const ctrl = 5;
const superKey = 9;
const capsLock = 65;
const numLock = 129;

describe('a key that is sent as a sequence', () => {
  test.each([
    ['a letter', '\x1b[97u', 'a'],
    ['a letter with Shift', `\x1b[97;${shift}u`, 'A'],
    ['a sign with Shift, as the layout has it', `\x1b[49:33;${shift}u`, '!'],
    ['a letter with Caps Lock', `\x1b[97;${capsLock}u`, 'A'],
    ['a letter with Caps Lock and Shift', `\x1b[97;${capsLock + 1}u`, 'a'],
    ['a letter with Num Lock', `\x1b[228;${numLock}u`, 'ä'],
    ['the text that it types', `\x1b[97;${shift};65u`, 'A'],
    ['several characters of text', '\x1b[0;;101:769u', 'e\u0301'],
    ['a repeated letter', '\x1b[120;1:2u', 'x'],
    ['Space', '\x1b[32u', ' '],
    ['a digit of the keypad', `\x1b[57403;${numLock}u`, '4'],
    ['Enter of the keypad', '\x1b[57414u', '\r'],
    ['a letter by modifyOtherKeys', `\x1b[27;${shift};65~`, 'A'],
  ])('types its character: %s', (_, sent, typed) => {
    expect(plainKey(sent)).toBe(typed);
  });

  test.each([
    ...['\x1b[13u', '\x1b[13;2u', '\x1b[9u', '\x1b[9;2u', '\x1b[27u', '\x1b[127u'],
    ...[`\x1b[122;${ctrl}u`, `\x1b[122;${ctrl + 1}u`, '\x1b[110;3u', '\x1b[57441;2u', '\x1b[A', 'a', '\x01'],
  ])('stays what it is when it types nothing: %j', (sent) => {
    expect(plainKey(sent)).toBe(sent);
  });

  test('is none when it is the window system’s', () => {
    expect(plainKey(`\x1b[99;${superKey}u`)).toBe(null);
    expect(plainKey('\x1b[99;17u')).toBe(null);
  });

  test('has kitty’s form for the table of keys', () => {
    expect(plainKey(`\x1b[27;${ctrl + 1};122~`)).toBe(`\x1b[122;${ctrl + 1}u`);
  });
});
