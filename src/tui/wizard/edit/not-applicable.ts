import { type Answer, isNotApplicable } from '../../../fields/value.ts';
import { isAnswered } from '../../../review/answer-counts.ts';
import { answerAt, type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import { counted } from '../../../text/counted.ts';
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
  return isNotApplicable(given);
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
  return ask(state, [place], `${label} does not apply because`);
}

/**
 * Alt+Shift+N: the same for the unanswered fields of the group that the focus is in; what is answered stays. Where
 * nothing is unanswered, the fields marked before apply again.
 */
export function askGroupNotApplicable(state: State): State {
  const group = focusedGroup(state);
  if (!group) return say(state, 'No group here. Alt+N marks just the field.');
  const review = state.history.present;
  const fields = group.fields.map((id) => ({ at: { field: id }, field: state.template.fields[id] }));
  const open = fields.filter(({ at, field }) => !isAnswered(field, answerAt(review, at))).map(({ at }) => at);
  const marked = fields.filter(({ at }) => isMarkedAt(review, at)).map(({ at }) => at);
  if (open.length > 0)
    return ask(state, open, countWords(open.length, fields.length - open.length - marked.length));
  if (marked.length > 0) return mark(state, marked, null);
  return say(state, `Every field of ${group.title} is answered: nothing to mark.`);
}

const isMarkedAt = (review: Review, at: FieldRef): boolean => isNotApplicable(answerAt(review, at));

/** "Mark 7 unanswered fields as not applicable; 3 answered ones stay". */
function countWords(open: number, answered: number): string {
  const asked = `Mark ${counted(open, 'unanswered field')} as not applicable`;
  return answered === 0
    ? asked
    : `${asked}; ${answered} answered ${answered === 1 ? 'one stays' : 'ones stay'}`;
}

/** What is left alone when a group was marked: its answered fields by their names. */
function answeredWords(state: State, places: FieldRef[]): string {
  const review = state.history.present;
  const marked = new Set(places.map(fieldKey));
  const left = (focusedGroup(state)?.fields ?? []).filter((id) => {
    const at = { field: id };
    return !marked.has(fieldKey(at)) && !isMarkedAt(review, at);
  });
  return left.map((id) => state.template.fields[id]?.label || id).join(', ');
}

/** The fields marked with a reason that was asked for; for a group it says which answered ones stay. */
export function markAsked(state: State, places: FieldRef[], reason: string, group: string): State {
  const marked = mark(state, places, reason, group);
  const stay = places.length > 1 ? answeredWords(state, places) : '';
  return stay === '' ? marked : say(marked, `Answered, so not marked: ${stay}.`);
}

function ask(state: State, places: FieldRef[], label: string): State {
  const review = state.history.present;
  if (places.every((place) => isMarkedAt(review, place))) return mark(state, places, null);
  return {
    ...openGroup(state),
    overlay: promptOverlay(label, '', 'a reason (optional)', {
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
function mark(state: State, places: FieldRef[], reason: string | null, group?: string): State {
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
    if (isNotApplicable(given)) continue;
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
