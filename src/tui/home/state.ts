import { applyEdit, type Buffer, bufferOf, type Edit } from '../../text/buffer.ts';
import { bodyRows } from '../frame.ts';
import type { HelpRow } from '../help.ts';
import type { ListKey } from '../picker/scroll.ts';
import { picked, reveal, within } from '../picker/scroll.ts';
import { glanceRows } from './draft-glance.ts';
import type { HomeFacts } from './facts.ts';
import type { GlanceFacts } from './glance-facts.ts';
import type { HomeDraft } from './home-drafts.ts';
import { menuEntries } from './menu.ts';
import { noticeRows } from './notice.ts';

/** What the home screen shows, and where on it one is. */
export interface HomeView {
  part: 'drafts' | 'trash' | 'open' | 'help';
  /** The draft that is picked out, those of the menu above them before 0; and the first draft in view. */
  at: number;
  top: number;
  /** The report to open, as far as it is typed. */
  path: Buffer;
  /** What is typed to find a key in Help, and how far that is scrolled. */
  query: Buffer;
  scroll: number;
  /** Escape was pressed where there is nothing to go back to: the way out is told. */
  asked: boolean;
}

/** All that the home screen is a function of. */
export interface HomeState extends HomeView {
  /** The last edited first. */
  drafts: readonly HomeDraft[];
  trashed: readonly HomeDraft[];
  /** What just happened, or what is wrong; several lines are possible. */
  notice: string;
  /** What is known of the surroundings; null at first. */
  facts: HomeFacts | null;
  /** The drafts that another window has open, by their ids. */
  elsewhere: ReadonlySet<string>;
  /** What is known of the drafts that were picked out, by their ids. */
  glances: ReadonlyMap<string, GlanceFacts>;
  helpRows: readonly HelpRow[];
  columns: number;
  rows: number;
  now: Date;
}

export const firstView: HomeView = {
  part: 'drafts',
  at: 0,
  top: 0,
  path: bufferOf(''),
  query: bufferOf(''),
  scroll: 0,
  asked: false,
};

/** What a key of the home screen asks of the world. */
export type HomeEffect =
  | { do: 'resume' | 'delete' | 'restore'; id: string }
  | { do: 'new' | 'follow' | 'example' | 'quit' }
  | { do: 'open'; path: string }
  /** What scanners found is imported into a draft; null: into a new review. */
  | { do: 'import'; id: string | null }
  /** What was said has been seen. */
  | { do: 'seen' };

/** The view after a key, and what it asks for. */
export interface HomeNext {
  view: HomeView;
  effect?: HomeEffect;
}

/** The drafts, or those in the trash. */
export const listOf = ({
  part,
  drafts,
  trashed,
}: Pick<HomeState, 'part' | 'drafts' | 'trashed'>): readonly HomeDraft[] =>
  part === 'trash' ? trashed : drafts;

/** The view on another list: what is picked out stays so, wherever it is now. */
export function followed<View extends HomeView>(
  view: View,
  before: readonly HomeDraft[],
  now: readonly HomeDraft[],
): View {
  // Behind the last one, where that was deleted, the last one is picked out.
  const id = before === now ? undefined : before[Math.min(view.at, before.length - 1)]?.id;
  const at = now.findIndex((one) => one.id === id);
  return at < 0 || at === view.at ? view : { ...view, at };
}

/** Entries of the menu above the list. */
const menuLength = ({ part }: HomeView): number => (part === 'drafts' ? menuEntries.length : 0);

/** The draft that is picked out; before 0 an entry of the menu, counted from its end. */
export function chosenIn(state: HomeState): number {
  const { length } = listOf(state);
  const first = -menuLength(state);
  return length === 0 && state.at >= 0 ? first : within(state.at, first, length - 1);
}

export const chosenDraft = (state: HomeState): HomeDraft | undefined => listOf(state)[chosenIn(state)];

/** The entry of the menu that is picked out, counted from its beginning; -1 where none is. */
export const chosenEntry = (state: HomeState): number =>
  state.part === 'drafts' && chosenIn(state) < 0 ? chosenIn(state) + menuLength(state) : -1;

/** What is said above the list. */
export const saidOf = ({ asked, notice }: HomeState): string =>
  asked ? 'Ctrl+C leaves; everything is saved.' : notice;

/** Rows that the list has, whether the chosen draft at a glance has room below it, and whether there are empty rows. */
export function roomOf(state: HomeState): { list: number; glance: boolean; airy: boolean } {
  const { length } = listOf(state);
  const said = noticeRows(saidOf(state), state.columns).length;
  const airy = bodyRows(state.rows) >= 14;
  const above = state.part === 'drafts' ? menuLength(state) + (airy ? 3 : 1) : state.part === 'open' ? 2 : 0;
  const free = Math.max(1, bodyRows(state.rows) - said - above);
  const glance = length > 0 && free >= Math.min(length, 6) + glanceRows;
  return { list: glance ? free - glanceRows : free, glance, airy };
}

/** Another part of the screen; Escape on the drafts tells the way out. */
export function show(state: HomeState, part: HomeView['part']): HomeNext {
  return { view: { ...state, part, at: 0, top: 0, asked: part === state.part }, effect: { do: 'seen' } };
}

export function moveInDrafts(state: HomeState, key: ListKey): HomeNext {
  const { length } = listOf(state);
  const { list } = roomOf(state);
  const menu = menuLength(state);
  const at = picked(chosenIn(state) + menu, key, length + menu, list) - menu;
  return { view: { ...state, asked: false, at, top: reveal(state.top, Math.max(0, at), length, list) } };
}

/** The text that is being typed on the home screen; null where none is. */
export const homeText = ({ part, path, query }: HomeView): Buffer | null =>
  part === 'open' ? path : part === 'help' ? query : null;

export function editHome(state: HomeState, edit: Edit): HomeNext {
  if (state.part === 'open') return { view: { ...state, path: applyEdit(state.path, edit) } };
  const query = applyEdit(state.query, edit);
  return { view: { ...state, query, scroll: query.text === state.query.text ? state.scroll : 0 } };
}
