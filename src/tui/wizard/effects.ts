import type { Context } from '../../context.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { DraftStore } from '../../drafts/store.ts';
import { clean } from '../../text/clean.ts';
import { edited } from './editor.ts';
import { keepVisible } from './layout.ts';
import { languageAt } from './looks/field.ts';
import { putReport, shownPath } from './report.ts';
import { draftOf, type Effect, type Saved, type State, say } from './state.ts';
import { createStore, type WizardStore } from './store.ts';
import { replaceText, textAt, typingAt } from './typing.ts';
import { focusedPiece } from './view.ts';

/** How the program goes on when the wizard is left. */
export interface Ending {
  code: number;
  lastLine?: string;
}

export interface Terminal {
  /** Hands the terminal to another program for as long as `work` takes. */
  suspend(work: () => Promise<void>): Promise<void>;
  leave(ending: Ending): void;
}

export interface Session {
  store: WizardStore;
  /** Saves what is not saved yet, now. */
  flush(): void;
  /** Saves and says how the wizard is left; stops the timers. */
  end(): Ending;
}

/** A change is saved at the latest so many milliseconds after it. */
const soon = 600;
/** A failed save is tried again after so many milliseconds. */
const later = 5000;

/** The wizard's state with everything that it does to the world: saving, the editor, the report. */
export function openSession(start: State, context: Context, drafts: DraftStore, terminal: Terminal): Session {
  let last: Draft = draftOf(start);
  let timer: NodeJS.Timeout | null = null;
  let written: string | null = null;

  const store = createStore(start, perform);
  const unsubscribe = store.subscribe(changed);

  function changed() {
    const state = store.getState();
    if (same(last, draftOf(state))) return;
    timer ??= setTimeout(save, state.saved.is === 'failed' ? later : soon);
    if (state.saved.is === 'saved' && state.history.present !== last.review) put({ is: 'saving' });
  }

  const put = (saved: Saved) => store.dispatch((state) => ({ ...state, saved }));

  function save() {
    if (timer) clearTimeout(timer);
    timer = null;
    const draft = draftOf(store.getState());
    const now = context.now();
    const next: Draft = draft.review === last.review ? draft : { ...draft, edited: now.toISOString() };
    const result = drafts.save(next);
    if (!result.ok) {
      const problem = result.problems[0];
      put({ is: 'failed', what: problem?.what ?? 'not saved', remedy: problem?.remedy ?? '' });
      timer ??= setTimeout(save, later);
      return;
    }
    last = draft;
    store.dispatch((state) => ({
      ...state,
      saved: { is: 'saved', at: now },
      facts: { ...state.facts, edited: next.edited },
    }));
  }

  function flush() {
    if (!same(last, draftOf(store.getState())) || store.getState().saved.is !== 'saved') save();
  }

  function end(): Ending {
    flush();
    unsubscribe();
    if (timer) clearTimeout(timer);
    timer = null;
    const { facts, saved } = store.getState();
    if (saved.is === 'failed') {
      return { code: 2, lastLine: `Draft ${facts.id} ${saved.what}; ${saved.remedy}` };
    }
    const resume = `sanctum-review resume ${facts.id}`;
    if (written) return { code: 0, lastLine: `Report written to ${written} (edit again: ${resume})` };
    return { code: 0, lastLine: `Saved. Go on with: ${resume}` };
  }

  function perform(effect: Effect) {
    switch (effect.do) {
      case 'save':
        save();
        if (store.getState().saved.is === 'saved') store.dispatch((state) => say(state, 'Saved.'));
        return;
      case 'leave':
        terminal.leave(end());
        return;
      case 'editor':
        void openEditor();
        return;
      case 'write':
        write(effect.path, effect.overwrite);
    }
  }

  function write(path: string, overwrite: boolean) {
    const state = store.getState();
    const result = putReport(state, path, context.cwd, overwrite);
    if (result.is === 'failed') store.dispatch((now) => say(now, result.what, 'error'));
    else if (result.is === 'there') {
      const { path: there, difference } = result;
      store.dispatch((now) => ({ ...now, overlay: { type: 'exists', path: there, difference, scroll: 0 } }));
    } else {
      written = shownPath(result.path, context.cwd);
      const words = `Report written to ${written}`;
      const at = context.now().toISOString();
      store.dispatch((now) =>
        say({ ...now, overlay: null, facts: { ...now.facts, written: { path: result.path, at } } }, words),
      );
      save();
    }
  }

  async function openEditor() {
    const state = store.getState();
    const piece = focusedPiece(state);
    if (!piece || !typingAt(state, piece)) return;
    save();
    const text = state.buffer?.text ?? textAt(state, piece);
    const code = piece.type === 'field' && piece.field.kind === 'code';
    const language = code ? languageAt(state, piece.place, piece.field) : null;
    const extension = language && /^\w+$/.test(language) ? `.${language}` : '.md';
    try {
      await terminal.suspend(async () => {
        const result = await edited(text, extension, context.env);
        store.dispatch((now) => {
          if (!result.ok)
            return say(now, `${result.problems[0]?.where}: ${result.problems[0]?.what}`, 'error');
          return keepVisible(replaceText(now, clean(result.value).text));
        });
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch((now) => say(now, `The editor could not be opened: ${why}`, 'error'));
    }
  }

  return { store, flush, end };
}

/** Whether a draft on the disk holds all of this one. */
function same(one: Draft, other: Draft): boolean {
  const { position: a } = one;
  const { position: b } = other;
  return (
    one.review === other.review &&
    one.written === other.written &&
    a.page === b.page &&
    a.focus === b.focus &&
    a.caret === b.caret &&
    a.scroll === b.scroll &&
    JSON.stringify(a.open) === JSON.stringify(b.open)
  );
}
