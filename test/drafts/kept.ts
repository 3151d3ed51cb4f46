import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import { historyOf } from '../../src/drafts/journal/replay.ts';
import { thisWindow } from '../../src/drafts/lock/window.ts';
import { openWriter } from '../../src/drafts/open-draft/writer.ts';
import { openStore } from '../../src/drafts/store/store.ts';
import type { Action } from '../../src/review/actions.ts';
import { type Change, type History, record, redo, undo } from '../../src/review/history/history.ts';

const template = { name: 'production-readiness', version: '1' };

/** A home with a store, gone after the test; its clock stands where the test puts it. */
export function home() {
  const folder = mkdtempSync(join(tmpdir(), 'sanctum-kept-'));
  const gone = () => rmSync(folder, { recursive: true, force: true });
  onTestFinished(gone);
  const path = join(folder, 'home');
  const clock = { now: new Date('2026-02-13T10:00:00Z') };
  const now = () => clock.now;
  const fresh = () => openStore({ home: path, now });
  return {
    path,
    clock,
    /** Takes it away before the test is over, for those that make thousands. */
    gone,
    /** Another program on the same home. */
    fresh,
    file: (id: string, ending = 'json', shelf = 'drafts') => join(path, shelf, `${id}.${ending}`),
    draft(from: Partial<Draft> = {}): Draft {
      const store = fresh();
      const draft = store.create(template, from);
      store.save(draft);
      return draft;
    },
    /** What the windows of a draft wrote: their journals, or their snapshots. */
    windows(id: string, ending = 'journal') {
      const folder = join(path, 'journals', id);
      const names = existsSync(folder) ? readdirSync(folder) : [];
      return names.filter((name) => name.endsWith(`.${ending}`)).map((name) => join(folder, name));
    },
    /** Someone who edits a draft: what is done is in the journal; `save` saves, `kill` ends without, `leave` with. */
    open(id: string, isOurs = () => true) {
      const store = fresh();
      const loaded = store.look(id);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.failures));
      let { draft } = loaded.value;
      let history = historyOf(draft);
      const writer = openWriter(store, loaded.value, thisWindow({}), now, isOurs);
      /** What could not be noted yet. */
      let behind: Change[] = [];
      let leapt = false;
      const become = (next: History) => {
        if (next.made > history.made) behind.push(...next.recent.slice(history.made - next.made));
        history = next;
        draft = { ...draft, review: next.present };
      };
      const put = (next: History) => {
        become(next);
        if (leapt || behind.length === 0) return null;
        const noted = writer.note(behind, null, draft.worked);
        if (noted.ok) behind = [];
        return noted;
      };
      const typing = (text: string, field: string) =>
        record(history, { do: 'answer', at: { field }, answer: { value: text } }, 'typing');
      const save = () => {
        const saved = writer.save({ draft, history });
        if (saved.ok) [behind, leapt] = [[], false];
        return saved;
      };
      return {
        writer,
        session: writer.session,
        text: () => history.present.answers.summary,
        review: () => history.present,
        history: () => history,
        do: (action: Action, group?: string) => put(record(history, action, group)),
        type: (text: string, field = 'summary') => put(typing(text, field)),
        /** Types more at once than can be noted: `save` is due. */
        leap(text: string, field = 'summary') {
          become(typing(text, field));
          leapt = true;
          writer.leap();
        },
        undo: () => put(undo(history).history),
        redo: () => put(redo(history).history),
        at: (position: Draft['position']) => writer.note([], position, draft.worked),
        save,
        kill() {},
        leave() {
          const saved = save();
          writer.close();
          return saved;
        },
      };
    },
  };
}
