import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/drafts/draft.ts';
import { surroundings } from '../journeys/surroundings.ts';

/** A draft on the disk, changed as another version of the program would have written it. */
async function written(change: (draft: Draft) => object) {
  const here = surroundings();
  const terminal = here.start(['new']);
  await terminal.sees('▌ Review Date');
  terminal.press('tab', 'ctrl+u').type('Grace Hop');
  await terminal.sees('▌ Reviewer Grace Hop');
  await terminal.press('ctrl+c').ended();
  const draft = here.draft();
  const folder = join(here.home, 'drafts');
  const file = join(folder, `${draft.id}.json`);
  writeFileSync(file, JSON.stringify({ ...draft, ...change(draft) }));
  const bytes = () =>
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);
  return { here, id: draft.id, bytes };
}

test.each([
  ['a newer format', () => ({ format: 9 }), /draft format 9[\s\S]*left as it/],
  [
    'a newer version of its template',
    ({ template }: Draft) => ({ template: { ...template, version: '99' } }),
    /version 99 of the template[\s\S]*left as it/,
  ],
  [
    'a template that this program does not have',
    () => ({ template: { name: 'security-audit', version: '1' } }),
    /template "security-audit"[\s\S]*left as it/,
  ],
  [
    'a template whose kept copy is gone',
    () => ({ template: { name: 'own', version: '1', hash: '0123456789abcdef' } }),
    /template "own"[\s\S]*--template FILE/,
  ],
] as const)(
  'a draft of %s: what it needs is said, and its files stay as they are',
  async (_, change, words) => {
    const { here, id, bytes } = await written(change);
    const before = bytes();
    for (const command of [
      ['render', id],
      ['check', id],
    ]) {
      const { code, said } = here.run(command);
      expect(code).toBe(2);
      expect(said).toMatch(words);
    }
    const { code, screen } = await here.start(['resume', id], { columns: 200 }).ended();
    expect(code).toBe(2);
    expect(screen).toMatch(words);
    expect(here.run(['drafts']).said + here.run(['drafts']).out).toContain(id);
    expect(bytes()).toEqual(before);
  },
);

test('a draft of an older version of its template is opened at this one, and kept as it was', async () => {
  const { here, id } = await written(({ template, review }) => ({
    template: { ...template, version: '0' },
    review: { ...review, answers: { ...review.answers, mood: { value: 'calm' } } },
  }));
  const { out, said } = here.run(['render', id]);
  expect(said).toContain('version 0 of the template');
  expect(out).toContain('mood: calm');
  const terminal = here.start(['resume', id], { columns: 120 });
  await terminal.sees('made with version 0 of the template');
  terminal.press('tab', 'shift+tab').type('per');
  await terminal.sees('▌ Reviewer Grace Hopper');
  await terminal.kill('SIGKILL').ended();
  expect(here.run(['render', id])).toMatchObject({
    said: '',
    out: expect.stringMatching(/Grace Hopper[\s\S]*mood: calm/),
  });
  const old = JSON.parse(readFileSync(join(here.home, 'drafts', `${id}.json.template-0`), 'utf8')) as Draft;
  expect(old).toMatchObject({ template: { version: '0' }, review: { answers: { mood: { value: 'calm' } } } });
});
