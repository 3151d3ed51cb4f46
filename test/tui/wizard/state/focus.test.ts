import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { issueFields } from '../../../../src/fields/issue.ts';
import type { FieldRef } from '../../../../src/review/review.ts';
import {
  type Focus,
  focusKey,
  focusOfKey,
  isWithin,
  sameFocus,
} from '../../../../src/tui/wizard/state/focus.ts';

/** The names in a template have no slash; the ids of issues and items come from files and may have anything. */
const name = fc.stringMatching(/^[a-z][a-z-]{0,8}[a-z]$/).map((text) => `x${text}`);
const id = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `${text}.`);

const place: fc.Arbitrary<FieldRef> = fc.oneof(
  fc.record({ field: name }),
  fc.record({ issue: id, field: fc.constantFrom(...issueFields) }),
  fc.record({ list: name, item: id, field: name }),
);

const focus: fc.Arbitrary<Focus> = fc.oneof(
  fc.record({ on: fc.constant('field' as const), place }),
  fc.record({ on: fc.constant('row' as const), place, index: fc.nat(2000) }),
  fc.record({
    on: fc.constant('note' as const),
    of: fc.oneof(fc.record({ section: name }), fc.record({ issue: id })),
  }),
  fc.record({ on: fc.constantFrom('issue' as const, 'severity' as const, 'more' as const), issue: id }),
  fc.record({ on: fc.constantFrom('entry' as const, 'about' as const), list: name, item: id }),
  fc.record({ on: fc.constant('add-entry' as const), list: name }),
  fc.constantFrom<Focus>({ on: 'add-issue' }, { on: 'finish' }),
);

it('comes back from the string that a draft keeps', () => {
  fc.assert(
    fc.property(focus, (one) => {
      expect(focusOfKey(focusKey(one))).toEqual(one);
    }),
  );
});

it('is the same as another one exactly when all of it is', () => {
  fc.assert(
    fc.property(focus, focus, (one, other) => {
      expect(sameFocus(one, structuredClone(one))).toBe(true);
      expect(sameFocus(one, other)).toBe(isDeepStrictEqual({ ...one }, { ...other }));
    }),
  );
  expect(sameFocus({ on: 'add-issue' }, null)).toBe(false);
});

it('is within a field on the field and on each of its rows, and nowhere else', () => {
  const impact: FieldRef = { issue: 'a', field: 'impact' };
  expect(isWithin({ on: 'field', place: impact }, impact)).toBe(true);
  expect(isWithin({ on: 'row', place: { ...impact }, index: 3 }, impact)).toBe(true);
  expect(isWithin({ on: 'row', place: { issue: 'b', field: 'impact' }, index: 3 }, impact)).toBe(false);
  expect(isWithin({ on: 'issue', issue: 'a' }, impact)).toBe(false);
  expect(isWithin(null, impact)).toBe(false);
});
