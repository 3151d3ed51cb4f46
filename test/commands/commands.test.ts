import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { live } from '../repository/live.ts';
import { program } from './program.ts';

let it: ReturnType<typeof program>;
beforeEach(() => {
  it = program();
});
afterEach(() => it.remove());

const path = (name: string) => join(it.root, name);
const write = (name: string, text: string | Uint8Array) => writeFileSync(path(name), text);
const read = (name: string) => readFileSync(path(name), 'utf8');

/** A report of one critical issue, in the file report.md, kept as a draft. */
function keptDraft(): string {
  write('report.md', report());
  return it.run(['read', 'report.md', '--save']).out.trim();
}
function report(): string {
  return it
    .run(['template', 'show'])
    .out.replace('[Git commit hash or tag]', 'v1.4.2')
    .replace('[Name/Tool]', 'Ada Park')
    .replace('[Issue Title]', 'Hardcoded root password');
}

test('what the template shows, read and rendered again, is the same text', () => {
  const blank = it.run(['template', 'show']);
  expect(blank).toMatchObject({ said: '', code: 0 });
  expect(blank.out).toContain('**Reviewer:** [Name/Tool]  \n');
  const id = keptDraft();
  expect(it.run(['render', id])).toEqual({
    out: expect.stringContaining('Hardcoded root password'),
    said: '',
    code: 0,
  });
  const draft = it.run(['read', 'report.md']).out;
  const rendered = it.run(['render', id]).out;
  expect(it.run(['render', '-'], { input: draft }).out).toBe(rendered);
  write('draft.json', draft);
  expect(it.run(['render', 'draft.json']).out).toBe(rendered);
  expect(it.run(['render', './draft.json']).out).toBe(rendered);
  expect(it.run(['render', id.slice(0, 3)]).out).toBe(rendered);
  expect(it.run(['read', '-'], { input: rendered })).toMatchObject({ code: 0 });
});

test('what looks like a live secret is in no file that was written unknowingly', () => {
  const token = live['GitHub Token'] ?? '';
  write('report.md', report().replace('Ada Park', `Ada Park, ${token}`));
  const id = it.run(['read', 'report.md', '--save']).out.trim();
  const told = 'Review details › Reviewer: Reviewer holds what looks like a live GitHub Token: ghp_********';

  const refused = it.run(['render', id, '-o', 'r.md']);
  expect(refused).toMatchObject({ out: '', code: 2, said: expect.stringContaining(told) });
  expect(refused.said).toMatch(/r\.md: was not written\n {2}.*--force/);
  expect(existsSync(path('r.md'))).toBe(false);

  const printed = it.run(['render', id]);
  expect(printed).toMatchObject({ code: 0, out: expect.stringContaining(token) });
  const forced = it.run(['render', id, '-o', 'r.md', '--force']);
  expect(forced.code).toBe(0);
  expect(read('r.md')).toBe(printed.out);
  for (const { said } of [refused, printed, forced]) {
    expect(said).toContain(told);
    expect(said).not.toContain(token.slice(4));
  }
});

test('no list of drafts shows a secret', () => {
  const token = live['GitHub Token'] ?? '';
  const report = it
    .run(['template', 'show'])
    .out.replace(/\*\*Application Version:\*\* .*/, `**Application Version:** v1 ${token}  `)
    .replace(/\*\*Reviewer:\*\* .*/, `**Reviewer:** ${token}  `);
  const id = it.run(['read', '-', '--save'], { input: report }).out.trim();
  const lists = [
    ['drafts'],
    ['drafts', '--json'],
    ['drafts', 'history', id],
    ['drafts', 'history', id, '--json'],
  ];
  for (const list of lists) expect(it.run(list).out).not.toContain(token);
  expect(it.run(['drafts']).out).toContain('v1 ghp_*');
  expect(it.run(['drafts', '--json']).out).toContain('"reviewer": "ghp_*');
  it.run(['drafts', 'rm', id]);
  for (const list of [
    ['drafts', 'trash'],
    ['drafts', 'trash', '--json'],
  ])
    expect(it.run(list).out).not.toContain(token);
});

test('drafts are listed, removed and restored', () => {
  expect(it.run(['drafts'])).toMatchObject({ out: '', code: 0 });
  expect(it.run(['drafts', '--json'])).toEqual({ out: '[]\n', said: '', code: 0 });
  const id = keptDraft();
  expect(id).toMatch(/^[a-z0-9]{6,}$/);
  expect(it.run(['drafts']).out).toMatch(new RegExp(`^${id}  Sanctum v1\\.4\\.2 +\\d+%  1 critical`));
  expect(JSON.parse(it.run(['drafts', '--json']).out)).toMatchObject([
    { id, title: 'Sanctum v1.4.2', version: 'v1.4.2', reviewer: 'Ada Park', counts: { critical: 1, low: 0 } },
  ]);
  expect(it.run(['drafts', 'rm', id])).toMatchObject({
    out: '',
    code: 0,
    said: expect.stringContaining('30 days'),
  });
  expect(it.run(['drafts', '--json']).out).toBe('[]\n');
  expect(it.run(['drafts', 'trash']).out).toContain(id);
  expect(JSON.parse(it.run(['drafts', 'trash', '--json']).out)).toHaveLength(1);
  expect(it.run(['drafts', 'restore', id]).code).toBe(0);
  expect(it.run(['drafts']).out).toContain(id);
});

test('a damaged draft is told beside the others', () => {
  const id = keptDraft();
  writeFileSync(join(it.home, 'drafts/damaged1.json'), '{"format": \u001b[31m');
  const listed = it.run(['drafts']);
  expect(listed.out).toContain(id);
  expect(listed.said).toContain('damaged1.json: is not JSON');
  expect(listed.said).not.toContain('\u001b');
});

test('a report is written to a file, and never over another one unless forced', () => {
  const id = keptDraft();
  expect(it.run(['render', id, '-o', 'docs/reports/r.md'])).toMatchObject({ out: '', code: 0 });
  expect(read('docs/reports/r.md')).toBe(it.run(['render', id]).out);
  write('docs/reports/r.md', 'mine\n');
  const before = it.contents();
  expectRefused(['render', id, '-o', 'docs/reports/r.md'], 'already exists', '--force');
  expect(it.contents()).toEqual(before);
  expect(it.run(['render', id, '-o', 'docs/reports/r.md', '--force']).code).toBe(0);
  expect(read('docs/reports/r.md')).toContain('Hardcoded root password');
});

/** Exit code 2, nothing on standard output, and exactly two lines: what, and what to do. */
function expectRefused(args: string[], what: string | RegExp, remedy = '', given = {}) {
  const { out, said, code } = it.run(args, given);
  expect({ out, code, lines: said.split('\n').length }).toEqual({ out: '', code: 2, lines: 3 });
  const [first, second] = said.split('\n');
  expect(first).toMatch(what);
  expect(second).toContain(remedy);
  expect(second?.trim()).not.toBe('');
}

test('garbage gets its one line and what to do, and changes nothing', () => {
  const id = keptDraft();
  const draft = JSON.parse(it.run(['read', 'report.md']).out);
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
  expectRefused(['render', 'nobody'], /draft "nobody": does not exist/, 'sanctum-review drafts');
  expectRefused(['drafts', 'rm', '../report'], 'is not the id of a draft');
  expectRefused(['drafts', 'restore', 'nobody'], 'does not exist');
  expectRefused(['render', 'wrong.json'], /wrong\.json: worked: must be a number/, 'schema');
  expectRefused(['render', 'misfit.json'], /misfit\.json: review\.answers\.reviewer\.value/, 'template show');
  expectRefused(['render', 'newer.json'], 'format 4', 'format 4');
  expectRefused(['render', 'broken.json'], 'is not JSON');
  expectRefused(['render', '-'], 'standard input: is empty');
  expectRefused(['render', 'folder/nothing.json'], 'does not exist');
  expectRefused(['render', id, '-o', 'folder'], 'is a folder');
  expectRefused(['render', id, '-o', 'link.md', '--force'], 'is a symbolic link');
  expectRefused(['render', id, '-o', 'report.md/r.md'], 'cannot be written');
  expectRefused(['render', id, '-o', '/proc/nothing/r.md'], 'cannot be written');
  expectRefused(['read', 'nothing.md'], 'does not exist');
  expectRefused(['read', 'folder'], 'is a folder');
  expectRefused(['read', 'binary.md'], 'binary');
  expectRefused(['read', 'latin.md'], 'not UTF-8');
  expectRefused(['read', 'report.md', '-o', 'broken.json'], 'already exists');
  expectRefused(['template', 'show', 'nothing.md'], 'nothing.md');
  expectRefused(['template', 'show', 'bad-template.md'], /bad-template\.md:5:1/);
  expect(it.contents()).toEqual(before);
});

test('a template is checked, and the answer may be no', () => {
  write('bad.md', '::template{name=x version=1}\n\n# X\n\n:nonsense[Y]{#y}\n');
  expect(it.run(['template', 'check', 'bad.md'])).toMatchObject({
    out: '',
    code: 1,
    said: expect.stringContaining('bad.md:5:1'),
  });
  write('good.md', readFileSync('templates/production-readiness.md', 'utf8'));
  expect(it.run(['template', 'check', 'good.md']).code).toBe(0);
  expect(it.run(['template', 'list']).out).toMatch(/^production-readiness {2}1 /);
});

test.each([[[]], [['new']], [['resume']], [['resume', 'abc']], [['open', 'report.md']]])(
  'without a terminal %j changes nothing and names what works',
  (args) => {
    expectRefused(args, 'needs a terminal', 'drafts, render, read');
    expectRefused(args, 'TERM is "dumb"', 'drafts, render, read', { env: { TERM: 'dumb' } });
    expect(it.contents()).toEqual([]);
  },
);

test('without a terminal every command is named that works without one', () => {
  const { said } = it.run(['new']);
  const { out } = it.run(['--help']);
  const all = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(all.length).toBeGreaterThan(8);
  const named = /these work: (.*?) \(/.exec(said)?.[1]?.split(', ');
  expect(named?.toSorted()).toEqual(
    all.filter((name) => !['new', 'resume', 'open', 'demo'].includes(name ?? '')).toSorted(),
  );
});

test('bad usage says what was meant and where to look', () => {
  expectRefused(['reder'], "unknown command 'reder'", 'Did you mean render? See: sanctum-review --help');
  expectRefused(['render'], "missing required argument 'draft'", 'sanctum-review render --help');
  expectRefused(['drafts', '--jsn'], "unknown option '--jsn'", '--json');
  expectRefused(['drafts', 'rm'], 'missing required argument', 'sanctum-review drafts rm --help');
  expectRefused(['new', '--template'], 'argument missing');
  expectRefused(['completion', 'tcsh'], 'bash, zsh, fish');
  expectRefused(['--bogus'], "unknown option '--bogus'");
});

test('help, version and schema go to standard output', () => {
  expect(it.run(['--version'])).toMatchObject({
    out: expect.stringMatching(/^\d+\.\d+\.\d+(?: \([0-9a-f]+(?:-dirty)?\))?\n$/),
    said: '',
    code: 0,
  });
  const help = it.run(['--help']);
  expect(help).toMatchObject({ out: expect.stringContaining('render'), said: '', code: 0 });
  expect(help.out).toMatch(/F1 shows the keys.*SANCTUM_REVIEW_HOME.*2 {2}it could not be done/s);
  expect(it.run(['render', '--help'])).toMatchObject({ out: expect.stringContaining('--force'), code: 0 });
  const schema = it.run(['schema']);
  expect(JSON.parse(schema.out)).toMatchObject({ type: 'object' });
  expect(it.contents()).toEqual([]);
});

test('one draft that cannot be removed does not keep the others', () => {
  const id = keptDraft();
  const { said, code } = it.run(['drafts', 'rm', 'nobody', id]);
  expect(code).toBe(2);
  expect(said).toContain('draft "nobody": does not exist');
  expect(it.run(['drafts', '--json']).out).toBe('[]\n');
});
