import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { graphemes, isPlain } from '../../src/text/graphemes.ts';
import { displayWidth } from '../../src/text/width.ts';

test('every character that is told at a glance takes one column, and is a grapheme by itself', () => {
  const plain = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (character) => isPlain(character) && character !== '\n' && character !== '\t',
  );
  expect(plain.length).toBeGreaterThan(800);
  expect(plain.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  const segmenter = new Intl.Segmenter();
  const texts = fc.array(fc.constantFrom(...plain), { minLength: 1 }).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text));
      expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
  );
});
