import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTurns } from '../../src/files/steps.ts';
import { writeWhole, writing } from '../../src/files/write.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'sanctum-steps-'));
const text = (path: string) => readFileSync(path, 'utf8');

test('a file that is written by turns is the old one until it is the new one', async () => {
  const path = join(folder(), 'a.txt');
  writeWhole(path, 'old');
  const seen: string[] = [];
  function* parts() {
    for (const part of ['n', 'e', 'w']) {
      seen.push(text(path));
      yield part;
    }
  }
  await inTurns(writing(path, parts()), () => false);
  expect(seen).toEqual(['old', 'old', 'old']);
  expect(text(path)).toBe('new');
});

test('one that is given up leaves nothing but the old file, at once', async () => {
  const there = folder();
  const path = join(there, 'a.txt');
  writeWhole(path, 'old');
  const steps = writing(path, ['new', 'er']);
  let isOver = false;
  const done = inTurns(steps, () => isOver);
  expect(readdirSync(there)).toHaveLength(2);
  isOver = true;
  steps.return();
  expect(readdirSync(there)).toEqual(['a.txt']);
  expect(await done).toBeNull();
  expect(text(path)).toBe('old');
});

test('one that fails says why, and leaves the old file', async () => {
  const path = join(folder(), 'a.txt');
  writeWhole(path, 'old');
  function* parts() {
    yield 'new';
    throw new Error('too long');
  }
  await expect(inTurns(writing(path, parts()), () => false)).rejects.toThrow('too long');
  expect(existsSync(path) && text(path)).toBe('old');
});
