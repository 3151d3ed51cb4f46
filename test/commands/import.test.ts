import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { samples } from '../findings/samples.ts';
import { samples as measured } from '../measurements/samples.ts';
import { program } from './program.ts';

const it = program();
afterAll(() => it.remove());
writeFileSync(join(it.root, 'gosec.json'), JSON.stringify(samples.gosec?.content));
writeFileSync(join(it.root, 'empty.json'), '');
writeFileSync(join(it.root, 'cover.out'), measured['go-cover-profile'] ?? '');

test('import --list prints the findings, and names what cannot be read', async () => {
  const before = it.contents();
  const { out, said, code } = await it.run(['import', '--list', 'gosec.json', 'empty.json', 'gone.json']);
  expect([code, out]).toEqual([0, 'high  1  gosec  G404  /src/a.go:3-5  Weak\n']);
  expect(said).toContain('gosec.json: 1 result of gosec 2.22.1 (gosec), 2 suppressed\n');
  expect(said).toMatch(/sanctum-review: empty\.json: is empty\n {2}\S/);
  expect(said).toMatch(/sanctum-review: gone\.json: does not exist\n {2}\S/);
  expect(it.contents()).toEqual(before);
});

test('import --list --json has the documented shape, and exits with 2 when nothing could be read', async () => {
  const { out, code } = await it.run(['import', '--list', '--json', 'gosec.json']);
  expect([code, JSON.parse(out)]).toEqual([
    0,
    {
      version: 1,
      files: [
        {
          file: 'gosec.json',
          format: 'gosec',
          tools: [{ name: 'gosec', version: '2.22.1' }],
          results: 1,
          suppressed: 2,
          refused: null,
        },
      ],
      candidates: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
          tool: 'gosec',
          rule: 'G404',
          severity: 'high',
          severityFrom: 'severity HIGH',
          title: 'Weak',
          message: 'Weak',
          locations: ['/src/a.go:3-5'],
          fix: null,
          results: 1,
        },
      ],
    },
  ]);
  const none = await it.run(['import', '--list', '--json', 'empty.json']);
  expect([none.code, JSON.parse(none.out)]).toEqual([
    2,
    {
      version: 1,
      files: [
        { file: 'empty.json', format: null, tools: [], results: 0, suppressed: 0, refused: 'is empty' },
      ],
      candidates: [],
    },
  ]);
});

test('import --list prints what files measured, and import keeps it for the fields that ask for it', async () => {
  const listed = await it.run(['import', '--list', 'cover.out', 'gosec.json']);
  expect(listed.out).toContain('gosec  G404');
  expect(listed.out).toContain('\ncover.out  75 % of 4 statements covered\n');
  expect(listed.said).toContain('cover.out: 1 value of go test (go-cover-profile)\n');
  writeFileSync(join(it.root, 'measured.md'), '# Production Readiness Review\n');
  const id = (await it.run(['read', 'measured.md', '--save'])).out.trim();
  const { out } = await it.run(['import', 'cover.out', '--into', id]);
  expect(out).toBe(
    `${join(it.root, 'cover.out')}: 1 value of go test (go-cover-profile)\n  75 % of 4 statements covered\n`,
  );
  const { review } = JSON.parse(readFileSync(join(it.home, 'drafts', `${id}.json`), 'utf8'));
  expect(review.measurements).toMatchObject([{ kind: 'statement-coverage', value: 75, total: 4 }]);
  expect(review.answers).not.toHaveProperty('unit-coverage');
  await it.run(['drafts', 'rm', id]);
});

test('import keeps the findings in the draft last edited, once, and says what changed', async () => {
  expect(await it.run(['import', 'gosec.json'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('there is no draft to import into'),
  });
  writeFileSync(join(it.root, 'report.md'), '# Production Readiness Review\n');
  const id = (await it.run(['read', 'report.md', '--save'])).out.trim();
  const kept = () => JSON.parse(readFileSync(join(it.home, 'drafts', `${id}.json`), 'utf8'));
  const first = await it.run(['import', 'gosec.json', 'empty.json']);
  expect([first.code, first.out]).toEqual([
    0,
    `${join(it.root, 'gosec.json')}: 1 result of gosec 2.22.1 (gosec), 2 suppressed; 1 finding, all new\n`,
  ]);
  expect(first.said).toContain('empty.json: is empty');
  expect(first.said).toContain('1 finding from scanners waits for a decision: Ctrl+G “scanners” opens it.');
  const { review } = kept();
  expect(review.findings).toMatchObject([{ tool: 'gosec', rule: 'G404', locations: ['/src/a.go:3-5'] }]);
  expect((await it.run(['import', 'gosec.json', '--into', id.slice(0, 4)])).out).toContain(
    '1 finding, none new',
  );
  expect(kept().review).toEqual(review);
  writeFileSync(join(it.root, 'gosec.json'), '{"Issues":null,"Stats":{}}');
  expect((await it.run(['import', 'gosec.json'])).out).toContain('0 findings, none new, 1 gone');
  expect(kept().review.findings).toMatchObject([{ since: 'gone' }]);
  expect((await it.run(['import', 'gosec.json'])).said).not.toContain('waits');
  expect(await it.run(['import', 'empty.json'])).toMatchObject({ code: 2, out: '' });
});
