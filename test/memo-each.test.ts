import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoEach, steady } from '../src/memo-each.ts';

interface Part {
  found: number[];
}

describe('a search in each element', () => {
  it('gives what is found in all of them, whatever list was searched before', () => {
    const parts: Part[] = [[], [], [1], [1], [2, 3], [4]].map((found) => ({ found }));
    const list = fc.array(fc.constantFrom(...parts), { maxLength: 7 });
    const lists = fc.array(fc.tuple(list, fc.nat(1), fc.option(fc.nat(3))));
    fc.assert(
      fc.property(lists, (searches) => {
        const search = memoEach(({ found }: Part, more: number) => found.map((one) => ({ sum: one + more })));
        for (const [list, more, ahead] of searches) {
          // Some of the searches are left half done.
          if (ahead !== null && !search.ahead(ahead, list, more)) continue;
          const sums = list.flatMap(({ found }) => found.map((one) => ({ sum: one + more })));
          expect(search(list, more)).toEqual(sums);
        }
      }),
    );
  });

  it('looks only at what was not in the last list', () => {
    const seen: Part[] = [];
    const search = memoEach((part: Part) => {
      seen.push(part);
      return part.found;
    });
    const [one, two, three, four] = [1, 2, 3, 4].map((number): Part => ({ found: [number] }));
    const lists = [
      [one, two, three],
      [one, four, three],
      [one, four, two, three],
      [three, one],
    ] as Part[][];
    expect(lists.map((list) => search(list))).toEqual([
      [1, 2, 3],
      [1, 4, 3],
      [1, 4, 2, 3],
      [3, 1],
    ]);
    expect(seen).toEqual([one, two, three, four, two]);
  });

  it('looks ahead at as many as it is told to', () => {
    const seen: Part[] = [];
    const search = memoEach((part: Part) => {
      seen.push(part);
      return part.found;
    });
    const [one, two, three, four] = [1, 2, 3, 4].map((number): Part => ({ found: [number] }));
    const list = [one, two, three] as Part[];
    expect(search.ahead(2, list)).toBe(false);
    expect(seen).toEqual([one, two]);
    expect(search.ahead(2, [one, four, three] as Part[])).toBe(true);
    expect(search([one, four, three] as Part[])).toEqual([1, 4, 3]);
    expect(seen).toEqual([one, two, four, three]);
  });

  it('gives the very same array while it finds the same', () => {
    const search = memoEach(({ found }: Part) => found.map((one) => ({ one })));
    const [some, others] = [{ found: [1] }, { found: [2, 3] }];
    const first = search([some, others]);
    expect(search([{ found: [] }, some, others])).toBe(first);
    expect(search([{ found: [] }, some, { found: [2, 3] }])).toBe(first);
    const next = search([{ found: [] }, some, { found: [2, 4] }]);
    expect(next[0]).toBe(first[0]);
    expect(next[1]).toBe(first[1]);
    expect(next[2]).toEqual({ one: 4 });
  });
});

it('gives the last list again for one that says the same', () => {
  const last = steady<object>();
  const [first, other] = [last([{ a: 1 }, { b: 2 }]), last([{ a: 1 }, { b: 2 }])];
  expect(other).toBe(first);
  expect(last([{ a: 1 }, { b: 3 }])).toEqual([{ a: 1 }, { b: 3 }]);
});
