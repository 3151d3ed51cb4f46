import { expect, test } from 'vitest';
import { dayInWords } from '../../src/fields/day-words.ts';

// A Friday.
const today = '2026-11-27';

test.each([
  ['today', '2026-11-27'],
  ['Tomorrow', '2026-11-28'],
  ['yesterday', '2026-11-26'],
  ['+10d', '2026-12-07'],
  ['+2w', '2026-12-11'],
  ['+ 2 weeks', '2026-12-11'],
  ['-1w', '2026-11-20'],
  ['+3m', '2027-02-27'],
  ['in 3 days', '2026-11-30'],
  ['in a week', '2026-12-04'],
  ['mon', '2026-11-30'],
  ['Monday', '2026-11-30'],
  ['fri', '2026-12-04'],
  ['27 Nov', '2026-11-27'],
  ['Nov 26', '2027-11-26'],
  ['december 24th', '2026-12-24'],
  ['29 feb', null],
  ['27.11.2026', '2026-11-27'],
  ['03/04/2026', null],
  ['deploy-3d', null],
  ['+2', null],
  ['soon', null],
  ['', null],
  ['+9999m', '2860-02-27'],
])('%s is %s', (said, day) => {
  expect(dayInWords(said, { today })).toBe(day);
});

test.each([
  ['fri', '2026-11-20'],
  ['thu', '2026-11-26'],
  ['28 Nov', '2025-11-28'],
  ['27 Nov', '2026-11-27'],
])('of what has been, %s is %s', (said, day) => {
  expect(dayInWords(said, { today, past: true })).toBe(day);
});

test('the end of a month stays one, and a deployment is counted from', () => {
  expect(dayInWords('+1m', { today: '2026-01-31' })).toBe('2026-02-28');
  const occasion = { today, deployment: '2026-12-15' };
  expect(dayInWords('deploy', occasion)).toBe('2026-12-15');
  expect(dayInWords('deploy-3d', occasion)).toBe('2026-12-12');
  expect(dayInWords('deploy +1w', occasion)).toBe('2026-12-22');
  expect(dayInWords('+1w', occasion), 'without a word, from today').toBe('2026-12-04');
});
