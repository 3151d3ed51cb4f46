import { expect, test } from 'vitest';
import type { Problem } from '../../src/checks/problem.ts';
import { problemTable } from '../../src/commands/printing/problem-table.ts';
import { displayWidth } from '../../src/text/width.ts';

const problem = (where: string, message: string): Problem & { where: string } => ({
  id: 'placeholder',
  level: 'warning',
  page: 'x',
  place: null,
  message,
  advice: 'answer it, or mark it as not applicable with a reason',
  where,
});

const short = problem('HIGH-1 › Impact', 'HIGH-1 has no Impact');
const long = problem(
  'Short-term Actions (Week 1-2 After Deployment) 1 › Owner',
  'The action "SQL injection in the store of the vault" has no Owner',
);
const table = (problems: (Problem & { where: string })[], columns?: number) =>
  problemTable(problems, (one) => (one as typeof short).where, columns);

test('without a terminal, what is said is on one line', () => {
  expect(table([short, long])).toMatch(/^ {2}HIGH-1 › Impact {2,}HIGH-1 has no Impact \(placeholder\)$/m);
  expect(table([short, long])).toContain(
    '1 › Owner  The action "SQL injection in the store of the vault" has no',
  );
});

test.each([40, 60, 80, 100, 120, 200])(
  'in a terminal of %i columns no word is broken and no line longer',
  (columns) => {
    const told = table([short, long], columns);
    const lines = told.split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    expect(words(told).toSorted()).toEqual(words(table([short, long])).toSorted());
  },
);

test('what would stand in a narrow column stands below its place', () => {
  expect(table([long], 80).split('\n').slice(1)).toEqual([
    '  Short-term Actions (Week 1-2 After Deployment) 1 › Owner',
    '    The action "SQL injection in the store of the vault" has no Owner',
    '    (placeholder)',
    '    → answer it, or mark it as not applicable with a reason',
    '',
  ]);
  expect(table([short], 80)).toContain('  HIGH-1 › Impact  HIGH-1 has no Impact (placeholder)\n');
});
