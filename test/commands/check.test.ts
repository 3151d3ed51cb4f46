import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overrideFor, type Problem } from '../../src/checks/problem.ts';
import { severities } from '../../src/fields/issue.ts';
import { render } from '../../src/report/writer/render.ts';
import { answered, find, sound, template, withIssue, withItem, without } from '../checks/sound.ts';
import { inWords, live } from '../repository/live.ts';
import { program } from './program.ts';

let it: ReturnType<typeof program>;
const good = render(template, sound);
const go = render(
  template,
  withItem(
    'immediate',
    { blocks: 'No' },
    answered({ recommendation: 'GO', risk: 'LOW' }, without('critical', 'high', 'medium')),
  ),
);

beforeAll(async () => {
  it = program();
  const write = (name: string, text: string) => writeFileSync(join(it.root, name), text);
  write('good.md', good);
  write('go.md', go);
  write('hint.md', go.replace('- ✓ **some words**', '- ✓ **[Strength 1]**'));
  write('no-go.md', render(template, answered({ recommendation: 'NO-GO' })));
  write('counts.md', good.replace('Medium: 1 issue', 'Medium: 3 issues'));
  write('hostile.md', render(template, answered({ 'review-date': 'a \u001b[31m\u202E day' })));
  const [risk] = find(answered({ risk: 'LOW' }));
  const overrides = [{ ...overrideFor(risk as Problem), reason: 'The board says so' }];
  write('overridden.md', render(template, { ...answered({ risk: 'LOW' }), overrides }));
});
afterAll(() => it.remove());

test('a report in which all is well', async () => {
  const before = it.contents();
  expect(await it.run(['check', 'good.md'])).toEqual({
    out: '',
    said: 'Nothing is wrong or missing.\n',
    code: 0,
  });
  expect(await it.run(['check', '-'], { input: good })).toMatchObject({ out: '', code: 0 });
  expect(it.contents()).toEqual(before);
});

test('an error is told with where, what and what to do, and the answer is no', async () => {
  expect(await it.run(['check', 'counts.md'])).toEqual({
    out: [
      '1 error',
      '  Executive Summary  The summary says 3 medium issues, and the report has 1 (counts)',
      '                     → write 1, or add the issues that are missing: a report written from a draft counts them itself',
      '',
    ].join('\n'),
    said: 'Found: 1 error.\n',
    code: 1,
  });
});

test('without an error the answer is yes, whatever else is found', async () => {
  const { out, code } = await it.run(['check', 'hint.md']);
  expect(out).toMatch(/^1 unanswered\n {2}Strengths & Positive Findings 1 › Strength {2}/);
  expect(code).toBe(0);
});

test('a draft by its id and as JSON is checked like its report, but for its counts', async () => {
  const id = (await it.run(['read', 'counts.md', '--save'])).out.trim();
  expect(await it.run(['check', id])).toMatchObject({ out: '', code: 0 });
  expect(await it.run(['check', id.slice(0, 4)])).toMatchObject({ out: '', code: 0 });
  const json = (await it.run(['read', 'counts.md'])).out;
  expect(await it.run(['check', '-'], { input: json })).toMatchObject({ out: '', code: 0 });
  writeFileSync(join(it.root, 'draft.json'), json);
  expect(await it.run(['check', 'draft.json'])).toMatchObject({ out: '', code: 0 });
  expect(JSON.parse((await it.run(['check', id, '--json'])).out)).toMatchObject({ draft: id, report: null });
});

test('as JSON, in the documented shape', async () => {
  const { out, said, code } = await it.run(['check', 'counts.md', '--json']);
  expect({ said, code }).toEqual({ said: '', code: 1 });
  expect(JSON.parse(out)).toEqual({
    version: 2,
    draft: null,
    report: join(it.root, 'counts.md'),
    verdict: 'CONDITIONAL GO',
    passed: false,
    counts: { error: 1, warning: 0, hint: 0, unanswered: 0, unansweredErrors: 0 },
    problems: [
      {
        id: 'counts',
        level: 'error',
        page: 'summary-page',
        place: null,
        where: 'Executive Summary',
        message: expect.stringContaining('3 medium issues'),
        advice: expect.stringContaining('write 1'),
      },
    ],
  });
});

test.each([
  ['go.md', 'go', 0],
  ['go.md', 'conditional-go', 0],
  ['good.md', 'conditional-go', 0],
  ['good.md', 'go', 1],
  ['no-go.md', 'conditional-go', 1],
  ['counts.md', 'conditional-go', 1],
])('%s, when %s is required', async (file, required, code) => {
  expect((await it.run(['check', file, '--require', required])).code).toBe(code);
  expect((await it.run(['check', file, '--require', required, '--json'])).code).toBe(code);
});

test('a recommendation that is not enough is said', async () => {
  expect((await it.run(['check', 'good.md', '--require', 'go'])).said).toContain(
    'The recommendation is CONDITIONAL GO; GO is required.\n',
  );
  const blank = (await it.run(['template', 'show'])).out;
  expect((await it.run(['check', '-', '--require', 'go'], { input: blank })).said).toContain('is not given');
});

test('an error that a reason overrides is told so, and does not make the answer no', async () => {
  const { out, said, code } = await it.run(['check', 'overridden.md']);
  expect(out).toBe(
    [
      '1 overridden',
      '  Executive Summary › Overall Risk Assessment  The overall risk is LOW, while CRITICAL-1 is open (risk-too-low)',
      '                                               → overridden, because: The board says so',
      '',
    ].join('\n'),
  );
  expect({ said, code }).toEqual({ said: 'Found: 1 overridden.\n', code: 0 });
  const json = JSON.parse((await it.run(['check', 'overridden.md', '--json'])).out);
  expect(json).toMatchObject({
    version: 2,
    counts: { error: 0, warning: 0, hint: 0, unanswered: 0 },
    problems: [{ id: 'risk-too-low', level: 'error', overridden: 'The board says so' }],
  });
});

test('a reason holds for just the error that it was given for', async () => {
  const report = readFileSync(join(it.root, 'overridden.md'), 'utf8');
  expect(report).toMatch(
    /\*\*Overridden Checks:\*\*\n\n- `risk-too-low` at `risk` #[\w-]{10}: The overall risk is LOW, while CRITICAL-1 is open\n {2}- Reason: The board says so\n\n---/,
  );
  const worse = report.replace('Assessment:** LOW', 'Assessment:** MEDIUM');
  const { out, code } = await it.run(['check', '-'], { input: worse });
  expect(out).toMatch(/^1 error\n.*The overall risk is MEDIUM/);
  expect(code).toBe(1);
  const other = report.replace(/^(### ❌ CRITICAL-1: ).*$/m, '$1Another one');
  expect(other).not.toBe(report);
  expect(await it.run(['check', '-'], { input: other })).toMatchObject({
    out: expect.stringMatching(/^1 error\n/),
    code: 1,
  });
});

test('a report that is written in spite of errors says how many', async () => {
  const id = (await it.run(['read', 'hostile.md', '--save'])).out.trim();
  const said = `It has 1 error without an override; list them with: sanctum-review check ${id}\n`;
  expect(await it.run(['render', id, '-o', 'out.md'])).toMatchObject({
    out: '',
    code: 0,
    said: expect.stringContaining(said),
  });
  const fine = (await it.run(['read', 'overridden.md', '--save'])).out.trim();
  expect((await it.run(['render', fine, '-o', 'fine.md'])).said).toBe('The report is in fine.md\n');
  expect(readFileSync(join(it.root, 'fine.md'), 'utf8')).toBe(
    readFileSync(join(it.root, 'overridden.md'), 'utf8'),
  );
});

test('a field without an answer that makes the answer no is named', async () => {
  const open = good.replace('- [x] ⚠️ **COND', '- [ ] ⚠️ **COND');
  expect(open).not.toBe(good);
  expect(await it.run(['check', '-'], { input: open })).toMatchObject({
    said: 'Found: 1 unanswered.\n1 error among the unanswered: Deployment Recommendation has no answer.\n',
    code: 1,
  });
});

test('two recommendations that are ticked are told', async () => {
  const both = good.replace('- [ ] ❌ **NO-GO**', '- [x] ❌ **NO-GO**');
  expect(both).not.toBe(good);
  const { out, said, code } = await it.run(['check', '-'], { input: both });
  expect(out).toContain(
    'Deployment Recommendation has 2 options ticked: CONDITIONAL GO and NO-GO (required)',
  );
  expect(said).toMatch(/^Found: 1 error/);
  expect(code).toBe(1);
});

test.each([
  ['a page about something else', '# A program\n\nIt does this and that.\n\n## Usage\n\n- Run it\n'],
  ['a source file', "import { x } from './x.ts';\n\nexport const y = x + 1;\n"],
])('%s is no report', async (_, input) => {
  const { out, said, code } = await it.run(['check', '-'], { input });
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(said).toMatch(
    /^sanctum-review: standard input: is not a report of the template production-readiness: /,
  );
});

test.each(['foreign/prose.md', 'foreign/audit.md', 'imported/verdict-conflict.md'])(
  '%s is one, of another kind',
  async (name) => {
    const input = readFileSync(new URL(`../report/${name}`, import.meta.url), 'utf8');
    expect((await it.run(['check', '-'], { input })).code).not.toBe(2);
  },
);

test('JSON that is no draft is refused in one line', async () => {
  const input = JSON.stringify({ name: 'x', version: '1.0.0', dependencies: { y: '^1' } });
  for (const args of [
    ['check', '-'],
    ['render', '-'],
  ]) {
    const { said, code } = await it.run(args, { input });
    expect(said).toMatch(/^sanctum-review: standard input: is not a draft\n {2}name a draft instead.*\n$/);
    expect(code).toBe(2);
  }
});

test('what cannot be checked is refused', async () => {
  expect(await it.run(['check', 'nowhere.md'])).toMatchObject({ out: '', code: 2 });
  expect(await it.run(['check', 'nobody'])).toMatchObject({ out: '', code: 2 });
  expect(await it.run(['check', '-'], { input: ' ' })).toMatchObject({ out: '', code: 2 });
  expect(await it.run(['check', '-'], { input: '{"format": 1,' })).toMatchObject({ out: '', code: 2 });
  expect(await it.run(['check', 'good.md', '--require', 'maybe'])).toMatchObject({ out: '', code: 2 });
});

test('what stands in a report cannot steer the terminal', async () => {
  const { out, code } = await it.run(['check', 'hostile.md']);
  expect(code).toBe(1);
  expect(out).toContain('is not a date');
  expect(out).not.toMatch(/[\u001b\u202E]/);
});

const token = live['GitHub Token'] ?? '';
const leaky = withIssue(
  'high',
  { description: `The log shows ${token}` },
  answered({ summary: inWords('JSON Web Token') }),
);

test('a live secret is named by its field and never shown', async () => {
  writeFileSync(join(it.root, 'leaky.md'), render(template, leaky));
  const id = (await it.run(['read', 'leaky.md', '--save'])).out.trim();
  for (const args of [['leaky.md'], ['leaky.md', '--json'], [id], [id, '--json']]) {
    const { out, said, code } = await it.run(['check', ...args], { env: { DEBUG: '*' } });
    expect(code).toBe(1);
    expect(out).toContain('Description holds what looks like a live GitHub Token: ghp_********');
    expect(out).toContain('Summary Statement holds what looks like a live JSON Web Token: eyJh********');
    for (let at = 0; at + 5 <= token.length; at++) expect(out + said).not.toContain(token.slice(at, at + 5));
  }
});

describe('a location', () => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: join(it.root, 'app'), stdio: 'pipe' });
  beforeAll(async () => {
    const reports = join(it.root, 'app', 'docs', 'reports');
    mkdirSync(reports, { recursive: true });
    mkdirSync(join(it.root, 'app', 'src'));
    for (const severity of severities)
      writeFileSync(
        join(it.root, 'app', 'src', `${severity}.go`),
        'line\n'.repeat(severity === 'low' ? 19 : 20),
      );
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '-m', 'first');
    git('tag', 'v1.4.2');
    writeFileSync(join(reports, 'report.md'), render(template, answered({ version: 'v1.4.2' })));
  });
  const lost = 'LOW-1 points at src/low.go:10-20, but src/low.go has 19 lines at v1.4.2 (location-missing)';

  test('is looked for in the repository that the report stands in, or the draft is of', async () => {
    const { out, code } = await it.run(['check', 'app/docs/reports/report.md']);
    expect(out).toContain(lost);
    expect(out).toMatch(/^1 warning\n/);
    expect(code).toBe(0);
    const json = (await it.run(['read', 'app/docs/reports/report.md'])).out;
    const draft = { ...JSON.parse(json), repository: join(it.root, 'app') };
    expect((await it.run(['check', '-'], { input: JSON.stringify(draft) })).out).toContain(lost);
    // Nobody knows what this one is of.
    expect((await it.run(['check', '-'], { input: json })).out).toBe('');
  });

  test('is not looked for without a repository', async () => {
    writeFileSync(join(it.root, 'alone.md'), render(template, answered({ version: 'v1.4.2' })));
    expect((await it.run(['check', 'alone.md'])).out).toBe('');
  });
});

test('the page of the checks names every check with its level and shows the shape of the JSON', async () => {
  const { checks } = await import('../../src/checks/registry.ts');
  const page = readFileSync(new URL('../../src/checks/README.md', import.meta.url), 'utf8');
  for (const { id, level } of checks) expect(page).toContain(`| \`${id}\` | ${level} |`);
  expect(page).toContain('"version": 2');
});

test('the JSON says whether the answer is yes, and which of the unanswered make it no', async () => {
  const json = async (report: string) => {
    const { out, code } = await it.run(['check', '-', '--json'], { input: report });
    return { ...JSON.parse(out), code };
  };
  expect(await json(render(template, answered({})))).toMatchObject({ passed: true, code: 0 });
  expect(await json(render(template, answered({ reviewer: null, indexes: null })))).toMatchObject({
    passed: false,
    code: 1,
    counts: { error: 0, unanswered: 2, unansweredErrors: 1 },
  });
});
