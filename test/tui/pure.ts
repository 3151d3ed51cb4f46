import type { Draft } from '../../src/drafts/format/draft.ts';
import type { Answer } from '../../src/fields/value.ts';
import { answerAt, emptyReview, type FieldRef, type Review } from '../../src/review/review.ts';
import { loadTemplate } from '../../src/template-library/registry.ts';
import { plainText } from '../../src/tui/row.ts';
import { submit } from '../../src/tui/wizard/edit/prompts.ts';
import { pasted, pressed } from '../../src/tui/wizard/keys/dispatch.ts';
import { goToField } from '../../src/tui/wizard/navigation/go-to.ts';
import { restore } from '../../src/tui/wizard/navigation/restore.ts';
import { rowsOfBlock } from '../../src/tui/wizard/render/blocks/blocks.ts';
import { topRule } from '../../src/tui/wizard/render/frame.ts';
import { geometryOf } from '../../src/tui/wizard/render/geometry.ts';
import { headerRow } from '../../src/tui/wizard/render/header.ts';
import { seenOf } from '../../src/tui/wizard/render/layout.ts';
import { keepVisible } from '../../src/tui/wizard/render/scroll.ts';
import { screenOf } from '../../src/tui/wizard/screen/screen.ts';
import { settled } from '../../src/tui/wizard/session/settle.ts';
import { focusKey } from '../../src/tui/wizard/state/focus.ts';
import type { Effect, NextState, State } from '../../src/tui/wizard/state/state.ts';

/** A draft of the bundled template. */
async function opened(review: Partial<Review>, columns: number, rows: number): Promise<State> {
  const template = await loadTemplate({ name: 'production-readiness' }, '');
  if (!template.ok) throw new Error('no template');
  const draft: Draft = {
    format: 3,
    id: 'abc',
    template: { name: 'production-readiness', version: '1' },
    review: { ...emptyReview, ...review },
    made: '',
    edited: '',
    worked: 0,
    position: { page: '', scroll: 0 },
  };
  return keepVisible(restore(template.value, draft, 0, { columns, rows }));
}

/** The wizard without a terminal: keys in, its state and the rows of its screen out. */
export async function keyboard(review: Partial<Review> = {}, columns = 100, rows = 24) {
  let state = await opened(review, columns, rows);
  let now = 0;
  const effects: Effect[] = [];
  const later = () => {
    now += 10;
    return now;
  };
  const take = (outcome: NextState) => {
    if ('effect' in outcome) effects.push(outcome.effect);
    state = settled(state, 'effect' in outcome ? outcome.state : outcome);
  };
  const shownRows = () => screenOf(state).rows.map(plainText);
  const hand = {
    effects,
    state: () => state,
    /** What has the focus, as a draft keeps it. */
    focus: () => (state.focus ? focusKey(state.focus) : ''),
    notice: () => state.notice?.text ?? '',
    answer: (place: FieldRef): Answer | undefined => answerAt(state.history.present, place),
    /** Keys by their names. */
    press(...names: string[]) {
      for (const name of names) take(pressed(state, name, name === 'space' ? ' ' : '', later()));
      return hand;
    },
    /** A key that has a text though it is none. */
    key(name: string, input: string) {
      take(pressed(state, name, input, later()));
      return hand;
    },
    /** Each character is a key. */
    type(text: string) {
      for (const letter of text) take(pressed(state, letter === ' ' ? 'space' : letter, letter, later()));
      return hand;
    },
    paste(text: string) {
      take(pasted(state, text, later()));
      return hand;
    },
    /** What is typed into the prompt that is open, and Enter. */
    submit(text: string) {
      take(submit(state, text));
      return hand;
    },
    goTo(place: FieldRef) {
      take(goToField(state, place));
      return hand;
    },
    do(transition: (state: State) => NextState) {
      take(transition(state));
      return hand;
    },
    header: () => plainText(headerRow(state)),
    /** The rows below the page: what is said, the keys, or a question. */
    bottom: () => shownRows().slice(geometryOf(state.size).top + geometryOf(state.size).height),
    /** The rows of the page that are on the screen. */
    page(): string[] {
      const { height } = geometryOf(state.size);
      const out = Array.from({ length: height }, () => '');
      for (const { block, at, from } of seenOf(state)) {
        for (const [index, line] of rowsOfBlock(state, block).entries()) {
          if (index >= from && at + index < height) out[at + index] = plainText(line);
        }
      }
      return out;
    },
    /** The rows of the whole screen. */
    rows: () => shownRows(),
    /** What stands at the left and right of the page left out, runs of spaces as one. */
    screen: () =>
      (state.overlay
        ? shownRows()
        : [plainText(headerRow(state)), plainText(topRule(state)), ...hand.page(), ...hand.bottom()]
      )
        .join('\n')
        .replace(/ +/g, ' '),
  };
  return hand;
}
