import fc from 'fast-check';

/** Text that breaks naive editors: accents, joined emoji, flags, wide letters, tabs, blanks, several lines. */
export const piece = fc.constantFrom(
  'a',
  'word',
  'É',
  'e\u0301',
  '\u0301',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '🇩',
  '漢字',
  'ﾊﾟ',
  'हिन्दी',
  '️',
  '\u200d',
  ' ',
  '  ',
  '\t',
  '\n',
  '.',
  '-',
  '…',
  '\u202e',
  'averylongwordthatfitsnowhere',
);

export const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
