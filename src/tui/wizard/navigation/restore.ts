import type { Draft } from '../../../drafts/format/draft.ts';
import { historyOf } from '../../../drafts/journal/replay.ts';
import { fieldKey } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { withBuffer } from '../page/text.ts';
import { blockAt } from '../page/view.ts';
import { focusOfKey } from '../state/focus.ts';
import type { Size, State } from '../state/state.ts';
import { firstGroup } from '../state/undo-group.ts';
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
  const there = focusOn({ ...opened, more, typed }, found, position.caret);
  if (there.buffer || position.caret === undefined) return there;
  return withBuffer({ ...there, own: true }, position.caret);
}

const defaultSize: Size = { columns: 80, rows: 24 };

/** The state right after opening a draft, with nothing in focus yet. */
function startState(template: Template, draft: Draft, now: number, size: Size = defaultSize): State {
  const { review, position, ...facts } = draft;
  const page = template.pages.some((one) => one.id === position.page)
    ? position.page
    : (template.pages[0]?.id ?? '');
  return {
    template,
    facts,
    history: historyOf(draft),
    page,
    open: null,
    focus: null,
    buffer: null,
    scroll: 0,
    emptied: null,
    own: false,
    option: null,
    letters: 'commands',
    stray: '',
    judged: null,
    more: false,
    filter: '',
    sort: 'number',
    answersBefore: {},
    pasted: null,
    selected: null,
    typed: {},
    visited: {},
    walk: null,
    overlay: null,
    source: null,
    notice: null,
    saved: { is: 'saved', at: null },
    lock: null,
    size,
    spoken: false,
    cwd: '',
    helpRows: [],
    highlight: null,
    beside: null,
    now,
    group: firstGroup(now),
    suggestions: {},
    checked: null,
    external: {},
  };
}

export function resized(state: State, size: Size): State {
  if (size.columns === state.size.columns && size.rows === state.size.rows) return state;
  return { ...state, size };
}
