import type { Answer } from '../../../fields/value.ts';
import { answerAt, type FieldRef, fieldKey } from '../../../review/review.ts';
import { focusOn } from '../navigation/navigate.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, blockAt, blocksOf, focusedBlock, focusedIndex } from '../page/view.ts';
import { commit } from '../state/commit.ts';
import { placeOf } from '../state/focus.ts';
import { fieldAt } from '../state/lookup.ts';
import { promptOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import { groupName, openGroup } from '../state/undo-group.ts';

/** The place of the focused field, whatever part of it has the focus. */
export function focusedField(state: State): FieldRef | null {
  const block = focusedBlock(state);
  return block && 'place' in block ? block.place : null;
}

/** Whether the focused field is marked as not applicable. */
export function isMarked(state: State): boolean {
  const place = focusedField(state);
  const given = place && answerAt(state.history.present, place);
  return given != null && 'notApplicable' in given;
}

/** The heading that the focused field stands under, with its fields: a group, or the section. */
function focusedGroup(state: State): Extract<Block, { type: 'heading' }> | null {
  const blocks = blocksOf(state);
  const index = focusedIndex(state);
  const place = focusedField(state);
  if (!place || 'issue' in place || 'list' in place) return null;
  for (let at = index; at >= 0; at--) {
    const block = blocks[at];
    if (block?.type === 'heading' && block.fields.includes(place.field)) return block;
  }
  return null;
}

/** Alt+N: asks why the focused field does not apply; when it is marked so already, takes the mark away. */
export function askNotApplicable(state: State): State {
  const place = focusedField(state);
  if (!place) return say(state, 'Only fields can be marked as not applicable.');
  const label = fieldAt(state.template, state.history.present, place)?.label ?? '';
  return ask(state, [place], label);
}

/** Alt+Shift+N: the same for the whole group that the focus is in. */
export function askGroupNotApplicable(state: State): State {
  const group = focusedGroup(state);
  if (!group) return say(state, 'No group here. Alt+N marks just the field.');
  return ask(
    state,
    group.fields.map((field) => ({ field })),
    `${group.title} (${group.fields.length} fields)`,
  );
}

function ask(state: State, places: FieldRef[], label: string): State {
  const review = state.history.present;
  const marked = places.every((place) => {
    const given = answerAt(review, place);
    return given && 'notApplicable' in given;
  });
  if (marked) return mark(state, places, null);
  return {
    ...openGroup(state),
    overlay: promptOverlay(`${label} does not apply because`, '', 'a reason (optional)', {
      for: 'not-applicable',
      places,
      before: places.map((place) => answerAt(review, place) ?? null),
    }),
  };
}

/**
 * Each letter of a reason is recorded at once, as one undo group: what is half typed outlives the program. Without a letter
 * the fields are as they were, until Enter says that none is given.
 */
export function reasonSoFar(
  state: State,
  places: FieldRef[],
  before: (Answer | null)[],
  text: string,
): State {
  const group = reasonGroup(state, places);
  const entries = places.map((at, index) => ({ at, answer: before[index] ?? null }));
  const said =
    text.trim() === ''
      ? refocused(commit(state, { do: 'answers', entries }, group), state)
      : mark(state, places, text, group);
  return { ...said, group: state.group };
}

/** The name of the undo group of a reason that is typed into a prompt. */
export const reasonGroup = ({ group }: State, places: FieldRef[]): string =>
  groupName(group, `reason/${places.map(fieldKey).join(' ')}`);

/** Marks the fields with a reason. With `null` they apply again, with the answers that they had before. */
export function mark(state: State, places: FieldRef[], reason: string | null, group?: string): State {
  const answersBefore = reason === null ? state.answersBefore : withAnswersOf(state, places);
  const entries = places.map((at) => ({
    at,
    answer: reason === null ? (answersBefore[fieldKey(at)] ?? null) : { notApplicable: reason },
  }));
  const marked = commit(
    { ...state, answersBefore, emptied: null, own: false },
    { do: 'answers', entries },
    group,
  );
  const lost = reason === null && entries.every((entry) => entry.answer === null);
  return refocused(
    lost ? say(marked, 'It applies again and is unanswered. Ctrl+Z undoes that.') : marked,
    state,
  );
}

/** The answers that marking these fields takes away, kept for when the mark is taken away. */
function withAnswersOf(state: State, places: FieldRef[]): State['answersBefore'] {
  const answers = { ...state.answersBefore };
  for (const place of places) {
    const given = answerAt(state.history.present, place);
    if (given && 'notApplicable' in given) continue;
    if (given) answers[fieldKey(place)] = given;
    else delete answers[fieldKey(place)];
  }
  return answers;
}

/** The focus on the same field, which may have other rows now. */
function refocused(marked: State, state: State): State {
  const place = placeOf(state.focus);
  const block =
    (place && blockAt(marked, { on: 'field', place })) ??
    blockAt(marked, state.focus) ??
    (place && blockAt(marked, { on: 'row', place, index: 0 }));
  return block ? focusOn(marked, block) : withBuffer(marked);
}
