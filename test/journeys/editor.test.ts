import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openEvidence } from './evidence.ts';
import { surroundings } from './surroundings.ts';

type Here = ReturnType<typeof surroundings>;

/** A shell script as an editor: `$file` is what it is given last. */
function script(here: Here, name: string, body: string): string {
  const path = join(here.repository, name);
  writeFileSync(path, `#!/bin/sh\nfor file; do :; done\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

function atField(here: Here, env: Record<string, string>) {
  const temporary = join(here.repository, 'tmp');
  mkdirSync(temporary);
  return here.start(['new'], { columns: 100, rows: 24, env: { TMPDIR: temporary, ...env } });
}

const leftBehind = (here: Here) => readdirSync(join(here.repository, 'tmp'));
/** The words of a screen in one line, without the rules beside them. */
const oneLine = (screen: string) => screen.replace(/[\s─]+/g, ' ');
const inScreen = { alternateScreen: true, bracketedPaste: true, wheel: true };

test('the editor gets the field with its arguments and a fitting name, and gives back what it saved', async () => {
  const here = surroundings();
  const editor = script(
    here,
    'ed it',
    'echo "$*" > "$(dirname "$0")/log"; stat -c %a "$file" >> "$(dirname "$0")/log"; sed -i "s/world/there/" "$file"',
  );
  const terminal = atField(here, { EDITOR: 'false', VISUAL: `'${editor}' --wait -n` });
  await terminal.sees('▌ Review Date');
  await openEvidence(terminal);
  terminal.paste('\thello := "world"');
  await terminal.sees('hello');
  terminal.press('ctrl+o');
  await terminal.sees('hello := "there"');
  expect(terminal.modes()).toMatchObject(inScreen);
  terminal.type('!');
  await terminal.sees('"there"!');
  const [args, mode] = readFileSync(join(here.repository, 'log'), 'utf8').split('\n');
  expect(args).toMatch(/^--wait -n \S+\.go$/);
  expect(mode).toBe('600');
  expect(leftBehind(here)).toEqual([]);
  terminal.press('ctrl+z', 'ctrl+z');
  await terminal.sees('hello := "world"');
});

test('a list and a checklist go to the editor as a whole, a line for each entry, and ticks come back', async () => {
  const here = surroundings();
  const editor = script(here, 'ed', 'sort -o "$file" "$file"; echo "- zz last" >> "$file"');
  const terminal = atField(here, { VISUAL: editor });
  await terminal.sees('▌ Review Date');
  terminal.press('ctrl+g');
  await terminal.sees('any part of a name');
  terminal.type('Scalability').press('enter');
  await terminal.sees('▌ •');
  terminal.paste('two\none\nthree');
  await terminal.sees('▌ • three');
  terminal.press('ctrl+o');
  await terminal.sees('• zz last');
  await terminal.until('in their order', (screen) =>
    /• one\s[\s\S]*• three\s[\s\S]*• two\s[\s\S]*• zz last/.test(screen),
  );

  script(here, 'ed', 'sed -i "1s/\\[ \\]/[x]/; 2d" "$file"; echo "- [x] Ours" >> "$file"');
  terminal.press('ctrl+g');
  await terminal.sees('any part of a name');
  terminal.type('Security Requirements').press('enter');
  await terminal.sees('▌ [ ]');
  terminal.press('ctrl+o');
  await terminal.sees('belongs to the template: restored, unticked.');
  terminal.press('ctrl+c');
  expect((await terminal.ended()).code).toBe(0);
  const given = here.draft().review.answers.security;
  const items = given && 'value' in given ? (given.value as { text: string; done: boolean }[]) : [];
  expect(items.map(({ done }) => done)).toEqual([true, ...items.slice(2).map(() => false), true]);
});

test('an editor that fails in any way leaves the field and the terminal as they were, and what it saved is a key away', async () => {
  const here = surroundings();
  const editor = join(here.repository, 'bad');
  const terminal = atField(here, { VISUAL: editor });
  await terminal.sees('▌ Review Date');
  terminal.press('tab').type('Grace');
  await terminal.sees('▌ Reviewer Grace');
  for (const [body, words] of [
    ['echo lost > "$file"; exit 1', 'it exited with code 1'],
    [
      'echo lost > "$file"; printf "\\033[?1049h\\033[?1000h"; stty raw -echo; kill -9 $$',
      'it was killed by SIGKILL',
    ],
    ['rm "$file"', 'the file was deleted'],
    [null, 'no such program'],
  ] as const) {
    if (body === null) rmSync(editor);
    else script(here, 'bad', body);
    terminal.press('ctrl+o');
    await terminal.until(`“${words}” is said`, (screen) => oneLine(screen).includes(words));
    expect(terminal.modes()).toMatchObject(inScreen);
    expect(leftBehind(here)).toEqual([]);
    terminal.type('x');
    await terminal.sees('▌ Reviewer Gracex');
    terminal.press('backspace');
    await terminal.until('the letter is gone', (screen) => !screen.includes('Gracex'));
  }
  script(here, 'bad', 'echo "Grace Hopper" > "$file"; kill -9 $$');
  terminal.press('ctrl+o');
  await terminal.until('it is said', (screen) => oneLine(screen).includes('press Ctrl+Y to use what it'));
  await terminal.sees('▌ Reviewer Grace');
  expect(terminal.screen()).not.toContain('Grace Hopper');
  terminal.press('ctrl+y');
  await terminal.sees('▌ Reviewer Grace Hopper');
  terminal.paste(' of the\nNavy');
  await terminal.sees('Grace Hopper of the Navy');
  terminal.press('ctrl+c');
  expect((await terminal.ended()).code).toBe(0);
  expect(here.draft().review.answers.reviewer).toEqual({ value: 'Grace Hopper of the Navy' });
});

test('Ctrl+C in the editor is for the editor alone', async () => {
  const here = surroundings();
  const editor = script(
    here,
    'asks',
    'trap "echo taken > \\"$file\\"; exit 0" INT; echo WAITING; while :; do sleep 0.1; done',
  );
  const terminal = atField(here, { VISUAL: editor });
  await terminal.sees('▌ Review Date');
  terminal.press('tab', 'ctrl+o');
  await terminal.sees('WAITING');
  terminal.press('ctrl+c');
  await terminal.sees('▌ Reviewer taken');
  expect(existsSync(editor)).toBe(true);
});

test.for([
  ['SIGHUP', 'true', 'Grace'],
  ['SIGHUP', 'echo "Grace Hopper" > "$file"', 'Grace Hopper'],
  ['SIGTERM', ': > "$file"', 'Grace'],
] as const)(
  '%s while the editor is open (%s) leaves nothing of the text behind, and loses none',
  async ([signal, body, words]) => {
    const here = surroundings();
    const editor = script(
      here,
      'asks',
      `trap "" TERM HUP; ${body}; echo WAITING; until [ -e done ]; do sleep 0.1; done`,
    );
    const terminal = atField(here, { VISUAL: editor });
    await terminal.sees('▌ Review Date');
    terminal.press('tab').type('Grace');
    await terminal.sees('▌ Reviewer Grace');
    terminal.press('ctrl+o');
    await terminal.sees('WAITING');
    await vi.waitFor(() => expect(leftBehind(here)).toHaveLength(1));
    terminal.kill(signal);
    await vi.waitFor(() => expect(leftBehind(here)).toEqual([]), { timeout: 20_000 });
    writeFileSync(join(here.repository, 'done'), '');
    await terminal.ended();
    expect(here.draft().review.answers.reviewer).toEqual({ value: words });
  },
);
