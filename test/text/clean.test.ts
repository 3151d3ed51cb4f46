import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, oneLine, visible } from '../../src/text/clean.ts';
import { displayWidth, padEnd, truncate, truncateStart } from '../../src/text/width.ts';
import { runs } from '../runs.ts';
import { text } from './arbitrary.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\x1b[31m',
        '\x1b]0;title\x07',
        '\x1b]8;;http://x\x1b\\',
        '\x1b',
        '\x9b',
        '\r\n',
        '\r',
        '\x00',
      ),
      fc.constantFrom(
        '\x7f',
        '\x1bP',
        '\ud83d',
        '\ude00',
        '\x1b(B',
        'plain',
        '👍',
        '\u202e',
        '\n',
        '\t',
        '[',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('clean', () => {
  test('leaves nothing that a terminal obeys, and is done after one time', () => {
    fc.assert(
      fc.property(hostile, (whole) => {
        const once = clean(whole);
        expect(once.text).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
        expect(once.text.isWellFormed()).toBe(true);
        expect(clean(once.text)).toEqual({ text: once.text, removed: 0 });
      }),
      { numRuns: runs(100) },
    );
  });

  test('takes sequences whole and counts them, but no word after a stray escape', () => {
    expect(clean('a\x1b[1;31mred\x1b[0m')).toEqual({ text: 'ared', removed: 2 });
    expect(clean('\x1b]0;title\x07text')).toEqual({ text: 'text', removed: 1 });
    expect(clean('\x1bHello')).toEqual({ text: 'Hello', removed: 1 });
    expect(clean('\x1b]no end\nnext')).toEqual({ text: ']no end\nnext', removed: 1 });
    expect(clean('a\r\nb\rc\td')).toEqual({ text: 'a\nb\nc\td', removed: 0 });
  });
});

describe('oneLine', () => {
  test('joins lines with one space and says so', () => {
    expect(oneLine('one\n    two\nthree\n')).toEqual({ text: 'one two three', joined: true });
    expect(oneLine('one  two\n')).toEqual({ text: 'one  two', joined: false });
    expect(oneLine(' kept ')).toEqual({ text: ' kept ', joined: false });
  });
});

describe('visible', () => {
  test('names what would be unseen or obeyed', () => {
    expect(visible('a\u202eb')).toBe('a⟨U+202E⟩b');
    expect(visible('\x1b[2J')).toBe('⟨U+001B⟩[2J');
    expect(visible('a\tb\nc')).toBe('a    b\nc');
    expect(visible('👩‍👧 é 漢')).toBe('👩‍👧 é 漢');
  });

  test('lets nothing through, whatever comes', () => {
    fc.assert(
      fc.property(hostile, (whole) => {
        expect(visible(whole)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('width', () => {
  test('truncate never goes over, and marks what it cut', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (whole, width) => {
        const line = whole.replaceAll('\n', ' ');
        const cut = truncate(line, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (cut !== line && width > 0) expect(cut.endsWith('…')).toBe(true);
        const end = truncateStart(line, width);
        expect(displayWidth(end)).toBeLessThanOrEqual(width);
        if (end !== line && width > 0) expect(end.startsWith('…') && line.endsWith(end.slice(1))).toBe(true);
      }),
    );
  });

  test('padEnd fills up by columns', () => {
    expect(padEnd('漢', 4)).toBe('漢  ');
    expect(padEnd('longer', 3)).toBe('longer');
    expect(displayWidth('\t👍🏽\u202e')).toBe(4 + 2 + 8);
  });
});
