import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeKey, keysOfRest, splitKeys } from '../../../src/tui/input/keys.ts';
import { runs } from '../../runs.ts';

const keys = (input: string): string[] => {
  const { keys: whole, rest } = splitKeys(input);
  return [...whole, ...keysOfRest(rest)];
};

/** Keys that stay the same wherever their bytes are cut apart. */
const key = fc.constantFrom(
  'a',
  'Z',
  ' ',
  '漢',
  '\r',
  '\t',
  '\x7f',
  '\x03',
  '\x1b[A',
  '\x1b[1;5C',
  '\x1b[3~',
  '\x1b[Z',
  '\x1b[[B',
  '\x1b[2$',
  '\x1bOQ',
  '\x1bx',
  '\x1b[97;5u',
  '\x1b[13;2u',
  '\x1b[1;2:1A',
  '\x1b[200~one\r\ntwo\x1b[31m\x03\x1b[201~',
  '\x1b[200~\x1b[201~',
);

describe('splitKeys', () => {
  test('gives every key by itself, wherever the reads are cut', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 20 }), fc.array(fc.nat(60)), (pressed, cuts) => {
        const input = pressed.join('');
        const got: string[] = [];
        let rest = '';
        let from = 0;
        for (const at of [...cuts.filter((cut) => cut < input.length).sort((a, b) => a - b), input.length]) {
          const split = splitKeys(rest + input.slice(from, at));
          got.push(...split.keys);
          rest = split.rest;
          from = at;
        }
        expect([...got, ...keysOfRest(rest)]).toEqual(pressed);
      }),
      { numRuns: runs(50) },
    );
  });

  test('an Escape is one when nothing follows, and before another one', () => {
    expect(keys('\x1b')).toEqual([escapeKey]);
    expect(keys('\x1b\x1b')).toEqual([escapeKey, escapeKey]);
    expect(keys('\x1b\x1bx')).toEqual([escapeKey, '\x1bx']);
    expect(keys('\x1b\x1b[A')).toEqual(['\x1b\x1b[A']);
  });

  test('Alt with what else begins a sequence is still Alt', () => {
    expect(keys('\x1b[')).toEqual(['\x1b[91;3u']);
    expect(keys('\x1bO')).toEqual(['\x1b[79;3u']);
    expect(keys('\x1b😀')).toEqual(['\x1b😀']);
  });

  test('a broken sequence does not become text, and what follows it is read', () => {
    expect(keys('\x1b[1;5')).toEqual([]);
    expect(keys('\x1b[200~never ends')).toEqual([]);
  });

  test('a grapheme is one key, and a key let go is none', () => {
    expect(keys('👩‍👩‍👧e\u0301\r\n')).toEqual(['👩‍👩‍👧', 'e\u0301', '\r', '\n']);
    expect(keys('\x1b[97;1:1u\x1b[97;1:3u\x1b[1;1:3Ab')).toEqual(['a', 'b']);
  });
});
