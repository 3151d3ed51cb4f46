import { issueFields } from '../../../fields/issue.ts';
import type { ActionTarget } from '../../../review/history/action-target.ts';
import { deltaSectionOf } from '../../../review/previous/delta-section.ts';
import { answerAt, type FieldRef } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { endOfChange } from '../../../text/change.ts';
import { textAt } from '../page/text.ts';
import { blockAt, focusableBlocks, focusedBlock } from '../page/view.ts';
import { formKey, isWithin, type NoteOf, placeOf } from '../state/focus.ts';
import type { State } from '../state/state.ts';
import { focusAt, focusFirst, focusOn, openIssue, openItem, toPage } from './navigate.ts';

/** Goes to a field, wherever it is, with the focus in it. */
export function goToField(state: State, place: FieldRef): State {
  if ('issue' in place) {
    const opened = openIssue(state, place.issue);
    const asks = asksOf(opened, place.issue);
    const answered = answerAt(opened.history.present, place) !== undefined;
    const more = !answered && !asks.includes(place.field);
    return focusField(more ? { ...opened, more } : opened, place);
  }
  if ('list' in place) return focusField(openItem(state, place.list, place.item), place);
  const page = pageOfField(state.template, place.field);
  return page ? focusField(state.page === page && !state.open ? state : toPage(state, page), place) : state;
}

/** Goes to a note that was kept of a report, in the open form of its issue or at the end of its page. */
export function goToNote(state: State, of: NoteOf): State {
  if ('issue' in of) return focusAt(openIssue(state, of.issue), { on: 'note', of });
  const page = state.template.pages.find(({ sections }) => sections.includes(of.section));
  return page ? focusAt(toPage(state, page.id), { on: 'note', of }) : state;
}

/** The same for a place with a problem: it is told there, in the open form of an issue or item as well. */
export function goToProblemAt(state: State, place: FieldRef): State {
  const there = goToField(state, place);
  return there.open ? { ...there, judged: formKey(there.open) } : there;
}

function asksOf(state: State, id: string) {
  const issue = state.history.present.issues.find((one) => one.id === id);
  return (issue && state.template.issues[issue.severity]?.asks) ?? issueFields;
}

function focusField(state: State, place: FieldRef): State {
  const block = blockAt(state, { on: 'field', place }) ?? blockAt(state, { on: 'row', place, index: 0 });
  return block ? focusOn(state, block) : state;
}

const pageOfField = (template: Template, field: string): string | undefined =>
  template.pages.find((page) => page.fields.includes(field))?.id;

/** Goes to what an undo or redo changed. */
export function goToTarget(state: State, target: ActionTarget | null): State {
  const before = { ...state, emptied: null, own: false, overlay: null };
  if (!target) return refocus(before);
  if ('issue' in target) {
    const there = before.history.present.issues.some((issue) => issue.id === target.issue);
    if (there && target.field) {
      return atFocus(before, { issue: target.issue, field: target.field });
    }
    const page = before.template.issues[target.severity]?.page ?? before.page;
    const listed = before.page === page && !before.open ? before : toPage(before, page);
    return focusAt(listed, there ? { on: 'issue', issue: target.issue } : { on: 'add-issue' });
  }
  if ('list' in target) {
    const { list, item, field } = target;
    const there = before.history.present.items[list]?.some((one) => one.id === item);
    if (there && field && !isMark(before, target)) return atFocus(before, { list, item, field });
    const page = before.template.lists[list]?.page ?? before.page;
    const listed = before.page === page && !before.open ? before : toPage(before, page);
    return focusAt(listed, there ? { on: 'entry', list, item } : { on: 'add-entry', list });
  }
  if ('section' in target) {
    const there = goToNote(before, target);
    return there === before ? refocus(before) : there;
  }
  if ('page' in target) return before.page === target.page ? refocus(before) : toPage(before, target.page);
  return atFocus(before, target);
}

/** What became of a previous issue is shown in the row of its item, unless that is open. */
function isMark({ template, open }: State, target: { list: string; item: string; field?: string }): boolean {
  const delta = deltaSectionOf(template);
  const isOpen = open !== null && 'item' in open && open.item === target.item;
  return target.list === delta?.list.id && target.field === delta.outcome.id && !isOpen;
}

/** Stays where the focus is when that is in the place already, so that nothing jumps. */
function atFocus(state: State, place: FieldRef): State {
  return isWithin(state.focus, place) && focusedBlock(state) ? refocus(state) : goToField(state, place);
}

/** The focus where it is, with the buffer of the text that is there now: the caret behind what changed. */
function refocus(state: State): State {
  const block = focusedBlock(state);
  if (!block) return focusNearest(state);
  const { buffer } = state;
  const text = textAt(state, block);
  const changed = buffer && buffer.text !== text;
  return focusOn(state, block, changed ? endOfChange(buffer.text, text) : buffer?.caret);
}

/** The focus in the same field where its row is gone: on the last one; else at the beginning. */
export function focusNearest(state: State): State {
  const place = placeOf(state.focus);
  const near = place && focusableBlocks(state).findLast(({ focus }) => isWithin(focus, place));
  return near ? focusOn(state, near) : focusFirst(state);
}
