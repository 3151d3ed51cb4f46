import type { Field } from '../../../fields/field.ts';
import { problemOf } from '../../../fields/kinds.ts';
import type { Answer } from '../../../fields/value.ts';
import { isAnswered } from '../../../review/answer-counts.ts';
import { type FieldRef, issuesOf } from '../../../review/review.ts';
import { controlOf } from '../controls/controls.ts';
import { waitingFindings } from '../state/findings/triage-rows.ts';
import { isWithin } from '../state/focus.ts';
import { fieldName, issueField, itemsOf } from '../state/lookup.ts';
import { checkedNow, hasProblemAt } from '../state/problems.ts';
import { pagesOf, type State, say } from '../state/state.ts';
import { goToField, goToProblemAt } from './go-to.ts';
import { focusAt } from './navigate.ts';

/** A field of the review, where it stands in the order of the report. */
interface Asked {
  place: FieldRef;
  field: Field;
  answer: Answer | undefined;
  page: string;
}

/** All that is asked, in the order of the pages. */
function* asked(state: State): Generator<Asked> {
  const { template } = state;
  const review = state.history.present;
  for (const { id: page, blocks } of pagesOf(state)) {
    for (const block of blocks) {
      if (block.type === 'field') {
        const field = template.fields[block.field];
        const answer = review.answers[block.field];
        if (field) yield { place: { field: block.field }, field, answer, page };
      } else if (block.type === 'issues') {
        for (const issue of issuesOf(review, block.severity)) {
          for (const name of template.issues[block.severity]?.asks ?? []) {
            const field = issueField(template, block.severity, name);
            yield { place: { issue: issue.id, field: name }, field, answer: issue.answers[name], page };
          }
        }
      } else if (block.type === 'items') {
        const list = template.lists[block.list];
        for (const item of review.items[block.list] ?? []) {
          for (const name of list?.asks ?? []) {
            const field = list?.fields[name];
            const place = { list: block.list, item: item.id, field: name };
            if (field) yield { place, field, answer: item.answers[name], page };
          }
        }
      }
    }
  }
}

/** What is looked for, what is said where there is none of it, and how one that is found is gone to. */
interface Search {
  wanted(one: Asked): boolean;
  none: string;
  goTo(state: State, place: FieldRef): State;
  /** What there is to say of it that its field does not say by itself; empty for nothing. */
  words(there: State, one: Asked): string;
}

/** The next field that has no answer, round the end of the review; for a checklist its first open item. */
export const nextUnanswered = (state: State): State =>
  next(state, {
    wanted: (one) => isOpen(state, one),
    none: 'Every field is answered.',
    goTo: goToField,
    words: () => '',
  });

/** The next answer that is not valid, field that an issue or action lacks, or place where a check found something. */
export function nextProblem(before: State): State {
  const state = checkedNow(before);
  return next(state, {
    wanted: ({ place, field, answer }) =>
      hasProblemAt(state, place) || isInvalid(field, answer) || isMissing(place, field, answer),
    none: `No problems, and no issue or action is incomplete. ${waitingFindings(state)}`.trim(),
    goTo: goToProblemAt,
    words: (there, { place, field, answer }) =>
      isMissing(place, field, answer) && !hasProblemAt(there, place)
        ? `There is no answer yet: ${fieldName(field)}.`
        : '',
  });
}

const isInvalid = (field: Field, answer: Answer | undefined): boolean =>
  answer !== undefined && 'value' in answer && problemOf(field, answer.value) !== null;

/** Whether an issue or action lacks it. */
const isMissing = (place: FieldRef, field: Field, answer: Answer | undefined): boolean =>
  ('item' in place || 'issue' in place) && !(answer && 'value' in answer) && !isAnswered(field, answer);

function isOpen(state: State, { place, field, answer }: Asked): boolean {
  if (!hasItems(field)) return !isAnswered(field, answer);
  return !(answer && 'notApplicable' in answer) && openItem(state, place, field) >= 0;
}

const hasItems = (field: Field): boolean => controlOf(field).entries === 'items';

const openItem = (state: State, place: FieldRef, field: Field): number =>
  itemsOf(state.history.present, place, field).findIndex(
    (item) => !item.done && item.notApplicable === undefined,
  );

function next(state: State, { wanted, none, goTo, words }: Search): State {
  const all = [...asked(state)];
  const here = positionIn(state, all);
  const after = all.findIndex((one, index) => index > here && wanted(one));
  const found = after >= 0 ? after : all.findIndex(wanted);
  const one = all[found];
  if (!one) return say(state, none);
  const there = goTo(state, one.place);
  const item = hasItems(one.field) ? openItem(state, one.place, one.field) : -1;
  const focused = item >= 0 ? focusAt(there, { on: 'row', place: one.place, index: item }) : there;
  const round = found === here ? 'This is the only one.' : after >= 0 ? '' : 'Continued from the start.';
  const said = [words(focused, one), round].filter((part) => part !== '').join(' ');
  return said === '' ? focused : say(focused, said);
}

/** The index of what has the focus: of its field, else of the last field before the page or issue. */
function positionIn(state: State, all: Asked[]): number {
  const { focus } = state;
  const exact = all.findIndex(({ place }) => isWithin(focus, place));
  if (exact >= 0) return exact;
  const within = all.findIndex(
    ({ place }) =>
      focus &&
      (('issue' in focus && 'issue' in place && focus.issue === place.issue) ||
        ('item' in focus && 'item' in place && focus.list === place.list && focus.item === place.item)),
  );
  return (within >= 0 ? within : all.findIndex((one) => one.page === state.page)) - 1;
}
