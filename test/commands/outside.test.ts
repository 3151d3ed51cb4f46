import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { afterAll, describe, expect, test } from 'vitest';
import { programFor } from '../../src/commands/program.ts';
import type { Context } from '../../src/context.ts';
import { program } from './program.ts';

const it = program();
afterAll(() => it.remove());
const bundle = resolve('dist/sanctum-review.js');

type Described = ReturnType<typeof programFor>;
const pathsOf = (command: Described, path: string[] = []): string[][] => [
  path,
  ...command
    .createHelp()
    .visibleCommands(command)
    .flatMap((one) => pathsOf(one as Described, [...path, one.name()])),
];
const commands = pathsOf(programFor({} as Context, () => {})).filter((path) => path.at(-1) !== 'help');

describe('the help', () => {
  test.each(commands.map((path) => [path.join(' ') || 'of the program', path] as const))(
    'of %s ends with two examples and the exit codes, by both ways',
    async (_, path) => {
      const { out, code } = await it.run([...path, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(
        /\nExamples:\n(?: {2}\S.*sanctum-review.*\n {6}\S.*\n| {2}sanctum-review.*\n {6}\S.*\n){2}\nExit codes:\n {2}0 {2}done\n/,
      );
      expect(out).not.toMatch(/README/i);
      expect(await it.run(['help', ...path])).toEqual({ out, said: '', code: 0 });
    },
  );

  test('of a command that does not exist is refused', async () => {
    expect(await it.run(['help', 'chekc'])).toMatchObject({ out: '', code: 2 });
  });
});

test.each([['drafts'], ['check', 'x.md'], ['new'], ['schema'], ['--version']])(
  'where the current folder was deleted, %s says so in two lines',
  (...args) => {
    const inside = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', inside, 'sh', process.execPath, bundle, ...args],
      {
        cwd: it.root,
        encoding: 'utf8',
      },
    );
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/^sanctum-review: the current folder .*\n {2}\S.*\n$/);
  },
);

test('an error that nobody catches is two lines and exit code 2', async () => {
  const thrower = 'data:text/javascript,setTimeout(() => { throw new Error("boom"); }, 300)';
  // It waits for its standard input.
  const child = spawn(process.execPath, ['--import', thrower, bundle, 'check', '-'], {
    cwd: it.root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  expect({ said, code }).toEqual({
    said: 'sanctum-review: unexpected error: boom\n  please report it, with what DEBUG=1 adds\n',
    code: 2,
  });
});

test('a device and a FIFO are refused at once', () => {
  spawnSync('mkfifo', [join(it.root, 'fifo')]);
  expect(it.runBuilt(['check', 'fifo'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('is a FIFO, not a file'),
  });
  expect(it.runBuilt(['read', '/dev/zero'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('is a device'),
  });
});

test('what takes long says so on a terminal until it is done', async () => {
  writeFileSync(join(it.root, 'long.md'), '# Report\n'.repeat(100_000));
  writeFileSync(
    join(it.root, 'waiting.ts'),
    `
    import { withProgress } from ${JSON.stringify(resolve('src/commands/printing/progress.ts'))};
    const context = { stderr: process.stderr, cwd: process.cwd(), env: process.env };
    const key = () => new Promise((settle) => process.stdin.once('data', settle));
    await withProgress(context, ['long.md'], 'Checking', key);
    process.exit();
  `,
  );
  const { promise, resolve: end } = Promise.withResolvers<void>();
  let written = '';
  const terminal = spawnInTerminal(process.execPath, ['waiting.ts'], {
    name: 'xterm',
    cols: 80,
    rows: 24,
    cwd: it.root,
    env: { ...process.env, SANCTUM_REVIEW_HOME: it.home },
  });
  terminal.onData((data) => {
    if (!written.includes('Checking: 1 s') && data.includes('Checking: 1 s')) terminal.write('\r');
    written += data;
  });
  terminal.onExit(() => end());
  await promise;
  expect(written.slice(written.indexOf('\r\x1b[KChecking: 1 s'))).toMatch(
    /^\r\x1b\[KChecking: 1 s[\s\S]*\r\x1b\[K$/,
  );
});
