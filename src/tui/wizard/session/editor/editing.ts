import type { Context } from '../../../../context.ts';
import { keepCopy } from '../../../../drafts/open-draft/copies.ts';
import type { DraftStore } from '../../../../drafts/store/store.ts';
import { inOneLine } from '../../../../failure.ts';
import { wheelBefore, wheelOn } from '../../../input/wheel.ts';
import { handedOver, offeredAgain, takenBack } from '../../edit/editor-handoff.ts';
import { draftOf, type State, say } from '../../state/state.ts';
import type { WizardStore } from '../../state/store.ts';
import type { Part } from '../part.ts';
import type { Terminal } from '../terminal.ts';
import { edited } from './run-editor.ts';

/** What an editor that was killed may have left on: its screen, reports of the mouse, a hidden cursor. */
const modesOff = '\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1049l\x1b[?25h\x1b[m';

interface Editing extends Part {
  /** Opens the editor on what has the focus. */
  open(): Promise<void>;
  /** The draft that keeps what came back when another window had taken the draft over; null when nothing did. */
  apart(): string | null;
}

/** The reviewer's editor on what has the focus: what it saves comes back, whatever happens meanwhile. */
export function openEditing(
  store: WizardStore,
  context: Context,
  terminal: Terminal,
  drafts: DraftStore,
  save: () => void,
): Editing {
  let apart: string | null = null;
  let takeSaved: (() => void) | null = null;

  async function open() {
    const before = store.getState();
    const handed = handedOver(before);
    if (!handed) return;
    save();
    const isMine = () => store.getState().history.present === before.history.present;
    const take = (text: string) => {
      if (isMine()) store.dispatch((now) => takenBack(now, handed, text));
      else putApart(takenBack(before, handed, text), before);
    };
    try {
      await terminal.suspend(async () => {
        context.stdout.write(wheelBefore);
        const result = await edited(handed.text, handed.extension, context.env, (saved) => {
          takeSaved = () => {
            const text = saved();
            if (text !== null) take(text);
          };
        });
        takeSaved = null;
        if (!result.ok) context.stdout.write(modesOff);
        context.stdout.write(wheelOn);
        if (result.ok) return take(result.value);
        const { saved, problems } = result;
        if (saved !== null && !isMine()) return take(saved);
        store.dispatch((now) =>
          say(saved === null ? now : offeredAgain(now, handed, saved), inOneLine(problems), 'error'),
        );
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      store.dispatch((now) => say(now, `The editor could not be opened: ${why}`, 'error'));
    }
  }

  /** Another window has taken the draft over meanwhile: what comes back is of the draft as it was before. */
  function putApart(edited: State, before: State) {
    if (edited.history === before.history) return;
    const { history } = edited;
    const kept = keepCopy(drafts, { draft: draftOf(edited), history, from: null }, context.now());
    if (kept.ok) apart = kept.value;
    const words = kept.ok
      ? `Another window has taken the draft over. What you wrote in the editor: sanctum-review resume ${kept.value}`
      : `What you wrote in the editor ${kept.failures[0]?.what}; ${kept.failures[0]?.remedy}`;
    store.dispatch((now) => say(now, words, 'error'));
  }

  return {
    open,
    apart: () => apart,
    /** Takes what an editor that is open has saved: the program ends, and its file goes with it. */
    end: () => takeSaved?.(),
  };
}
