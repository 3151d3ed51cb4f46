import { expect, test } from 'vitest';
import { bestMatches } from '../../src/text/fuzzy.ts';

const paths = [
  'backend/internal/handlers/users.go',
  'backend/internal/handlers/users_test.go',
  'backend/internal/users/store.go',
  'backend/cmd/server/main.go',
  'frontend/src/routes/domain.ts',
  'frontend/src/lib/useMain.ts',
  'README.md',
];

test.each([
  // A whole name before its beginning, that before a word within it, a folder last.
  ['main.go', ['backend/cmd/server/main.go']],
  ['users', [paths[0], paths[1], paths[2]]],
  ['main', ['backend/cmd/server/main.go', 'frontend/src/lib/useMain.ts', 'frontend/src/routes/domain.ts']],
  // Words in any order, and letters with gaps.
  ['users hand', [paths[0], paths[1]]],
  ['srvmain', ['backend/cmd/server/main.go']],
  ['READ', ['README.md']],
  ['zebra', []],
])('%s finds the best first', (query, found) => {
  expect(bestMatches(paths, query, 3)).toEqual(found);
});

test('gives no more than asked for, and the first ones for an empty query', () => {
  expect(bestMatches(paths, 'go', 2)).toHaveLength(2);
  expect(bestMatches(['Grace', 'Ada', 'Zoe'], '', 2)).toEqual(['Grace', 'Ada']);
});
