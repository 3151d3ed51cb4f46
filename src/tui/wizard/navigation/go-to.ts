import { issueFields } from '../../../fields/issue.ts';
import type { ActionTarget } from '../../../review/history/action-target.ts';
import { deltaSectionOf } from '../../../review/previous/delta-section.ts';
import { answerAt, type FieldRef } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { endOfChange } from '../../../text/change.ts';
import { textAt } from '../page/text.ts';
import { blockAt, focusableBlocks, focusedBlock } from '../page/view.ts';
import { isWithin, placeOf } from '../state/focus.ts';
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

/** The place of what an undo or redo changed. */
export function goToTarget(state: State, touched: ActionTarget | null): State {
  const before = { ...state, emptied: null, own: false, overlay: null };
  if (!touched) return refocus(before);
  if ('issue' in touched) {
    const there = before.history.present.issues.some((issue) => issue.id === touched.issue);
    if (there && touched.field) {
      return atFocus(before, { issue: touched.issue, field: touched.field });
    }
    const page = before.template.issues[touched.severity]?.page ?? before.page;
    const listed = before.page === page && !before.open ? before : toPage(before, page);
    return focusAt(listed, there ? { on: 'issue', issue: touched.issue } : { on: 'add-issue' });
  }
  if ('list' in touched) {
    const { list, item, field } = touched;
    const there = before.history.present.items[list]?.some((one) => one.id === item);
    if (there && field && !isMark(before, touched)) return atFocus(before, { list, item, field });
    const page = before.template.lists[list]?.page ?? before.page;
    const listed = before.page === page && !before.open ? before : toPage(before, page);
    return focusAt(listed, there ? { on: 'entry', list, item } : { on: 'add-entry', list });
  }
  if ('section' in touched) {
    const page = before.template.pages.find((one) => one.sections.includes(touched.section))?.id;
    return page ? focusAt(toPage(before, page), { on: 'note', of: touched }) : refocus(before);
  }
  if ('page' in touched) return before.page === touched.page ? refocus(before) : toPage(before, touched.page);
  return atFocus(before, touched);
}

/** What became of an earlier issue is said in the row of its item, unless that is open. */
function isMark({ template, open }: State, touched: { list: string; item: string; field?: string }): boolean {
  const delta = deltaSectionOf(template);
  const isOpen = open !== null && 'item' in open && open.item === touched.item;
  return touched.list === delta?.list.id && touched.field === delta.outcome.id && !isOpen;
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
