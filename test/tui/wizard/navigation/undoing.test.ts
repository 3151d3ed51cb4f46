import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/drafts/format/draft.ts';
import { withHistory } from '../../../../src/drafts/journal/replay.ts';
import { emptyReview } from '../../../../src/review/review.ts';
import type { Template } from '../../../../src/template/template.ts';
import { loadTemplate } from '../../../../src/template-library/registry.ts';
import { applyEdit, type Buffer, bufferOf, type Edit } from '../../../../src/text/buffer.ts';
import { applyFix } from '../../../../src/tui/wizard/edit/fixes.ts';
import { pasted, pressed } from '../../../../src/tui/wizard/keys/dispatch.ts';
import { goToField } from '../../../../src/tui/wizard/navigation/go-to.ts';
import { restore } from '../../../../src/tui/wizard/navigation/restore.ts';
import { undoStep } from '../../../../src/tui/wizard/navigation/undo.ts';
import { textAt } from '../../../../src/tui/wizard/page/text.ts';
import { focusedBlock } from '../../../../src/tui/wizard/page/view.ts';
import { draftOf, type State } from '../../../../src/tui/wizard/state/state.ts';
import { runs } from '../../../runs.ts';
import { piece } from '../../../text/arbitrary.ts';

type Key =
  | { type: string }
  | { paste: string }
  | { press: 'left' | 'right' | 'home' | 'backspace' | 'delete' | 'ctrl+w' | 'ctrl+z' | 'ctrl+y' };

/** What the key does to the text alone. */
const edits: Record<string, Edit> = {
  left: { edit: 'move', motion: 'left', width: 1 },
  right: { edit: 'move', motion: 'right', width: 1 },
  home: { edit: 'move', motion: 'line-start', width: 1 },
  backspace: { edit: 'delete', what: 'backward' },
  delete: { edit: 'delete', what: 'forward' },
  'ctrl+w': { edit: 'delete', what: 'word-backward' },
};

const letters = fc.constantFrom('a', 'b', ' ', '\n', 'é', '漢', '👩‍👧', '.');
const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 6, arbitrary: letters.map((type) => ({ type })) },
  {
    weight: 1,
    arbitrary: fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => ({ paste: all.join('') })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('left', 'right', 'home', 'backspace', 'delete', 'ctrl+w', 'ctrl+z', 'ctrl+y' as const)
      .map((press) => ({ press })),
  },
);

/** An editor that keeps every text there was: a word, a run of deletions, a paste are one step each. */
class Model {
  buffer: Buffer = bufferOf('');
  past: string[] = [];
  future: string[] = [];
  kept = '';
  doing: 'typing' | 'deleting' | null = null;

  press(given: Key): void {
    if ('type' in given) this.insert(given.type);
    else if ('paste' in given) {
      this.doing = null;
      this.become(applyEdit(this.buffer, { edit: 'insert', text: given.paste }), true);
    } else if (given.press === 'ctrl+z') this.back(this.past, this.future);
    else if (given.press === 'ctrl+y') this.back(this.future, this.past);
    else this.edit(edits[given.press] as Edit);
  }

  insert(text: string): void {
    const before = this.buffer.text.slice(0, this.buffer.caret).at(-1) ?? '';
    const word = /\S/.test(text) && /\s/.test(before);
    const fresh = this.doing !== 'typing' || word;
    this.doing = 'typing';
    this.become(applyEdit(this.buffer, { edit: 'insert', text }), fresh);
  }

  edit(edit: Edit): void {
    const next = applyEdit(this.buffer, edit);
    if (next === this.buffer) return;
    if (edit.edit === 'move') {
      this.buffer = next;
      this.doing = null;
      return;
    }
    const fresh = this.doing !== 'deleting';
    this.doing = 'deleting';
    this.become(next, fresh);
  }

  /** A text of blanks only is no answer: nothing is kept of it. */
  become(next: Buffer, fresh: boolean): void {
    this.open ||= fresh;
    this.buffer = next;
    const kept = next.text.trim() === '' ? '' : next.text;
    if (kept === this.kept) return;
    if (this.open || this.past.length === 0) this.past.push(this.kept);
    this.open = false;
    this.kept = kept;
    this.future = [];
  }
  open = true;

  back(from: string[], to: string[]): void {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.kept);
    this.kept = text;
    if (text !== this.buffer.text) this.buffer = bufferOf(text, behindChange(this.buffer.text, text));
    this.doing = null;
    this.open = true;
  }
}

/** The smallest stretch that differs, by trying all. */
function behindChange(before: string, after: string): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  const left = Math.min(before.length, after.length) - start;
  let end = left;
  while (before.slice(before.length - end) !== after.slice(after.length - end)) end--;
  return after.length - end;
}

function opened(template: Template): State {
  const draft: Draft = {
    format: 3,
    id: 'a',
    template: { name: template.name, version: template.version },
    review: emptyReview,
    made: '',
    edited: '',
    worked: 0,
    position: { page: '', scroll: 0 },
  };
  return goToField(restore(template, draft, 0), { field: 'summary' });
}

function after(state: State, given: Key): State {
  if ('paste' in given) return pasted(state, given.paste, 0);
  const [name, input] =
    'press' in given ? [given.press, ''] : [given.type === '\n' ? 'enter' : given.type, given.type];
  const outcome = pressed(state, name, input, 0);
  return 'effect' in outcome ? outcome.state : outcome;
}

describe('undo and redo', async () => {
  const loaded = await loadTemplate({ name: 'production-readiness' }, '');
  if (!loaded.ok) throw new Error('no template');
  const start = opened(loaded.value);

  it('go by words, runs of deletions and pastes, as in an editor that keeps every text', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        let state = start;
        const model = new Model();
        for (const one of keys) {
          state = after(state, one);
          model.press(one);
          expect(state.buffer?.text).toBe(model.buffer.text);
          expect(state.buffer?.caret).toBe(model.buffer.caret);
          const piece = focusedBlock(state);
          expect(piece && textAt(state, piece)).toBe(model.kept);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('take the first step of a session back without the last of the one before', () => {
    const fix = (answer: string) => ({
      label: '',
      actions: [{ do: 'answer' as const, at: { field: answer }, answer: { value: answer } }],
    });
    const begun = restore(loaded.value, draftOf(start), 1_700_000_000_000);
    const earlier = applyFix(begun, fix('risk'));
    const kept = withHistory(draftOf(earlier), earlier.history);
    const later = restore(loaded.value, JSON.parse(JSON.stringify(kept)), 1_800_000_000_000);
    const { history } = undoStep(applyFix(later, fix('reviewer')));
    expect(history.present).toEqual(earlier.history.present);
  });
});
