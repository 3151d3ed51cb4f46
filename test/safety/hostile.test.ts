import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../src/drafts/store.ts';
import { issueFields, severities } from '../../src/fields/issue.ts';
import type { Answer } from '../../src/fields/value.ts';
import type { Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/templates/registry.ts';
import { surroundings } from '../journeys/surroundings.ts';

let template: Template;
beforeAll(async () => {
  const loaded = await loadTemplate({ name: 'production-readiness' }, '');
  if (!loaded.ok) throw new Error(loaded.problems[0]?.what);
  template = loaded.value;
});

/** What a terminal would obey, or what would turn what a person reads. */
const corpus = [
  '\x1b]52;c;UFdORUQ=\x07',
  '\x1b]0;PWNED\x07',
  '\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\',
  '\x1b[777;777H',
  '\x1b[31337m',
  '\x9b31337m',
  '\x9d0;PWNED\x9c',
  '\x1bP+q544e\x1b\\',
  '\x1b_PWNED\x1b\\',
  '\x1bc',
  '\x07\x08\x08',
  '\u202egnp.exe\u202c',
  '\u2066PWNED\u2069',
];
const hostile = `a${corpus.join('b')}c`;

const obeyed = [
  '\x1b]',
  '\x1bP',
  '\x1b_',
  '\x1b^',
  '\x1bX',
  '\x1bc',
  '\x07',
  '777;777H',
  '31337m',
  '\x08',
  '\x1b\\',
];

/** What of the corpus is in the bytes that were written to the terminal. */
function gotThrough(bytes: string): string[] {
  const seen = bytes.match(/[\x80-\x9f\u202a-\u202e\u2066-\u2069]/g) ?? [];
  const sequences = obeyed.filter((one) => {
    // As text, without the control that makes it one, it does no harm.
    return /^\d/.test(one) ? bytes.includes(`\x1b[${one}`) : bytes.includes(one);
  });
  return [...new Set([...seen, ...sequences])].map((one) => JSON.stringify(one));
}

type Surroundings = ReturnType<typeof surroundings>;

/** Runs the program in a terminal, with keys; gives all that it wrote there. */
async function written(here: Surroundings, args: string[], keys: string[] = []): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: here.repository,
    SANCTUM_REVIEW_HOME: here.home,
    TERM: 'xterm',
  };
  const pty = spawn(process.execPath, [resolve('dist/sanctum-review.js'), ...args], {
    cols: 120,
    rows: 40,
    cwd: here.repository,
    env,
  });
  let bytes = '';
  let ended = false;
  pty.onData((data) => {
    bytes += data;
  });
  pty.onExit(() => {
    ended = true;
  });
  if (keys.length > 0) await vi.waitFor(() => expect(bytes).toContain('\x1b[?1049h'), { timeout: 20_000 });
  for (const key of keys) {
    const before = bytes.length;
    pty.write(key);
    await vi.waitFor(() => expect(bytes.length).toBeGreaterThan(before), { timeout: 1000 }).catch(() => {});
    await pause(20);
  }
  await vi.waitFor(() => expect(ended).toBe(true), { timeout: 20_000 });
  return bytes;
}

const hostileAnswer = (kind: string): Answer => {
  if (['choices', 'list', 'location'].includes(kind)) return { value: [hostile, hostile] };
  if (kind === 'code') return { value: { text: hostile, language: 'go' } };
  if (kind === 'checklist') return { value: [{ text: hostile, done: true, notApplicable: hostile }] };
  return { value: hostile };
};

function seeded(): { here: Surroundings; id: string } {
  const here = surroundings();
  const { name, version, fields, lists, pages } = template;
  const store = openStore({ home: here.home, now: () => new Date() });
  const entries = Object.values(fields).map((field) => [field.id, hostileAnswer(field.kind)] as const);
  const kindOf: Record<string, string> = {
    category: 'choices',
    location: 'location',
    evidence: 'code',
    impact: 'list',
  };
  const answers = Object.fromEntries(
    issueFields.map((field) => [field, hostileAnswer(kindOf[field] ?? 'text')]),
  );
  const draft = store.create(
    { name, version },
    {
      review: {
        answers: Object.fromEntries(entries),
        issues: severities.map((severity, n) => ({ id: `x${n}`, severity, answers, note: hostile })),
        items: Object.fromEntries(
          Object.values(lists).map((list) => [
            list.id,
            [
              {
                id: `i${list.id.replace(/\W/g, '')}`,
                answers: Object.fromEntries(
                  Object.values(list.fields).map((field) => [field.id, hostileAnswer(field.kind)]),
                ),
              },
            ],
          ]),
        ),
        notes: Object.fromEntries(
          pages.flatMap((page) => page.sections.map((section) => [section, hostile])),
        ),
      },
      readFrom: `/tmp/${hostile}`,
      written: { path: `/tmp/${hostile}`, at: new Date().toISOString() },
    },
  );
  expect(store.save(draft)).toMatchObject({ ok: true });
  const loaded = store.load(draft.id);
  expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  return { here, id: draft.id };
}

const pageDown = '\x1b[6~';

test('nothing of what a draft holds steers the terminal, on no screen', async () => {
  const { here, id } = seeded();
  const pages = template.pages.flatMap(() => [pageDown, '\t', '\r', '\t', '\x1b']);
  const screens = await written(
    here,
    ['resume', id],
    [...pages, '\x10', pageDown, '\x1b', '\x07', 'pwn', '\x1b', '\x12', '\x1b', '\x03'],
  );
  expect(screens).toContain('U+001B');
  expect(gotThrough(screens)).toEqual([]);
  const home = await written(here, [], ['\x1b[B', 't', '\x1b', '\x03']);
  expect(gotThrough(home)).toEqual([]);
}, 60_000);

test('nor in what the commands say, or print to a terminal', async () => {
  const { here, id } = seeded();
  writeFileSync(
    join(here.repository, 'own.md'),
    `::template{name=own version=1}\n\n# Own\n::page[${hostile}]{#head}\n\n:feeling[${hostile}]{#mood}\n`,
  );
  const commands = [
    ['drafts'],
    ['drafts', '--json'],
    ['drafts', 'history', id],
    ['render', id],
    ['resume', hostile],
    ['drafts', 'rm', hostile],
    ['drafts', 'restore', id, '--generation', hostile],
    ['render', id, '-o', `/nowhere/${hostile}`],
    ['template', 'check', 'own.md'],
    ['new', '--template', hostile],
    ['new', '--repo', hostile],
    ['open', `${hostile}.md`],
    [hostile],
  ];
  for (const command of commands) {
    expect({ command, through: gotThrough(await written(here, command)) }).toEqual({ command, through: [] });
  }
}, 60_000);

test('nor what git says, or a report that is opened', async () => {
  const here = surroundings();
  execFileSync('git', ['config', 'user.name', hostile], { cwd: here.repository });
  const started = await written(here, ['new'], ['\t', '\t', '\x03']);
  expect(gotThrough(started)).toEqual([]);
  const report = here.run(['template', 'show']).out.replaceAll(/\[[^\]\n]{4,}\]/g, hostile);
  writeFileSync(join(here.repository, 'report.md'), `${hostile}\n${report}\n${hostile}\n`);
  const keys = template.pages.flatMap(() => [pageDown, '\t']);
  const opened = await written(here, ['open', 'report.md'], [...keys, '\x10', '\x1b', '\x03']);
  expect(gotThrough(opened)).toEqual([]);
}, 60_000);

test('everything that is kept is for its owner alone, also under a loose umask', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { under: 'umask 000' });
  await terminal.sees('▌ Review Date');
  terminal.press('tab').type('x');
  await terminal.sees('Parkx');
  await terminal.kill('SIGTERM').ended();
  const again = here.start(['resume'], { under: 'umask 000' });
  await again.sees('Parkx');
  again.type('y');
  await again.sees('Parkxy');
  const open = () =>
    readdirSync(here.home, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
  expect(open()).toEqual([]);
  await again.press('ctrl+c').ended();
  expect(open()).toEqual([]);
  expect(statSync(here.home).mode & 0o077).toBe(0);
});
