import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, withIssue, without } from '../../../checks/sound.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

test('a location that is not in the repository is found while one pauses, and gone when it is corrected', async () => {
  const given = world();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: given.repository, stdio: 'pipe' });
  writeFileSync(join(given.repository, 'main.go'), 'package main\n');
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '-m', 'first');
  const review = withIssue(
    'critical',
    { location: ['main.go:2'] },
    answered({ version: 'HEAD' }, without('high', 'medium', 'low')),
  );
  const screen = await wizard(given, await draftOf(given, review));
  await screen.see('! 1 warning');
  screen.press('ctrl+r');
  await screen.see('CRITICAL-1 points at main.go:2, but main.go has 1 line at HEAD');
  screen.press('enter');
  await screen.see('▌ • main.go:2');
  screen.press('end', 'backspace', '1');
  await screen.gone('! 1 warning');
  expect((await screen.leave()).review.issues[0]?.answers.location).toEqual({ value: ['main.go:1'] });
});
