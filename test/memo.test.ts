import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memo, memoLast, memoSum } from '../src/memo.ts';

describe('a function with a memory', () => {
  it('is called once for an object while the other arguments stay the same', () => {
    let calls = 0;
    const sum = memo((numbers: number[], more: number) => {
      calls++;
      return numbers.reduce((all, one) => all + one, more);
    });
    const [some, others] = [[1, 2], [3]];
    expect([sum(some, 1), sum(others, 1), sum(some, 1)]).toEqual([4, 4, 4]);
    expect(calls).toBe(2);
    expect([sum(some, 2), sum(some, 1)]).toEqual([5, 4]);
    expect(calls).toBe(4);
  });
});

describe('a function with a memory of the last time', () => {
  it('is given what it made then, and only for other arguments', () => {
    const seen: (string | null)[] = [];
    const joined = memoLast((before: string | null, one: string, other: string) => {
      seen.push(before);
      return one + other;
    });
    expect([joined('a', 'b'), joined('a', 'b'), joined('a', 'c'), joined('a', 'b')]).toEqual([
      'ab',
      'ab',
      'ac',
      'ab',
    ]);
    expect(seen).toEqual([null, 'ab', 'ac']);
  });
});

describe('a sum with a memory', () => {
  it('is that of the list, whatever list it was asked for before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 6 })), (lists) => {
        const sum = memoSum(0, (all, one: number, times) => all + times * one);
        for (const list of lists) expect(sum(list)).toBe(list.reduce((all, one) => all + one, 0));
      }),
    );
  });

  it('adds only what is not at the ends of the last one', () => {
    const added: number[] = [];
    const sum = memoSum(0, (all, one: number, times) => {
      added.push(times * one);
      return all + times * one;
    });
    expect([sum([1, 2, 3]), sum([1, 4, 3])]).toEqual([6, 8]);
    expect(added).toEqual([1, 2, 3, -2, 4]);
  });
});
