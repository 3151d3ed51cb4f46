import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { type Entry, lineAfter, readJournal } from '../../src/drafts/journal/journal-lines.ts';
import { surroundings } from '../journeys/surroundings.ts';

/** A draft on the disk, as another version of the program would have written it. */
function written(change: (draft: Draft) => object) {
  const here = surroundings();
  const draft = here.made({ reviewer: { value: 'Grace Hop' } }, 'reviewer');
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
    const { here, id, bytes } = written(change);
    const before = bytes();
    for (const command of [
      ['render', id],
      ['check', id],
    ]) {
      const { code, said } = await here.run(command);
      expect(code).toBe(2);
      expect(said).toMatch(words);
    }
    const { code, screen } = await here.start(['resume', id], { columns: 200 }).ended();
    expect(code).toBe(2);
    expect(screen).toMatch(words);
    const listed = await here.run(['drafts']);
    expect(listed.said + listed.out).toContain(id);
    expect(bytes()).toEqual(before);
  },
);

test('a draft of an older version of its template is opened at this one, and kept as it was', async () => {
  const { here, id } = written(({ template, review }) => ({
    template: { ...template, version: '0' },
    review: { ...review, answers: { ...review.answers, mood: { value: 'calm' } } },
  }));
  const { out, said } = await here.run(['render', id]);
  expect(said).toContain('version 0 of the template');
  expect(out).toContain('mood: calm');
  const terminal = here.start(['resume', id], { columns: 120 });
  await terminal.sees('made with version 0 of the template');
  terminal.press('tab', 'shift+tab').type('per');
  await terminal.sees('▌ Reviewer Grace Hopper');
  await terminal.kill('SIGKILL').ended();
  expect(await here.run(['render', id])).toMatchObject({
    said: '',
    out: expect.stringMatching(/Grace Hopper[\s\S]*mood: calm/),
  });
  const old = JSON.parse(readFileSync(join(here.home, 'drafts', `${id}.json.template-0`), 'utf8')) as Draft;
  expect(old).toMatchObject({ template: { version: '0' }, review: { answers: { mood: { value: 'calm' } } } });
});

test('what a later program did last, which this one does not know, is told to be missing, and the rest goes on', async () => {
  const here = surroundings();
  const began = here.start(['new']);
  await began.sees('▌ Review Date');
  began.press('tab').type('Grace');
  await began.sees('▌ Reviewer Grace');
  await began.sees('saved');
  began.type(' Hop');
  await began.sees('▌ Reviewer Grace Hop');
  await began.kill('SIGKILL').ended();
  const [id = ''] = here.ids();
  const folder = join(here.home, 'journals', id);
  const path = join(folder, readdirSync(folder).find((name) => name.endsWith('.journal')) ?? '');
  const last = readJournal(id, readFileSync(path))?.lines.at(-1)?.mark;
  if (!last) throw new Error('no line');
  const change = { did: 'record', action: { do: 'paint', colour: 'red' } };
  const entry = { at: '2026-02-13T10:00:00.000Z', worked: 1, changes: [change] } as unknown as Entry;
  appendFileSync(path, lineAfter(id, last, entry).line);

  const rendered = await here.run(['render', id]);
  expect(rendered.said).toContain(`The last of draft ${id} is missing here: a line of ${path}`);
  expect(rendered.out).toContain('Grace Hop');
  expect((await here.run(['check', id, '--json'])).said).toContain('is missing here');
  const terminal = here.start(['resume', id], { columns: 200 });
  await terminal.sees('is missing here');
  await terminal.sees('is kept as');
  terminal.type('p');
  await terminal.sees('▌ Reviewer Grace Hopp');
  await terminal.kill('SIGKILL').ended();
  const after = await here.run(['render', id]);
  expect(after.said).toBe('');
  expect(after.out).toContain('Grace Hopp');
});
