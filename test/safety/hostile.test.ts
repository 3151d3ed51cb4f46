import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { issueFields, severities } from '../../src/fields/issue.ts';
import type { Answer } from '../../src/fields/value.ts';
import type { Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template-library/registry.ts';
import { compiled } from '../compiled.ts';
import { surroundings } from '../journeys/surroundings.ts';
import { foreign } from './own-bytes.ts';

let template: Template;
beforeAll(async () => {
  const loaded = await loadTemplate({ name: 'production-readiness' }, '');
  if (!loaded.ok) throw new Error(loaded.failures[0]?.what);
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
  '\x1b[?1049l\x1b[2J\x1b[3J\x1b[?1000h',
  '\x1b[5n\x1b[6n\x1b[0c\x1b[>c\x1b[21t',
  '\x1b]4;1;rgb:00/00/00\x1b\\\x1b]11;?\x07',
  '\x1b]1337;File=inline=1:AAAA\x07',
  '\x1bP1$r0m\x1b\\\x1b^PWNED\x1b\\\x1bXPWNED\x1b\\',
  '\x1b(0lqk\x1b(B\x0e\x0f\x1b#8',
  '\x90PWNED\x9c\x98PWNED\x9c\x85\x84',
  '\x1b]0;never ended',
  '\ud800\udfff\udfff',
  `Z${'\u0301'.repeat(500)}`,
  '\u200b\u200d\u2060\ufeff\u061c\u{e0041}\u{e0042}',
  '\u2028\u2029\x0b\x0c',
  '\0',
];
const hostile = `a${corpus.join('b')}c`;
/** The same for arguments and names of files, which cannot hold all of it. */
const argument = hostile.replaceAll('\0', '');
const name = '\x1b]0;PWNED\x07\x1b[31337m\x9b31337m\x9d0;PWNED\x9c\u202egnp\u2066\u200b\x08';

type Surroundings = ReturnType<typeof surroundings>;

/** Runs the program in a terminal, with keys, or what it has to write first; gives all that it wrote there. */
async function written(
  here: Surroundings,
  args: string[],
  keys: (string | RegExp)[] = [],
  home = here.home,
): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: here.repository,
    SANCTUM_REVIEW_HOME: home,
    TERM: 'xterm',
    ...compiled,
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
  if (keys.length > 0) await vi.waitFor(() => expect(bytes).toContain('\x1b[?2004h'), { timeout: 20_000 });
  const silent: string[] = [];
  for (const key of keys) {
    if (typeof key !== 'string') {
      await vi.waitFor(() => expect(bytes).toMatch(key), { timeout: 20_000 });
      continue;
    }
    const before = bytes.length;
    pty.write(key);
    await vi
      .waitFor(() => expect(bytes.length).toBeGreaterThan(before), { timeout: 400, interval: 5 })
      .catch(() => silent.push(key));
  }
  // Keys that mostly change nothing were meant for another screen.
  expect(silent.length, JSON.stringify(silent)).toBeLessThanOrEqual(keys.length / 2);
  // A key that comes right after Escape may be taken for one with Alt: the last one, which leaves, is pressed again.
  const again = setInterval(() => !ended && pty.write(String(keys.at(-1) ?? '')), 3000);
  await vi.waitFor(() => expect(ended).toBe(true), { timeout: 20_000 });
  clearInterval(again);
  return bytes;
}

/** A command without a screen prints something to a terminal, and nothing that it would obey. */
async function expectPrinted(here: Surroundings, command: string[], home = here.home): Promise<void> {
  const { out, said } = await here.run(command, { isTerminal: true, env: { SANCTUM_REVIEW_HOME: home } });
  expect({ command, out: out + said }).not.toEqual({ command, out: '' });
  expect({ command, through: foreign(out + said) }).toEqual({ command, through: [] });
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
  expect(loaded.ok ? [] : loaded.failures).toEqual([]);
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
  expect(foreign(screens)).toEqual([]);
  const home = await written(here, [], ['\x1b[B', 't', '\x1b', '\x03']);
  expect(foreign(home)).toEqual([]);
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
    ['drafts', 'trash'],
    ['render', id],
    ['check', id],
    ['resume', argument],
    ['render', `../${argument}`],
    ['check', argument],
    ['read', argument],
    ['drafts', 'rm', argument],
    ['drafts', 'history', argument],
    ['drafts', 'restore', id, '--snapshot', argument],
    ['render', id, '-o', `/nowhere/${argument}`],
    ['template', 'check', 'own.md'],
    ['template', 'show', argument],
    ['new', '--template', argument],
    ['new', '--repo', argument],
    ['open', `${argument}.md`],
    ['completion', argument],
    [argument],
    [`--${argument}`],
  ];
  for (const command of commands) await expectPrinted(here, command);
}, 60_000);

test('nor what git says, or a report that is opened', async () => {
  const here = surroundings();
  execFileSync('git', ['config', 'user.name', argument], { cwd: here.repository });
  const started = await written(here, ['new'], ['\t', '\t', '\x03']);
  expect(foreign(started)).toEqual([]);
  const report = (await here.run(['template', 'show'])).out.replaceAll(/\[[^\]\n]{4,}\]/g, argument);
  writeFileSync(join(here.repository, 'report.md'), `${argument}\n${report}\n${argument}\n`);
  const keys = template.pages.flatMap(() => [pageDown, '\t']);
  const opened = await written(here, ['open', 'report.md'], ['\x1b', ...keys, '\x10', '\x1b', '\x03']);
  expect(foreign(opened)).toEqual([]);
}, 60_000);

test('nor a branch, a file or the home that is named so', async () => {
  const here = surroundings();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: here.repository, stdio: 'pipe' });
  git('checkout', '--quiet', '-b', name.replace(/[\x00-\x1f[]/g, ''));
  mkdirSync(join(here.repository, 'docs/reports'), { recursive: true });
  writeFileSync(join(here.repository, 'docs/reports', `2026-01-01-${name}.md`), '# x\n');
  const home = join(here.repository, name);
  const keys = template.pages.flatMap(() => [pageDown, '\t', '\t']);
  const started = await written(here, ['new'], [/⟨U\+202E⟩/, ...keys, '\x10', '\x1b', '\x03'], home);
  expect(foreign(started)).toEqual([]);
  const drafts = join(home, 'drafts');
  writeFileSync(join(drafts, 'damaged1.json'), '{');
  expect(foreign(await written(here, [], ['\x1b[B', '\x03'], home))).toEqual([]);
  await expectPrinted(here, ['drafts'], home);
  await expectPrinted(here, ['resume', 'damaged1'], home);
  rmSync(drafts, { recursive: true });
  writeFileSync(drafts, '');
  await expectPrinted(here, ['new'], home);
}, 60_000);

test('nor a template in which everything is named so', async () => {
  const here = surroundings();
  const text = name.replaceAll(/[[\]]/g, '');
  writeFileSync(
    join(here.repository, `${name}.md`),
    `::template{name=own version=1}

# Own ${text}
::page[Head ${text}]{#head}

**Who ${text}:** :text[Who ${text}]{#reviewer label="Reviewer ${text}"}
**Risk:** :choice[High ${text} / Low ${text}]{#risk}

## Findings ${text}
::page[Found ${text}]{#found}

:::checklist{#done}
- [ ] Look ${text}
:::
`,
  );
  const keys = [
    '\t',
    '\t',
    pageDown,
    '\t',
    ' ',
    '\x07',
    'own',
    '\x1b',
    '\x10',
    '\x1b',
    '\x12',
    '\x1b',
    '\x03',
  ];
  const shown = await written(here, ['new', '--template', `${name}.md`], keys);
  expect(shown).toContain('Findings');
  expect(shown).toMatch(/⟨U\+202E⟩/);
  expect(foreign(shown)).toEqual([]);
  await expectPrinted(here, ['drafts']);
  await expectPrinted(here, ['template', 'show', `${name}.md`]);
}, 60_000);

test('no draft is where its id leads out of its folder, or is no id at all', async () => {
  const here = surroundings();
  writeFileSync(join(here.repository, 'victim.json'), 'mine');
  const ids = ['../victim', '..', 'a/../../victim', 'x'.repeat(5000), '__proto__', ''];
  for (const id of ids) {
    for (const command of [['drafts', 'rm'], ['drafts', 'restore', '--snapshot', '1'], ['render']]) {
      const { code, said, out } = await here.run([...command, id]);
      expect({ command, id, code, out }).toEqual({ command, id, code: 2, out: '' });
      expect(said).toMatch(/^sanctum-review: [^\n]+\n {2}[^\n]+\n$/);
    }
  }
  expect(readFileSync(join(here.repository, 'victim.json'), 'utf8')).toBe('mine');
  expect(here.files().filter((file) => file.startsWith('home/'))).toEqual([]);
});

test('everything that is kept is for its owner alone, under a loose umask, and where it was looser before', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { under: 'umask 000' });
  await terminal.sees('▌ Review Date');
  terminal.press('tab').type('x');
  await terminal.sees('▌ Reviewer x');
  await terminal.kill('SIGTERM').ended();
  const again = here.start(['resume'], { under: 'umask 000' });
  await again.sees('▌ Reviewer x');
  again.type('y');
  await again.sees('▌ Reviewer xy');
  const open = () =>
    readdirSync(here.home, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
  expect(open()).toEqual([]);
  await again.press('ctrl+c').ended();
  expect(open()).toEqual([]);
  expect(statSync(here.home).mode & 0o077).toBe(0);

  const all = readdirSync(here.home, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  for (const file of all) chmodSync(join(file.parentPath, file.name), file.isDirectory() ? 0o777 : 0o666);
  const third = here.start(['resume']);
  await third.sees('▌ Reviewer xy');
  await third.type('z').sees('▌ Reviewer xyz');
  await third.press('ctrl+c').ended();
  const { id } = here.draft();
  const mode = (...path: string[]) => (statSync(join(here.home, ...path)).mode & 0o777).toString(8);
  expect([mode('drafts'), mode('drafts', `${id}.json`), mode('snapshots', id)]).toEqual([
    '700',
    '600',
    '700',
  ]);
});
