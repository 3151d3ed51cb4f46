import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, withIssue, without } from '../../../checks/sound.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

/** The wizard on an issue with that location, in a repository with main.go, of one line. */
async function reviewing(location: string) {
  const given = world();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: given.repository, stdio: 'pipe' });
  writeFileSync(join(given.repository, 'main.go'), 'package main\n');
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '-m', 'first');
  const review = withIssue(
    'critical',
    { location: [location] },
    answered({ version: 'HEAD' }, without('high', 'medium', 'low')),
  );
  return wizard(given, await draftOf(given, review));
}

test('a location that is not in the repository is found while one pauses, and gone when it is corrected', async () => {
  const screen = await reviewing('main.go:2');
  await screen.see('! 1 warning');
  screen.press('ctrl+r');
  await screen.see('CRITICAL-1 points at main.go:2, but main.go has 1 line at HEAD');
  screen.press('enter');
  await screen.see('▌ • main.go:2');
  screen.press('end', 'backspace', '1');
  await screen.gone('! 1 warning');
  expect((await screen.leave()).review.issues[0]?.answers.location).toEqual({ value: ['main.go:1'] });
});

test('a path that is still being typed is not missing before it is left', async () => {
  const screen = await reviewing('main.go:2');
  await screen.see('! 1 warning');
  screen.press('ctrl+t');
  await screen.see('▌ • main.go:2');
  screen.press('end', 'backspace', 'backspace', 'backspace', 'backspace');
  await screen.gone('! 1 warning');
  expect(screen.frame()).toContain('▌ • main.');
  screen.press('tab');
  await screen.see('! 1 warning');
});
