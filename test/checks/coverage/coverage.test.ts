import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, filesFor } from '../../../src/checks/coverage/coverage.ts';
import { patternIn } from '../../../src/checks/coverage/pattern.ts';
import { answered, find, sound, template } from '../sound.ts';

const tracked = [
  'Dockerfile',
  'backend/Dockerfile',
  'backend/api/post_handlers.go',
  'backend/api/user_handlers.go',
  'backend/main.go',
  'frontend/src/client.ts',
  'frontend/src/hooks/useAuth.ts',
];
const at = (...indexes: number[]) => indexes.map((index) => tracked[index]);

describe('an entry stands for', () => {
  test.each([
    ['`backend/main.go`', at(4)],
    ['backend/main.go', at(4)],
    ['./backend/main.go', at(4)],
    ['All `*_handlers.go` files', at(2, 3)],
    ['All *_handlers.go files', at(2, 3)],
    ['`Dockerfile` (backend)', at(0, 1)],
    ['`backend/`', at(1, 2, 3, 4)],
    ['`backend/api`', at(2, 3)],
    ['`frontend/**/*.ts`', at(5, 6)],
    ['`frontend/src/*.ts`', at(5)],
    ['`**/use????.ts`', at(6)],
    ['`backend/gone.go`', []],
    ['`back`', []],
    ['`(a+)+$[`', []],
    ['`backend/.*`', []],
  ])('%s', (entry, files) => expect(filesFor(tracked, entry)).toEqual(files));

  test.each(['All middleware', 'Authentication components', '', '``', `${'a/'.repeat(200)}`])(
    'words stand for none that could be counted: %s',
    (entry) => expect(filesFor(tracked, entry)).toBeNull(),
  );

  test('a path that is tracked always stands for itself', () => {
    const name = fc.stringMatching(/^[\w.()[\]+$-]{1,8}$/).filter((one) => !/^\.*$/.test(one));
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        expect(filesFor([path, 'other'], `\`${path}\``)).toContain(path);
      }),
    );
  });

  test('many stars are no reason to wait', () => {
    expect(patternIn('`'.concat('*a'.repeat(90), '`'))).not.toBeNull();
    expect(filesFor(['a'.repeat(60)], `\`${'**'.repeat(40)}b\``)).toEqual([]);
  });
});

/** Only some entries, ticked or not. */
const reviewOf = (...entries: [string, boolean][]) =>
  answered(
    {
      'backend-files': entries.map(([text, done]) => ({ text, done })),
      'frontend-files': null,
      'infrastructure-files': null,
    },
    sound,
  );

test('ticked entries cover files once, and folders tell what is left', () => {
  const review = reviewOf(['`backend/`', true], ['`*_handlers.go`', true], ['`frontend/`', false]);
  const { reviewed, total, folders } = coverageOf(template, review, tracked);
  expect([reviewed, total]).toEqual([4, 7]);
  expect(folders.get('backend')).toEqual({ reviewed: 4, total: 4 });
  expect(folders.get('frontend/src')).toEqual({ reviewed: 0, total: 2 });
  expect(coverageOf(template, review, tracked).folders).toBe(folders);
});

test('a ticked entry that stands for nothing is a hint; words, and what is not ticked, are none', () => {
  const hints = (...entries: [string, boolean][]) =>
    find(reviewOf(...entries), { tracked })
      .filter(({ id }) => id === 'reviewed-files')
      .map(({ message }) => message);
  expect(
    hints(['`backend/`', true], ['`gone.go`', true], ['All middleware', true], ['`lost.go`', false]),
  ).toEqual(['“`gone.go`” is ticked as reviewed, but matches no tracked file']);
  expect(hints(['`a.go`', true], ['`b.go`', true], ['`c.go`', true])).toEqual([]);
});
