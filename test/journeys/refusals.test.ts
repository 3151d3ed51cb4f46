import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

const twoLines = /^\S[^\n]+\n {2}\S[^\n]+\n$/;

test('without a terminal `new` says so, names what works without one, and makes no file', async () => {
  const here = surroundings();
  const before = here.files();

  const { out, said, code } = await here.run(['new']);

  expect(code).toBe(2);
  expect(out).toBe('');
  expect(said).toMatch(twoLines);
  expect(said).toMatch(/needs a terminal[\s\S]*render/);
  expect(here.files()).toEqual(before);
});

test('on a dumb terminal the same', async () => {
  const here = surroundings();
  const before = here.files();

  const { code, screen } = await here.start(['new'], { columns: 120, env: { TERM: 'dumb' } }).ended();

  expect(code).toBe(2);
  expect(screen).toMatch(/TERM is "dumb"[\s\S]*\n {2}\S/);
  expect(screen.split('\n')).toHaveLength(2);
  expect(here.files()).toEqual(before);
});

test('a template with an unknown kind is told by its line and column, and no draft is begun', async () => {
  const here = surroundings();
  const file = join(here.repository, 'own.md');
  writeFileSync(
    file,
    '::template{name=own version=1}\n\n# Own\n::page[Head]{#head}\n\n**Mood:** :feeling[Mood]{#mood}\n',
  );
  const before = here.files();

  const { code, screen } = await here.start(['new', '--template', 'own.md'], { columns: 160 }).ended();

  expect(code).toBe(2);
  expect(screen).toMatch(/^sanctum-review: own\.md:6:11\b.*feeling.*\n {2}use text/);
  expect(screen.split('\n')).toHaveLength(2);
  expect(here.files()).toEqual(before);
});
