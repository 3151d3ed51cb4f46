import type { Draft } from '../../../drafts/format/draft.ts';
import { fieldKey } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { blockAt } from '../page/view.ts';
import { focusOfKey } from '../state/focus.ts';
import { type Size, type State, startState } from '../state/state.ts';
import { focusNearest } from './go-to.ts';
import { exists, focusOn } from './navigate.ts';

/** The wizard as it was left: page, open issue, focus, caret and scroll. */
export function restore(template: Template, draft: Draft, now: number, size?: Size): State {
  const start = startState(template, draft, now, size);
  const { position } = draft;
  const { open } = position;
  const opened: State = {
    ...start,
    open: open && exists(start, open) ? open : null,
    scroll: position.scroll,
  };
  const focus = focusOfKey(position.focus ?? '');
  const found = blockAt(opened, focus) ?? blockAt({ ...opened, more: true }, focus);
  if (!found) return focusNearest({ ...opened, focus });
  const more = !blockAt(opened, focus);
  // It may have been left in the middle of a word.
  const typed =
    'place' in found && position.caret !== undefined ? { [fieldKey(found.place)]: found.place } : {};
  return focusOn({ ...opened, more, typed }, found, position.caret);
}

export function resized(state: State, size: Size): State {
  if (size.columns === state.size.columns && size.rows === state.size.rows) return state;
  return { ...state, size };
}
