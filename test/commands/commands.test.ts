import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { live } from '../repository/live.ts';
import { program } from './program.ts';

let it: ReturnType<typeof program>;
beforeEach(async () => {
  it = program();
});
afterEach(() => it.remove());

const path = (name: string) => join(it.root, name);
const write = (name: string, text: string | Uint8Array) => writeFileSync(path(name), text);
const read = (name: string) => readFileSync(path(name), 'utf8');

/** A report of one critical issue, in the file report.md, kept as a draft. */
async function keptDraft(): Promise<string> {
  write('report.md', await report());
  return (await it.run(['read', 'report.md', '--save'])).out.trim();
}
async function report(): Promise<string> {
  const { out } = await it.run(['template', 'show']);
  return out
    .replace('[Git commit hash or tag]', 'v1.4.2')
    .replace('[Name/Tool]', 'Ada Park')
    .replace('[Issue Title]', 'Hardcoded root password');
}

test('what the template shows, read and rendered again, is the same text', async () => {
  const blank = await it.run(['template', 'show']);
  expect(blank).toMatchObject({ said: '', code: 0 });
  expect(blank.out).toContain('**Reviewer:** [Name/Tool]  \n');
  const id = await keptDraft();
  expect(await it.run(['render', id])).toEqual({
    out: expect.stringContaining('Hardcoded root password'),
    said: '',
    code: 0,
  });
  const draft = (await it.run(['read', 'report.md'])).out;
  const rendered = (await it.run(['render', id])).out;
  expect((await it.run(['render', '-'], { input: draft })).out).toBe(rendered);
  write('draft.json', draft);
  expect((await it.run(['render', 'draft.json'])).out).toBe(rendered);
  expect((await it.run(['render', './draft.json'])).out).toBe(rendered);
  expect((await it.run(['render', id.slice(0, 3)])).out).toBe(rendered);
  expect(await it.run(['read', '-'], { input: rendered })).toMatchObject({ code: 0 });
});

test('what looks like a live secret is in no file that was written unknowingly', async () => {
  const token = live['GitHub Token'] ?? '';
  write('report.md', (await report()).replace('Ada Park', `Ada Park, ${token}`));
  const id = (await it.run(['read', 'report.md', '--save'])).out.trim();
  const told = 'Review details › Reviewer: Reviewer holds what looks like a live GitHub Token: ghp_********';

  const refused = await it.run(['render', id, '-o', 'r.md']);
  expect(refused).toMatchObject({ out: '', code: 2, said: expect.stringContaining(told) });
  expect(refused.said).toMatch(/r\.md: was not written\n {2}.*--force/);
  expect(existsSync(path('r.md'))).toBe(false);

  const printed = await it.run(['render', id]);
  expect(printed).toMatchObject({ code: 0, out: expect.stringContaining(token) });
  const forced = await it.run(['render', id, '-o', 'r.md', '--force']);
  expect(forced.code).toBe(0);
  expect(read('r.md')).toBe(printed.out);
  for (const { said } of [refused, printed, forced]) {
    expect(said).toContain(told);
    expect(said).not.toContain(token.slice(4));
  }
});

test('no list of drafts shows a secret', async () => {
  const token = live['GitHub Token'] ?? '';
  const blank = (await it.run(['template', 'show'])).out;
  const report = blank
    .replace(/\*\*Application Version:\*\* .*/, `**Application Version:** v1 ${token}  `)
    .replace(/\*\*Reviewer:\*\* .*/, `**Reviewer:** ${token}  `);
  const id = (await it.run(['read', '-', '--save'], { input: report })).out.trim();
  const lists = [
    ['drafts'],
    ['drafts', '--json'],
    ['drafts', 'history', id],
    ['drafts', 'history', id, '--json'],
  ];
  for (const list of lists) expect((await it.run(list)).out).not.toContain(token);
  expect((await it.run(['drafts'])).out).toContain('v1 ghp_*');
  expect((await it.run(['drafts', '--json'])).out).toContain('"reviewer": "ghp_*');
  await it.run(['drafts', 'rm', id]);
  for (const list of [
    ['drafts', 'trash'],
    ['drafts', 'trash', '--json'],
  ])
    expect((await it.run(list)).out).not.toContain(token);
});

test('drafts are listed, removed and restored', async () => {
  expect(await it.run(['drafts'])).toMatchObject({ out: '', code: 0 });
  expect(await it.run(['drafts', '--json'])).toEqual({ out: '[]\n', said: '', code: 0 });
  const id = await keptDraft();
  expect(id).toMatch(/^[a-z0-9]{6,}$/);
  expect((await it.run(['drafts'])).out).toMatch(new RegExp(`^${id}  Sanctum v1\\.4\\.2 +\\d+%  1 critical`));
  expect(JSON.parse((await it.run(['drafts', '--json'])).out)).toMatchObject([
    { id, title: 'Sanctum v1.4.2', version: 'v1.4.2', reviewer: 'Ada Park', counts: { critical: 1, low: 0 } },
  ]);
  expect(await it.run(['drafts', 'rm', id])).toMatchObject({
    out: '',
    code: 0,
    said: expect.stringContaining('30 days'),
  });
  expect((await it.run(['drafts', '--json'])).out).toBe('[]\n');
  expect((await it.run(['drafts', 'trash'])).out).toContain(id);
  expect(JSON.parse((await it.run(['drafts', 'trash', '--json'])).out)).toHaveLength(1);
  expect((await it.run(['drafts', 'restore', id])).code).toBe(0);
  expect((await it.run(['drafts'])).out).toContain(id);
});

test('a damaged draft is told beside the others', async () => {
  const id = await keptDraft();
  writeFileSync(join(it.home, 'drafts/damaged1.json'), '{"format": \u001b[31m');
  const listed = await it.run(['drafts']);
  expect(listed.out).toContain(id);
  expect(listed.said).toContain('damaged1.json: is not JSON');
  expect(listed.said).not.toContain('\u001b');
});

test('a report is written to a file, and never over another one unless forced', async () => {
  const id = await keptDraft();
  expect(await it.run(['render', id, '-o', 'docs/reports/r.md'])).toMatchObject({ out: '', code: 0 });
  expect(read('docs/reports/r.md')).toBe((await it.run(['render', id])).out);
  write('docs/reports/r.md', 'mine\n');
  const before = it.contents();
  await expectRefused(['render', id, '-o', 'docs/reports/r.md'], 'already exists', '--force');
  expect(it.contents()).toEqual(before);
  expect((await it.run(['render', id, '-o', 'docs/reports/r.md', '--force'])).code).toBe(0);
  expect(read('docs/reports/r.md')).toContain('Hardcoded root password');
});

/** Exit code 2, nothing on standard output, and exactly two lines: what, and what to do. */
async function expectRefused(args: string[], what: string | RegExp, remedy = '', given = {}) {
  const { out, said, code } = await it.run(args, given);
  expect({ out, code, lines: said.split('\n').length }).toEqual({ out: '', code: 2, lines: 3 });
  const [first, second] = said.split('\n');
  expect(first).toMatch(what);
  expect(second).toContain(remedy);
  expect(second?.trim()).not.toBe('');
}

test('garbage gets its one line and what to do, and changes nothing', async () => {
  const id = await keptDraft();
  const draft = JSON.parse((await it.run(['read', 'report.md'])).out);
  write('wrong.json', JSON.stringify({ ...draft, worked: 'long' }));
  write(
    'misfit.json',
    JSON.stringify({ ...draft, review: { ...draft.review, answers: { reviewer: { value: ['a'] } } } }),
  );
  write('newer.json', JSON.stringify({ ...draft, format: draft.format + 1 }));
  write('broken.json', '{"format": 1,');
  write('binary.md', new Uint8Array([1, 0, 2]));
  write('latin.md', new Uint8Array([0xe4, 0x0a]));
  write('bad-template.md', '::template{name=x version=1}\n\n# X\n\n:nonsense[Y]{#y}\n');
  mkdirSync(path('folder'));
  symlinkSync(path('nowhere'), path('link.md'));
  const before = it.contents();
  await expectRefused(['render', 'nobody'], /draft "nobody": does not exist/, 'sanctum-review drafts');
  await expectRefused(['drafts', 'rm', '../report'], 'is not the id of a draft');
  await expectRefused(['drafts', 'restore', 'nobody'], 'does not exist');
  await expectRefused(['render', 'wrong.json'], /wrong\.json: worked: must be a number/, 'schema');
  await expectRefused(
    ['render', 'misfit.json'],
    /misfit\.json: review\.answers\.reviewer\.value/,
    'template show',
  );
  await expectRefused(['render', 'newer.json'], 'format 4', 'format 4');
  await expectRefused(['render', 'broken.json'], 'is not JSON');
  await expectRefused(['render', '-'], 'standard input: is empty');
  await expectRefused(['render', 'folder/nothing.json'], 'does not exist');
  await expectRefused(['render', id, '-o', 'folder'], 'is a folder');
  await expectRefused(['render', id, '-o', 'link.md', '--force'], 'is a symbolic link');
  await expectRefused(['render', id, '-o', 'report.md/r.md'], 'cannot be written');
  await expectRefused(['render', id, '-o', '/proc/nothing/r.md'], 'cannot be written');
  await expectRefused(['read', 'nothing.md'], 'does not exist');
  await expectRefused(['read', 'folder'], 'is a folder');
  await expectRefused(['read', 'binary.md'], 'binary');
  await expectRefused(['read', 'latin.md'], 'not UTF-8');
  await expectRefused(['read', 'report.md', '-o', 'broken.json'], 'already exists');
  await expectRefused(['template', 'show', 'nothing.md'], 'nothing.md');
  await expectRefused(['template', 'show', 'bad-template.md'], /bad-template\.md:5:1/);
  expect(it.contents()).toEqual(before);
});

test('a template is checked, and the answer may be no', async () => {
  write('bad.md', '::template{name=x version=1}\n\n# X\n\n:nonsense[Y]{#y}\n');
  expect(await it.run(['template', 'check', 'bad.md'])).toMatchObject({
    out: '',
    code: 1,
    said: expect.stringContaining('bad.md:5:1'),
  });
  write('good.md', readFileSync('templates/production-readiness.md', 'utf8'));
  expect((await it.run(['template', 'check', 'good.md'])).code).toBe(0);
  expect((await it.run(['template', 'list'])).out).toMatch(/^production-readiness {2}1 /);
});

test.each([[[]], [['new']], [['resume']], [['resume', 'abc']], [['open', 'report.md']]])(
  'without a terminal %j changes nothing and names what works',
  async (args) => {
    await expectRefused(args, 'needs a terminal', 'drafts, render, read');
    await expectRefused(args, 'TERM is "dumb"', 'drafts, render, read', { env: { TERM: 'dumb' } });
    expect(it.contents()).toEqual([]);
  },
);

test('without a terminal every command is named that works without one', async () => {
  const { said } = await it.run(['new']);
  const { out } = await it.run(['--help']);
  const all = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(all.length).toBeGreaterThan(8);
  const named = /these work: (.*?) \(/.exec(said)?.[1]?.split(', ');
  expect(named?.toSorted()).toEqual(
    all.filter((name) => !['new', 'resume', 'open', 'demo'].includes(name ?? '')).toSorted(),
  );
});

test('bad usage says what was meant and where to look', async () => {
  await expectRefused(
    ['reder'],
    "unknown command 'reder'",
    'Did you mean render? See: sanctum-review --help',
  );
  await expectRefused(['render'], "missing required argument 'draft'", 'sanctum-review render --help');
  await expectRefused(['drafts', '--jsn'], "unknown option '--jsn'", '--json');
  await expectRefused(['drafts', 'rm'], 'missing required argument', 'sanctum-review drafts rm --help');
  await expectRefused(['new', '--template'], 'argument missing');
  await expectRefused(['completion', 'tcsh'], 'bash, zsh, fish');
  await expectRefused(['--bogus'], "unknown option '--bogus'");
});

test('help, version and schema go to standard output', async () => {
  expect(await it.run(['--version'])).toMatchObject({
    out: expect.stringMatching(/^\d+\.\d+\.\d+(?: \([0-9a-f]+(?:-dirty)?\))?\n$/),
    said: '',
    code: 0,
  });
  const help = await it.run(['--help']);
  expect(help).toMatchObject({ out: expect.stringContaining('render'), said: '', code: 0 });
  expect(help.out).toMatch(/F1 shows the keys.*SANCTUM_REVIEW_HOME.*2 {2}it could not be done/s);
  expect(await it.run(['render', '--help'])).toMatchObject({
    out: expect.stringContaining('--force'),
    code: 0,
  });
  const schema = await it.run(['schema']);
  expect(JSON.parse(schema.out)).toMatchObject({ type: 'object' });
  expect(it.contents()).toEqual([]);
});

test('one draft that cannot be removed does not keep the others', async () => {
  const id = await keptDraft();
  const { said, code } = await it.run(['drafts', 'rm', 'nobody', id]);
  expect(code).toBe(2);
  expect(said).toContain('draft "nobody": does not exist');
  expect((await it.run(['drafts', '--json'])).out).toBe('[]\n');
});
