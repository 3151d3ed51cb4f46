import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IssueField, issueFields, issueKinds } from '../../src/fields/issue.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import type { Action } from '../../src/review/actions.ts';
import { inverseOf } from '../../src/review/inverse.ts';
import { type DeltaSection, deltaSectionOf } from '../../src/review/previous/delta-section.ts';
import { markPreviousIssue } from '../../src/review/previous/mark-previous-issue.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { runs } from '../runs.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const delta = deltaSectionOf(template) as DeltaSection;
const ofItem = [...delta.kept.values(), delta.by, delta.reason, delta.until, delta.note].flatMap(
  (one) => one ?? [],
);

/** Words as a field of that kind holds them. */
function valueWith(kind: string, words: string): Value {
  if (kind === 'code') return { text: words, language: 'go' };
  return kind === 'choices' || kind === 'location' || kind === 'list' ? [words] : words;
}

type Step =
  | { mark: 'resolved' | 'open' | 'changed' | 'accepted' | null }
  | { issue: IssueField; notApplicable: boolean }
  | { item: string; notApplicable: boolean }
  | { severity: 'critical' | 'low' }
  | { note: true }
  | { unlink: true };

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ mark: fc.constantFrom('resolved', 'open', 'changed', 'accepted', null) }),
    fc.record({ issue: fc.constantFrom(...issueFields), notApplicable: fc.boolean() }),
    fc.record({ item: fc.constantFrom(...ofItem.map(({ id }) => id)), notApplicable: fc.boolean() }),
    fc.record({ severity: fc.constantFrom('critical', 'low') }),
    fc.constant({ note: true }),
    fc.constant({ unlink: true }),
  ),
  { maxLength: 14 },
);

test('marks in any order, with edits between them, lose nothing that was written, and can be taken back', () => {
  fc.assert(
    fc.property(fc.subarray([...issueFields]), fc.boolean(), steps, (fields, isKnown, all) => {
      const answers = fields.map(
        (id) => [id, { value: valueWith(issueKinds[id], `earlier ${id}`) }] as const,
      );
      const title = { title: { value: 'Pool' } };
      const issue: Issue = {
        id: 'pool',
        severity: 'high',
        answers: { ...Object.fromEntries(answers), ...title },
      };
      const item = { id: 'pool', answers: { earlier: { value: 'HIGH-1: Pool' } } };
      let review: Review = { ...emptyReview, items: { delta: [item] } };
      const done = (action: Action) => {
        review = reduce(review, action);
      };
      /** The last words written at each place. */
      const written = new Map<string, string>();
      for (const [number, step] of all.entries()) {
        const [now] = review.items.delta ?? [];
        const [about] = review.issues;
        const words = `words ${number};`;
        const said = (kind: string, notApplicable: boolean): Answer =>
          notApplicable ? { notApplicable: words } : { value: valueWith(kind, words) };
        // What is written over is gone, wherever a mark has taken it.
        const over =
          'issue' in step ? step.issue : 'item' in step ? step.item : 'note' in step ? 'the note' : '';
        if ('mark' in step && now) {
          const before = review;
          const back: Action[] = [];
          const earlier = isKnown ? { name: 'HIGH-1', issue } : undefined;
          for (const action of markPreviousIssue(template, review, delta, now, step.mark, earlier).actions) {
            back.unshift(...inverseOf(review, action));
            done(action);
          }
          expect(back.reduce(reduce, review)).toEqual(before);
        } else if ('item' in step) {
          const { kind } = ofItem.find(({ id }) => id === step.item) ?? { kind: 'text' };
          const at = { list: delta.list.id, item: 'pool', field: step.item };
          done({ do: 'answer', at, answer: said(kind, step.notApplicable) });
        } else if ('unlink' in step) done({ do: 'link', list: delta.list.id, id: 'pool', issues: [] });
        else if (!about) continue;
        else if ('issue' in step) {
          const at = { issue: about.id, field: step.issue };
          done({ do: 'answer', at, answer: said(issueKinds[step.issue], step.notApplicable) });
        } else if ('severity' in step) done({ do: 'set-severity', id: about.id, severity: step.severity });
        else done({ do: 'issue-note', id: about.id, text: words });
        if (over !== '') written.set(over, words);
        const kept = JSON.stringify(review);
        for (const one of written.values()) expect(kept).toContain(one);
      }
    }),
    { numRuns: runs(80, 200) },
  );
});
