import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = ['README.md', ...globSync('src/**/README.md')];

/** The files that a page links to, seen from where it stands. */
const linksOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)[^)]*\)/g)].map(([, link = '']) =>
    join(dirname(page), link),
  );

test('every link of the pages leads somewhere, and every page is linked from the README', () => {
  expect(pages.flatMap(linksOf).filter((path) => !existsSync(path))).toEqual([]);
  const reachable = linksOf('README.md');
  expect(pages.filter((page) => page !== 'README.md' && !reachable.includes(page))).toEqual([]);
});
