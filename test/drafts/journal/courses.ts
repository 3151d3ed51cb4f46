import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** What becomes of the disk: a folder that cannot be used, until it can; and eleven minutes that pass. */
export type DiskAct = { do: 'break' | 'mend'; folder: 'drafts' | 'journals' | 'snapshots' } | { do: 'later' };

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

  function disk(act: DiskAct): void {
    if (act.do === 'later') there.clock.now = new Date(there.clock.now.getTime() + 11 * 60 * 1000);
    else if (act.do === 'break') breakFolder(join(there.path, act.folder));
    else mend(join(there.path, act.folder));
  }

  function perform(act: Act): void {
    if (!('window' in act)) disk(act);
    else if (act.do === 'kill') gone(act.window);
    // A draft that cannot be read is not opened.
    else if (open.has(act.window) || there.fresh().look(id).ok) performIn(opened(act.window), act);
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
