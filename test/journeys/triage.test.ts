import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

const gosec = (...issues: [rule: string, severity: string, line: string][]) =>
  JSON.stringify({
    Issues: issues.map(([rule_id, severity, line]) => ({
      rule_id,
      severity,
      details: `What ${rule_id} says \u001b[31m`,
      file: '/ci/work/src/main.go',
      line,
    })),
    Stats: {},
  });

test('a scan is imported, accepted, dismissed; the next scan tells what is new and what is gone', async () => {
  const here = surroundings();
  const scan = join(here.repository, 'scans/gosec.json');
  mkdirSync(join(here.repository, 'scans'));
  writeFileSync(scan, gosec(['G404', 'HIGH', '3'], ['G104', 'LOW', '4'], ['G304', 'MEDIUM', '5']));
  const terminal = here.start(['new']);
  await terminal.sees('▌ Review Date');
  await terminal.press('ctrl+g').type('import scans').sees('Import scans');
  await terminal.press('enter').sees('scans/gosec.json');
  await terminal.press('enter').sees('[3 open]');
  await terminal.type('a').sees('Added as HIGH-1');
  await terminal.type('x').sees('1 false positive');
  await terminal.press('1').sees('Dismissed: false positive');

  // Killed, and come back: what was decided is decided.
  await terminal.kill('SIGKILL').ended();
  writeFileSync(scan, gosec(['G304', 'MEDIUM', '9'], ['G501', 'MEDIUM', '1']));
  const again = here.start(['resume']);
  await again.sees('1 high');
  await again.press('ctrl+g').type('findings from').sees('Findings from scanners');
  await again.press('enter').sees('[1 open] 2 decided 0 gone');
  await again.type('i').sees('scans/gosec.json');
  await again.press('enter').sees('2 findings: 1 new, 2 gone');
  await again.sees('[1 open] 1 decided 2 gone');
  await again.sees('new What G501 says');
  await again.press('escape').sees('▌ Review Date');
  await again.press('ctrl+c').ended();
  const { review } = here.draft();
  expect(review.issues).toMatchObject([
    { severity: 'high', answers: { title: { value: 'What G404 says' } } },
  ]);
  expect(
    Object.values(review.decisions ?? {})
      .map(({ is }) => is)
      .toSorted(),
  ).toEqual(['accepted', 'dismissed']);
});
