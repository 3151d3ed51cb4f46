import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/drafts/format/draft.ts';
import { draftText } from '../../../src/drafts/format/draft-text.ts';
import { emptyReview, type Review } from '../../../src/review/review.ts';
import { review } from '../../review/arbitrary.ts';

const draftOf = (of: Review): Draft => ({
  format: 3,
  id: 'abcdef',
  template: { name: 'production-readiness', version: '1' },
  made: '2026-02-13T10:00:00.000Z',
  review: of,
  edited: '2026-02-13T10:00:00.000Z',
  worked: 1.5,
  position: { page: 'head', scroll: 0 },
});

const whole = (draft: Draft) => `${JSON.stringify(draft, null, '\t')}\n`;

test('a draft in parts is the text that it is as a whole', () => {
  fc.assert(
    fc.property(review, (one) => {
      expect([...draftText(draftOf(one))].join('')).toBe(whole(draftOf(one)));
    }),
  );
});

test('so is one with many issues', () => {
  for (const count of [200, 201, 999]) {
    const issues = Array.from({ length: count }, (_, at) => ({
      id: `i${at}`,
      severity: 'low' as const,
      answers: { title: { value: '],\n\t\t\t[' } },
    }));
    const draft = draftOf({ ...emptyReview, issues });
    const parts = [...draftText(draft)];
    expect(parts.join('')).toBe(whole(draft));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(
      whole(draft).length / (count / 200) + 200,
    );
  }
});
