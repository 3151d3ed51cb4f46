import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { letStand } from './reasons.ts';
import { surroundings } from './surroundings.ts';

test('once the report is written, c prints the command that commits it when one leaves, and runs nothing', async () => {
  const here = surroundings();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: here.repository, encoding: 'utf8' });
  const terminal = here.start(['new'], { columns: 100 });
  await terminal.sees('▌ Review Date');
  await terminal.press('ctrl+g').type('finish review').sees('Go to finish review');
  terminal.press('enter');
  expect(await letStand(terminal, 'not yet')).toBeGreaterThan(0);
  await terminal.press('enter').sees('Report written to docs/reports/');
  await terminal.press('v').sees('r Markdown');
  await terminal.press('escape').sees('Git command');
  await terminal.press('c').sees('Not run.');
  const { screen, code } = await terminal.press('ctrl+c').ended();

  expect(code).toBe(0);
  const [, line = ''] = /^(git add .*)$/ms.exec(screen.replace(/\n(?!git)/g, '')) ?? [];
  expect(git('log', '--oneline').trim().split('\n')).toHaveLength(1);
  expect(git('diff', '--cached', '--name-only')).toBe('');
  // Run by hand, it commits the report and nothing else.
  execFileSync('sh', ['-c', line], { cwd: here.repository });
  expect(git('show', '--name-only', '--format=').trim()).toMatch(
    /^docs\/reports\/[\d-]+-production-readiness\.md$/,
  );
});
