import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { namesIn, readStream, readText } from '../../src/files/read.ts';
import { readSource } from '../../src/files/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'sanctum-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(bytes: string | Uint8Array) {
  const path = join(folder, `f${Math.random()}`);
  writeFileSync(path, bytes);
  return path;
}
const said = (result: ReturnType<typeof readText>) =>
  result.ok ? result.value : (result.failures[0]?.what ?? '');

test('text is given as it stands, without its byte order mark', () => {
  expect(said(readText(fileOf('\uFEFFhéllo\r\n')))).toBe('héllo\r\n');
});

test('what is no UTF-8 text is refused with its reason', () => {
  expect(said(readText(fileOf(new Uint8Array([0xff, 0xfe, 65, 0]))))).toBe('is UTF-16, not UTF-8');
  expect(said(readText(fileOf(new Uint8Array([65, 0, 66]))))).toBe('is a binary file');
  expect(said(readText(fileOf(new Uint8Array([0xe4, 0x20]))))).toBe('is not UTF-8');
});

test('a file over 32 MiB is refused with its size, unread', () => {
  const path = fileOf('');
  const handle = openSync(path, 'r+');
  ftruncateSync(handle, 33 * 1024 * 1024);
  closeSync(handle);
  expect(said(readText(path))).toBe('is too large (33.0 MiB; 32 MiB is the most)');
});

test('a report may be as large as the draft that it was written from', async () => {
  const path = fileOf('x'.repeat(33 * 1024 * 1024));
  expect(await readSource({ cwd: '/' } as Context, path)).toMatchObject({ ok: true });
});

test('a limit of its own holds for a file, and for a pipe that never ends', async () => {
  const path = fileOf('12345');
  expect(said(readText(path, 5))).toBe('12345');
  expect(said(readText(path, 4))).toContain('is too large');
  expect(said(await readStream(Readable.from([Buffer.from('12345')]), 'it', 4))).toContain('is too large');
});

test('what is no file is refused', () => {
  expect(said(readText(folder))).toBe('is a folder');
  expect(said(readText(join(folder, 'nothing')))).toBe('does not exist');
  expect(said(readText('/dev/zero'))).toBe('is a device, not a file');
  expect(said(readText(`${folder}/a\0b`))).toBe('is not a name that a file can have');
});

test('a FIFO that nobody writes to is refused at once', () => {
  const path = join(folder, 'fifo');
  spawnSync('mkfifo', [path]);
  expect(said(readText(path))).toBe('is a FIFO, not a file');
});

test('a folder that is not there is empty, and one that cannot be read is not', () => {
  expect(namesIn(join(folder, 'nothing'))).toEqual([]);
  expect(() => namesIn(`${folder}/a\0b`)).toThrow();
});

test('a stream is put together before it is decoded, and not read for ever', async () => {
  const halves = [Buffer.from([0xc3]), Buffer.from([0xa9])];
  expect(await readStream(Readable.from(halves), 'standard input')).toEqual({ ok: true, value: 'é' });
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1024 * 1024, 97);
    })(),
  );
  expect(said(await readStream(endless, 'standard input'))).toContain('is too large');
});
