import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { samples } from '../findings/samples.ts';
import { program } from './program.ts';

const it = program();
afterAll(() => it.remove());
writeFileSync(join(it.root, 'gosec.json'), JSON.stringify(samples.gosec?.content));
writeFileSync(join(it.root, 'empty.json'), '');

test('import --list prints the findings, and names what cannot be read', () => {
  const before = it.contents();
  const { out, said, code } = it.run(['import', '--list', 'gosec.json', 'empty.json', 'gone.json']);
  expect([code, out]).toEqual([0, 'high  1  gosec  G404  /src/a.go:3-5  Weak\n']);
  expect(said).toContain('gosec.json: 1 result of gosec 2.22.1 (gosec), 2 suppressed\n');
  expect(said).toMatch(/sanctum-review: empty\.json: is empty\n {2}\S/);
  expect(said).toMatch(/sanctum-review: gone\.json: does not exist\n {2}\S/);
  expect(it.contents()).toEqual(before);
});

test('import --list --json has the documented shape, and exits with 2 when nothing could be read', () => {
  const { out, code } = it.run(['import', '--list', '--json', 'gosec.json']);
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
  const none = it.run(['import', '--list', '--json', 'empty.json']);
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
