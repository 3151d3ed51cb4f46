import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoParts } from '../src/memo-parts.ts';

/** The sum of numbers, one in each part, with the numbers that were added. */
function counted() {
  const added: number[] = [];
  const sum = memoParts(function* (all: readonly number[], more: number) {
    let now = more;
    for (const one of all) {
      added.push(one);
      now += one;
      yield;
    }
    return now;
  });
  return { sum, added };
}

describe('work in parts', () => {
  it('makes the same, whatever was done of it ahead, and of which list', () => {
    const lists = [[], [1], [2, 3, 4]] as const;
    const steps = fc.array(fc.tuple(fc.constantFrom(...lists), fc.nat(1), fc.nat(4)));
    fc.assert(
      fc.property(steps, (all) => {
        const { sum } = counted();
        for (const [list, more, ahead] of all) {
          for (let left = ahead; left > 0 && !sum.ahead(list, more); ) left -= 1;
          if (ahead !== 1) expect(sum(list, more)).toBe(list.reduce((now, one) => now + one, more));
        }
      }),
    );
  });

  it('does a part at a time, and nothing twice', () => {
    const { sum, added } = counted();
    const list = [5, 6, 7];
    expect([sum.ahead(list, 0), sum.ahead(list, 0)]).toEqual([false, false]);
    expect(added).toEqual([5, 6]);
    expect(sum(list, 0)).toBe(18);
    expect([sum.ahead(list, 0), sum(list, 0)]).toEqual([true, 18]);
    expect(added).toEqual(list);
  });

  it('throws again where it has thrown, and makes it where it can', () => {
    let isBroken = true;
    const made = memoParts(function* (_: object) {
      yield;
      if (isBroken) throw new Error('broken');
      return 'made';
    });
    const key = {};
    for (let times = 0; times < 2; times += 1) expect(() => made(key)).toThrow('broken');
    isBroken = false;
    expect(made(key)).toBe('made');
  });
});
