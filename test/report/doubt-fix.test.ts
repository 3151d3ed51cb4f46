import { expect, test } from 'vitest';
import { fixForDoubt } from '../../src/report/doubt-fix.ts';
import { readReport } from '../../src/report/read.ts';
import { reduce } from '../../src/review/reduce.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const report = `# Check of Larch

## Findings

### P1-4: Queue is never drained

It grows all night.

### HIGH: Password in the log [RESOLVED]

It is masked now.
`;
const { review, unclear } = readReport(template, report);
const doubtOn = (line: number) => {
  const doubt = unclear.find((one) => one.line === line);
  if (!doubt) throw new Error(`nothing is said of line ${line}`);
  return doubt;
};

test('a guessed issue is said with its line, and can be kept as a note instead, word for word', () => {
  const fix = fixForDoubt(template, review, doubtOn(5));
  expect(fix?.label).toBe('keep it as a note');
  const kept = (fix?.actions ?? []).reduce(reduce, review);
  expect(kept.issues).toEqual([]);
  expect(Object.values(kept.notes).join('\n')).toContain(
    '### P1-4: Queue is never drained\n\nIt grows all night.',
  );
  expect(fixForDoubt(template, kept, doubtOn(5))).toBeNull();
});

test('a closed issue is said with its line, and can be added to the previous issues, once', () => {
  const fix = fixForDoubt(template, review, doubtOn(9));
  expect(fix?.label).toBe('add it to the previous issues');
  const added = (fix?.actions ?? []).reduce(reduce, review);
  expect(added.items.delta).toMatchObject([
    { answers: { earlier: { value: 'Password in the log' }, outcome: { value: 'Resolved' } } },
  ]);
  expect(fixForDoubt(template, added, doubtOn(9))).toBeNull();
});
