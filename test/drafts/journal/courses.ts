import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Window } from '../../../src/drafts/lock/window.ts';
import { hasGone, settleGone } from '../../../src/drafts/open-draft/gone-windows.ts';
import { given } from '../given.ts';
import { home } from '../kept.ts';

/** What one window does. */
export type WindowAct =
  /** `leap` types more at once than can be noted. */
  | { do: 'type' | 'leap' | 'save' | 'leave' | 'kill' | 'settle'; window: number }
  /** Stands still right before it replaces the draft's file, while others do as they like, and goes on. */
  | { do: 'stall'; window: number; meanwhile: WindowAct[] };

/**
 * What becomes of the disk: a folder that cannot be used, until it can; half of the draft's file in its place, where no
 * window is open; and eleven minutes that pass.
 */
export type DiskAct = FolderAct | { do: 'damage' | 'later' };

type FolderAct = { do: 'break' | 'mend'; folder: 'drafts' | 'journals' | 'snapshots' };

export type Act = WindowAct | DiskAct;

/** A window with the words that are not sure to be kept yet. */
type OpenWindow = ReturnType<ReturnType<typeof home>['open']> & { unsure: string[] };

/** Windows of one draft that all take themselves for the one that writes, whatever the lock would say. */
export function windows() {
  const there = home();
  const { id } = there.draft();
  const open = new Map<number, OpenWindow>();
  const alive = new Set<string>();
  const broken = new Set<string>();
  /** Words that are to be in a draft from now on, whatever happens. */
  const typed: string[] = [];
  let count = 0;
  let meanwhile: (() => void) | null = null;
  let isDamaged = false;
  const ended = ({ session }: Window) => !alive.has(session);

  const isOurs = () => {
    const others = meanwhile;
    meanwhile = null;
    others?.();
    return true;
  };
  function opened(window: number) {
    const known = open.get(window);
    if (known) return known;
    const one = { ...there.open(id, isOurs), unsure: [] };
    open.set(window, one);
    alive.add(one.session);
    return one;
  }
  const textOf = (value: unknown) => (value as { value: string } | undefined)?.value ?? '';
  const gone = (window: number) => {
    const one = open.get(window);
    if (one) alive.delete(one.session);
    open.delete(window);
  };

  function save(one: OpenWindow) {
    const saved = one.save();
    if (saved.ok) typed.push(...one.unsure.splice(0));
    return saved;
  }

  function settle(one: OpenWindow) {
    const store = there.fresh();
    if (!hasGone(store, id, there.clock.now, { ended })) return;
    const saved = save(one);
    if (saved.ok && saved.value === 'published') settleGone(store, id, there.clock.now, ended);
  }

  function write(one: OpenWindow, how: 'type' | 'leap') {
    const word = `w${count++};`;
    const noted = one[how](`${textOf(one.text())}${word}`);
    one.unsure.push(word);
    if (noted?.ok) typed.push(...one.unsure.splice(0));
  }

  /** A file stands in the place of a folder. */
  function breakFolder(path: string): void {
    if (broken.has(path)) return;
    broken.add(path);
    if (existsSync(path)) renameSync(path, `${path}.away`);
    writeFileSync(path, '');
  }

  function mend(path: string): void {
    if (!broken.delete(path)) return;
    rmSync(path);
    if (existsSync(`${path}.away`)) renameSync(`${path}.away`, path);
  }

  /** A new draft that nobody typed into is in its file only. */
  function damage(): void {
    const path = there.file(id);
    if (open.size > 0 || typed.length === 0 || broken.size > 0) return;
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    writeFileSync(path, text.slice(0, text.length / 2));
    isDamaged = true;
  }

  /** A damaged draft is got back first, as when it is resumed. */
  function canBeRead(): boolean {
    if (isDamaged) expect(there.fresh().rescue(id)).toMatchObject({ ok: true });
    isDamaged = false;
    return there.fresh().look(id).ok;
  }

  function disk(act: DiskAct): void {
    if ('folder' in act) (act.do === 'break' ? breakFolder : mend)(join(there.path, act.folder));
    else if (act.do === 'damage') damage();
    else there.clock.now = new Date(there.clock.now.getTime() + 11 * 60 * 1000);
  }

  function perform(act: Act): void {
    if (!('window' in act)) disk(act);
    else if (act.do === 'kill') gone(act.window);
    // A draft that cannot be read is not opened.
    else if (open.has(act.window) || canBeRead()) performIn(opened(act.window), act);
  }

  function performIn(one: OpenWindow, act: WindowAct): void {
    if (act.do === 'type' || act.do === 'leap') write(one, act.do);
    else if (act.do === 'save') save(one);
    else if (act.do === 'settle') settle(one);
    else if (act.do === 'leave') {
      save(one);
      one.writer.close();
      gone(act.window);
    } else if (act.do === 'stall') {
      meanwhile = () => {
        for (const other of act.meanwhile) if (other.window !== act.window) perform(other);
      };
      save(one);
      meanwhile = null;
    }
  }

  /** The disk is whole again, and all windows are killed; one is opened, and left. */
  function end() {
    for (const path of broken) mend(path);
    for (const window of [...open.keys()]) gone(window);
    canBeRead();
    const last = opened(0);
    settle(last);
    last.leave();
    gone(0);
    const store = there.fresh();
    const all = given(store.list());
    expect(all.damaged).toEqual([]);
    const texts = all.drafts.map((one) => textOf(given(store.load(one.id)).review.answers.summary));
    const notes = all.drafts.map((one) => store.unread(one.id));
    return { texts, notes, files: there.windows(id), typed };
  }
  return { perform, end, gone: there.gone };
}
