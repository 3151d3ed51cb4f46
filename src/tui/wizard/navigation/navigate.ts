import { deltaSectionOf } from '../../../review/previous/delta-section.ts';
import { fieldKey } from '../../../review/review.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, blockAt, focusableBlocks, focusedBlock } from '../page/view.ts';
import { type Focus, isWithin, listedAt, sameFocus } from '../state/focus.ts';
import { pagesOf, type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';

/** Puts the focus on a block that is there now. An empty row that is left behind goes. */
export function focusOn(state: State, block: Block, caret?: number): State {
  let { focus } = block;
  let { emptied } = state;
  if (emptied && !sameFocus(focus, emptied.focus)) {
    // The rows after the empty one move up when it goes.
    if ((block.type === 'row' || block.type === 'item') && isWithin(emptied.focus, block.place))
      focus = { on: 'row', place: block.place, index: block.index };
    emptied = null;
  }
  const moved = openGroup<State>({ ...state, emptied, focus, own: false, option: null });
  return withBuffer(moved, caret);
}

/** The focus on the first block of what is open that can have it. */
export function focusFirst(state: State): State {
  const first = focusableBlocks(state)[0];
  return first ? focusOn({ ...state, scroll: 0 }, first) : { ...state, scroll: 0, focus: null, buffer: null };
}

function focusLast(state: State): State {
  const last = focusableBlocks(state).at(-1);
  return last ? focusOn(state, last) : focusFirst(state);
}

/** The focus where it is said; on the first block when nothing there can have it. */
export function focusAt(state: State, focus: Focus | null, caret?: number): State {
  const block = blockAt(state, focus);
  return block ? focusOn(state, block, caret) : focusFirst(state);
}

/** The next or previous block that can have the focus: past the end of a form its list goes on, past the end of a page the next page. */
export function step(state: State, by: 1 | -1): State {
  const blocks = focusableBlocks(state);
  const here = focusedBlock(state);
  const index = here ? blocks.indexOf(here) : -1;
  const next = blocks[index + by];
  if (next && index >= 0) return focusOn(state, next);
  if (index < 0 && blocks[0]) return focusFirst(state);
  if (state.open) {
    const listed = close(state);
    return by === 1 ? step(listed, 1) : listed;
  }
  const page = pageIndex(state) + by;
  if (page < 0) return say(state, 'This is the first field.');
  if (page >= pagesOf(state).length) return say(state, 'This is the last field. Shift+Tab goes back.');
  const there = toPage(state, pagesOf(state)[page]?.id ?? state.page);
  return by === 1 ? there : focusLast(there);
}

/** The next or previous field: past the other entries of a list, which the arrows and Enter go through. */
export function stepField(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  const edge = block && stopsOf(state, block).at(by === 1 ? -1 : 0);
  const there = step(edge ? { ...state, focus: edge.focus } : state, by);
  if (there.page === state.page && sameFocus(there.focus, edge?.focus ?? null))
    return { ...state, notice: there.notice };
  const landed = focusedBlock(there);
  // Going back, one comes to the beginning of a list too; in a list of texts to its last one, to write on.
  const first = by === -1 && landed && landed.type !== 'row' ? stopsOf(there, landed)[0] : landed;
  return first && first !== landed ? focusOn(there, first) : there;
}

/** The stops of the field, checklist or list that a block belongs to. */
function stopsOf(state: State, block: Block): Block[] {
  const list = listOf(block);
  if (list === null) return [block];
  return focusableBlocks(state).filter((one) => listOf(one) === list);
}

/** What the stops of one list have in common; null for a block that is a field by itself. */
function listOf(block: Block): string | null {
  switch (block.type) {
    case 'row':
    case 'item':
      return fieldKey(block.place);
    case 'issue':
    case 'add-issue':
      return 'issues';
    case 'entry':
    case 'add-entry':
      return `list/${block.list}`;
    default:
      return null;
  }
}

const pageIndex = (state: State) => pagesOf(state).findIndex((page) => page.id === state.page);

/** A page, with the focus on the first block that can have it. */
export function toPage(state: State, page: string): State {
  return focusFirst({ ...left(state, page), page, open: null, more: false, emptied: null, own: false });
}

/** The state with what was open and focused on the page remembered, when another one is gone to. */
function left(state: State, page: string): State {
  if (page === state.page) return state;
  const { open, more, focus, scroll, buffer } = state;
  const visited = { open, more, focus, scroll, ...(buffer && { caret: buffer.caret }) };
  return { ...state, filter: '', visited: { ...state.visited, [state.page]: visited } };
}

/** A page as it was left, with the focus where it was; at the beginning of one that was not seen yet. */
export function visitPage(state: State, page: string): State {
  const before = state.visited[page];
  const there = toPage(state, page);
  if (!before || page === state.page) return there;
  const { open, more, focus, scroll, caret } = before;
  const opened: State = { ...there, open: open && exists(there, open) ? open : null, more, scroll };
  const block = blockAt(opened, focus);
  // Where issues can have come since, Enter opens the first of them rather than adding one more.
  return block && block.type !== 'add-issue' ? focusOn(opened, block, caret) : there;
}

export const exists = ({ history, template, page }: State, open: NonNullable<State['open']>): boolean =>
  'issue' in open
    ? history.present.issues.some(
        ({ id, severity }) => id === open.issue && (template.issues[severity]?.page ?? page) === page,
      )
    : // The name is from a file, and may be that of what every object has.
      Object.hasOwn(history.present.items, open.list) &&
      history.present.items[open.list]?.some((item) => item.id === open.item) === true;

export function turnPage(state: State, by: 1 | -1): State {
  const next = pagesOf(state)[pageIndex(state) + by];
  if (next) return visitPage(state, next.id);
  return say(state, by === 1 ? 'This is the last page.' : 'This is the first page.');
}

/** From an open issue or item back to its list, with the focus on it. */
export function close(state: State): State {
  const { open } = state;
  if (!open) return state;
  return focusAt({ ...state, open: null, more: false, emptied: null, scroll: 0 }, listedAt(open));
}

/** Opens an issue on the page of its severity. */
export function openIssue(state: State, id: string): State {
  const issue = state.history.present.issues.find((one) => one.id === id);
  if (!issue) return state;
  const page = state.template.issues[issue.severity]?.page ?? state.page;
  const open = { issue: id };
  const form = { ...left(state, page), page, open, judged: null, more: false, emptied: null };
  const opened = focusFirst(form);
  // The severity stands first, but the title is what one comes for.
  const title = blockAt(opened, { on: 'field', place: { issue: id, field: 'title' } });
  return title ? focusOn(opened, title) : opened;
}

export function openItem(state: State, list: string, item: string): State {
  const { template, history } = state;
  const page = template.lists[list]?.page ?? state.page;
  const form = { ...left(state, page), page, open: { list, item }, judged: null, more: false, emptied: null };
  const opened = focusFirst(form);
  // The issue of a previous review stands first, but what became of it is what one comes for.
  const delta = deltaSectionOf(template);
  if (delta?.list.id !== list) return opened;
  const { answers = {} } = history.present.items[list]?.find(({ id }) => id === item) ?? {};
  if (Object.keys(answers).length === 0) return opened;
  const outcome = blockAt(opened, { on: 'field', place: { list, item, field: delta.outcome.id } });
  return outcome ? focusOn(opened, outcome) : opened;
}
