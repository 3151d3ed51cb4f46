import { describe, expect, test } from 'vitest';
import { type Entry, type Further, find, folded, indexOf } from '../../../src/tui/picker/find.ts';

const entry = (title: string, path?: string): Entry => ({
  id: `${path}/${title}`,
  title,
  kind: 'field',
  ...(path === undefined ? {} : { path }),
});

const found = (entries: Entry[], query: string): string[] =>
  find(indexOf(entries), query).map((one) => (one.path ? `${one.path} › ${one.title}` : one.title));

describe('find', () => {
  const entries = [
    entry('Critical Issues', 'Checklist'),
    entry('Fix Required', 'CRITICAL-1'),
    entry('Prefix', 'CRITICAL-1'),
    entry('Fix Required', 'HIGH-1'),
    entry('Rückgängig'),
  ];

  test('every word is somewhere in the name, in any order', () => {
    expect(found(entries, 'fix cri')).toEqual(['CRITICAL-1 › Fix Required', 'CRITICAL-1 › Prefix']);
    expect(found(entries, 'cri fix')).toEqual(['CRITICAL-1 › Fix Required', 'CRITICAL-1 › Prefix']);
    expect(found(entries, 'CRITICAL-1 › Fix Required')).toEqual(['CRITICAL-1 › Fix Required']);
    expect(found(entries, 'nothing like it')).toEqual([]);
  });

  test('a title comes before a path, and its start before its middle', () => {
    expect(found(entries, 'critical')[0]).toBe('Checklist › Critical Issues');
    expect(found([entry('Prefix'), entry('A fix'), entry('Fix it')], 'fix')).toEqual([
      'Fix it',
      'A fix',
      'Prefix',
    ]);
    expect(found([entry('High issues'), entry('High')], 'high')[0]).toBe('High');
  });

  test('case and accents do not matter, and no query is all, in order', () => {
    expect(found(entries, 'RUCKGANG')).toEqual(['Rückgängig']);
    expect(found(entries, ' ')).toHaveLength(entries.length);
    expect(found(entries, '')[1]).toBe('CRITICAL-1 › Fix Required');
  });
});

describe('entries that are made when they are found', () => {
  const groups = (count: number) =>
    Array.from({ length: count }, (_, at) => [
      entry(`HIGH-${at} Title ${at % 7}`),
      { ...entry('Impact', `HIGH-${at}`), text: `seen ${at} times` },
    ]);
  const further = (all: Entry[][]): Further => ({
    count: all.flat().length,
    holders: all,
    wordsIn: (group) => folded((group as Entry[]).map(({ title, text }) => text ?? title).join('\n')),
    labelsIn: () => 'impact',
    entriesIn: (group) => group as Entry[],
  });

  test.each(['high-3', 'title 5', 'impact high-1', 'seen 4', 'times impact', 'nothing', 'e'])(
    'are those that are found among all: %s',
    (query) => {
      const all = groups(40);
      expect(find(indexOf([]), query, further(all))).toEqual(find(indexOf(all.flat()), query));
    },
  );

  test('of a great many, what is called so is there', () => {
    const all = groups(3000);
    const titles = (query: string) => find(indexOf([]), query, further(all)).map(({ title }) => title);
    expect(titles('high-2999')).toEqual(['HIGH-2999 Title 3', 'Impact']);
    expect(titles('high-2')[0]).toBe('HIGH-2 Title 2');
    expect(titles('seen').length).toBeGreaterThan(900);
  });
});
