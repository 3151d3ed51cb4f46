import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { openLock } from '../../../src/drafts/lock/lock.ts';
import { thisWindow } from '../../../src/drafts/lock/window.ts';
import { openStore } from '../../../src/drafts/store/store.ts';
import { loadTemplate } from '../../../src/template-library/registry.ts';
import { paintFirstFrame } from '../../../src/tui/terminal/first-frame.ts';
import { paintLastScreen } from '../../../src/tui/terminal/last-screen.ts';
import { draftOf, type World, wizard, world } from '../driver.tsx';
import { Terminal } from '../terminal.ts';

/** A terminal of the size that the wizard was left in; `drawn()` is all that was written to it. */
function terminal({ home, repository }: World, size: { columns?: number; rows?: number } = {}) {
  const [stdin, stdout] = [new Terminal(), new Terminal()];
  const parts: string[] = [];
  stdout.on('data', (data) => parts.push(String(data)));
  const out = Object.assign(stdout.asOutput, { hasColors: () => true, columns: 100, rows: 24, ...size });
  const context = {
    env: { SANCTUM_REVIEW_HOME: home },
    cwd: repository,
    stdin: stdin.asInput,
    stdout: out,
    now: () => new Date(),
  } as unknown as Context;
  return { context, drawn: () => parts.join('') };
}

/** A review into which something was typed, left with Ctrl+C in the middle of it. */
async function left() {
  const given = world();
  const draft = await draftOf(given);
  const app = await wizard(given, draft);
  await app.goTo('Summary Statement');
  app.type('It is nearly rea');
  await app.see('It is nearly rea');
  app.press('ctrl+c');
  const note = join(given.home, 'snapshots', draft.id, 'left.json');
  await vi.waitFor(() => expect(readFileSync(note, 'utf8')).toContain('nearly rea'));
  return { given, id: draft.id, note };
}

/** What the wizard's first frame is when the draft is loaded. */
async function opened(given: World, id: string): Promise<string> {
  const store = openStore({ home: given.home, now: () => new Date() });
  const draft = store.load(id);
  const template = await loadTemplate({ name: 'production-readiness' }, given.home);
  if (!draft.ok || !template.ok) throw new Error('not kept');
  const { context, drawn } = terminal(given);
  paintFirstFrame({ draft: draft.value, template: template.value }, context, given.home)?.takeBack();
  await vi.waitFor(() => expect(drawn()).toContain('nearly rea'));
  return drawn();
}

test('what is painted before the draft is loaded is what the loaded draft shows', async () => {
  const { given, id } = await left();
  for (const ref of [id, id.slice(0, 6), undefined]) {
    const { context, drawn } = terminal(given);
    paintLastScreen(ref, context)?.takeBack();
    await vi.waitFor(() => expect(drawn()).toContain('nearly rea'));
    expect(drawn()).toBe(await opened(given, id));
  }
});

test('no screen is painted where the draft may look otherwise', async () => {
  const { given, id, note } = await left();
  const text = readFileSync(note, 'utf8');
  const isPainted = (size = {}) => {
    const first = paintLastScreen(id, terminal(given, size).context);
    first?.takeBack();
    return first !== null;
  };
  const isPaintedWith = (spoil: (kept: Record<string, unknown>) => object) => {
    change(note, spoil);
    const is = isPainted();
    writeFileSync(note, text);
    return is;
  };
  expect(isPainted()).toBe(true);
  expect(isPainted({ columns: 101 })).toBe(false);
  expect(isPainted({ rows: 25 })).toBe(false);
  expect(isPaintedWith((kept) => ({ ...kept, program: '0.0.9' }))).toBe(false);
  expect(isPaintedWith((kept) => ({ ...kept, screen: { columns: 100 } }))).toBe(false);
  expect(isPaintedWith(withRows([[{ text: 1, tone: 'plain' }]]))).toBe(false);
  expect(isPaintedWith(withRows([[{ text: 'a', tone: 'loud' }]]))).toBe(false);
  writeFileSync(note, text.slice(0, 500));
  expect(isPainted()).toBe(false);
  writeFileSync(note, text);
  const lock = openLock(given.home, id, thisWindow({}), { now: () => new Date() });
  expect(lock.take()).toBeNull();
  expect(isPainted()).toBe(false);
  lock.release();
  expect(isPainted()).toBe(true);
  utimesSync(join(given.home, 'drafts', `${id}.json`), new Date(), new Date());
  expect(isPainted()).toBe(false);
});

test('a large draft is said to be read while it is, and nothing is shown of it before', async () => {
  const { given, id, note } = await left();
  rmSync(note);
  change(join(given.home, 'drafts', `${id}.json`), (draft) => ({ ...draft, more: 'x'.repeat(3 << 20) }));
  const { context, drawn } = terminal(given);
  paintLastScreen(id, context)?.takeBack();
  await vi.waitFor(() => expect(drawn()).toContain(`Reading draft ${id} (3 MiB)…`));
  expect(drawn()).not.toContain('nearly rea');
});

test('a draft that was left is listed as it is, and as it was only until it is written', async () => {
  const { given, id, note } = await left();
  const list = async () => {
    const store = openStore({ home: given.home, now: () => new Date() });
    await store.loadTemplates();
    return store.list();
  };
  const noted = await list();
  expect(noted).toMatchObject({ ok: true, value: { drafts: [{ id }], damaged: [] } });
  const text = readFileSync(note, 'utf8');
  rmSync(note);
  expect(await list()).toEqual(noted);
  // That it is the note that is listed.
  writeFileSync(note, text.replace(/"progress":[\d.]+/, '"progress":0.77'));
  expect(await list()).toMatchObject({ value: { drafts: [{ progress: 0.77 }] } });
  utimesSync(join(given.home, 'drafts', `${id}.json`), new Date(), new Date());
  expect(await list()).toEqual(noted);
  // Anything may stand in it.
  writeFileSync(note, text.replace(/"edited":"[^"]*"/, '"edited":7'));
  expect(await list()).toEqual(noted);
});

test('a draft that another program wrote since is looked through for mistakes', async () => {
  const { given, id } = await left();
  const file = join(given.home, 'drafts', `${id}.json`);
  const load = () => openStore({ home: given.home, now: () => new Date() }).load(id);
  expect(load().ok).toBe(true);
  change(file, (draft) => ({ ...draft, worked: 'long' }));
  expect(load()).toMatchObject({ ok: false, failures: [{ what: 'must be a number' }] });
});

function change(file: string, to: (kept: Record<string, unknown>) => object): void {
  writeFileSync(file, JSON.stringify(to(JSON.parse(readFileSync(file, 'utf8')))));
}

function withRows(rows: unknown[]) {
  const all = Array.from({ length: 24 }, (_, at) => rows[at] ?? []);
  return (kept: Record<string, unknown>) => ({ ...kept, screen: { columns: 100, rows: all } });
}
