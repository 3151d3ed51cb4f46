import type { Facts } from '../../../checks/facts.ts';
import type { Draft, Position } from '../../../drafts/format/draft.ts';
import type { Severity } from '../../../fields/issue.ts';
import type { Answer } from '../../../fields/value.ts';
import type { ReportLine } from '../../../report/writer/report-parts.ts';
import type { ReviewedCommit } from '../../../repository/source/reviewed-commit.ts';
import type { Suggestions as Found } from '../../../repository/suggestions.ts';
import type { History } from '../../../review/history/history.ts';
import { isPageShown } from '../../../review/pages.ts';
import type { FieldRef, Review } from '../../../review/review.ts';
import type { Page, Template } from '../../../template/template.ts';
import type { Buffer } from '../../../text/buffer.ts';
import type { HelpRow } from '../../help.ts';
import type { Highlighter } from '../../preview/document.ts';
import type { MarkedReport } from '../../preview/preview-panel.ts';
import { type Focus, focusKey } from './focus.ts';
import type { Overlay } from './overlay.ts';
import type { SourceView } from './source-view.ts';
import type { UndoGroup } from './undo-group.ts';

export interface Notice {
  text: string;
  tone: 'plain' | 'error';
}

/**
 * Whether the disk holds what the screen shows: the journal does after each key. `at`: when all of it was last saved.
 * 'never': it is an example, of which nothing is saved.
 */
type Saved =
  | { is: 'saved'; at: Date | null }
  | { is: 'failed'; what: string; remedy: string }
  | { is: 'never' };

export interface Size {
  columns: number;
  rows: number;
}

export const sorts = ['number', 'title', 'category', 'effort', 'missing'] as const;
export type Sort = (typeof sorts)[number];

/** What was open and focused on a page. */
type Visited = Pick<State, 'open' | 'more' | 'focus' | 'scroll'> & { caret?: number };

/** What the checks know from outside the review: secrets in the answers, locations in the reviewed repository. */
export type External = Pick<Facts, 'secrets' | 'lookup' | 'tracked'> & {
  /** The commit that the version names, or that is checked out. */
  commit?: ReviewedCommit;
};

/** A review and what was known from outside of it: what the checks are run on. */
interface Checkable {
  review: Review;
  external: External;
}

/** What the surroundings offer as answers; empty until git has answered. */
type Suggestions = Partial<Found>;

/** All that the wizard's screen is a function of. Immutable. */
export interface State {
  template: Template;
  /** The draft but for what is being edited here: its review and its position. */
  facts: Omit<Draft, 'review' | 'position'>;
  history: History;
  page: string;
  open: NonNullable<Position['open']> | null;
  /** What takes the keys of the page; null where nothing on it can. */
  focus: Focus | null;
  /** The text being typed, when what has the focus takes text. */
  buffer: Buffer | null;
  /** The first row of the page on the screen. */
  scroll: number;
  /**
   * The empty row of a list that is being typed, which is no entry yet, or the note whose text was deleted. `alone`:
   * all other rows were deleted, so the template's own entries do not show while it is there.
   */
  emptied: { focus: Extract<Focus, { on: 'row' | 'note' }>; alone?: boolean } | null;
  /** The reviewer's own words are typed into a choice, or an item's text into a checklist. */
  own: boolean;
  /** The option of the focused choice that is picked out, counted from 0; null until one is. */
  option: number | null;
  /**
   * What single letters do where no text is typed: act as commands; nothing, as the focus has just come by Tab or Enter;
   * or nothing together with Space and digits, as they follow letters that were no commands.
   */
  letters: 'commands' | 'arrived' | 'words';
  /** What was typed where nothing takes it, up to the next key that does something. */
  stray: string;
  /** The form to which a problem led, as `formKey` gives it: what it lacks is told although it is open. */
  judged: string | null;
  /** The open issue shows the fields that its severity does not ask for, too. */
  more: boolean;
  /** Only issues with these words are listed; empty: all. */
  filter: string;
  /** What a list of issues goes by on the screen; in the report they go by their numbers. */
  sort: Sort;
  /** What fields held before they were marked as not applicable in this session, by their places' keys. */
  answersBefore: Record<string, Answer>;
  /** What the next letter replaces in the focused text, while the caret is before it. In UTF-16 offsets. */
  selected: { focus: Focus; text: string; from: number; to: number } | null;
  /** The last paste, while the text of its field is as the paste left it. In UTF-16 offsets. */
  pasted: { focus: Focus; text: string; from: number; to: number } | null;
  /** The places that were typed into and have not been tidied since, by their keys. */
  typed: Record<string, FieldRef>;
  /** How the pages were left that were open before. */
  visited: Record<string, Visited>;
  /** New actions whose owners and deadlines Enter goes through, and where the focus was before; null: none. */
  walk: { actions: { list: string; item: string }[]; from: Omit<Visited, 'caret'> & { page: string } } | null;
  overlay: Overlay | null;
  notice: Notice | null;
  saved: Saved;
  /** Who has the draft open, when that is another window: nothing can be changed then. */
  lock: { who: string; since: Date | null; idleMinutes: number } | null;
  size: Size;
  /** For a screen reader: what is picked from stands in rows of its own. */
  spoken: boolean;
  /** The current folder: paths are shown as they are seen from there. */
  cwd: string;
  /** What the keys do, for Help. */
  helpRows: readonly HelpRow[];
  /** Colours for code; null until they have been loaded. */
  highlight: Highlighter | null;
  /** The report beside the form as it was a moment ago; `top`: the line in its first row. Null: not shown. */
  beside: (MarkedReport & { top: ReportLine }) | null;
  /** The file that a location names, as it was read last; null: none was. */
  source: SourceView | null;
  /** When the last key came, in milliseconds. */
  now: number;
  /** What the next edit is undone with. */
  group: UndoGroup;
  /** What the surroundings offer as answers. */
  suggestions: Suggestions;
  /** What the checks were last run on; null before that. */
  checked: Checkable | null;
  /** What the checks have to know beside the review, as it was found when the review last came to rest. */
  external: External;
}

/** What a key asks of the world outside the state; done in `session/` only. */
export type Effect =
  | { do: 'save' }
  | { do: 'leave' }
  /** To the list of drafts. */
  | { do: 'home' }
  | { do: 'editor' }
  /** Words are looked for in the tracked files, for a location of the issue. */
  | { do: 'find'; words: string; issue: string }
  /** Files that look like what scanners write are looked for in the repository. */
  | { do: 'find-scans' }
  /** What scanners wrote is imported; absolute paths. */
  | { do: 'import'; paths: string[] }
  /** A command is printed when the program is left, to be run by hand. */
  | { do: 'print'; command: string }
  /** The review shall follow an earlier one: that of this report, a path from the repository's top. */
  | { do: 'follow'; report: string }
  /** `seen`: what the report says that is there, where the reviewer agreed to replace just that. */
  | { do: 'write'; path: string; seen: string | null };

/** What a transition gives: the next state, and what is asked of the world with it. */
export type NextState = State | { state: State; effect: Effect };

/** A change of the state: what a key does, or news from the world. Pure. */
export type Transition = (state: State) => NextState;

/** The draft as it is to be saved: with the newest review and position. */
export function draftOf(state: State): Draft {
  return {
    ...state.facts,
    review: state.history.present,
    position: {
      page: state.page,
      ...(state.open && { open: state.open }),
      focus: state.focus ? focusKey(state.focus) : '',
      ...(state.buffer && { caret: state.buffer.caret }),
      scroll: state.scroll,
    },
  };
}

export const say = (state: State, text: string, tone: Notice['tone'] = 'plain'): State => ({
  ...state,
  notice: { text, tone },
});

/** The pages that can be turned to: an optional one is there while something on it is said, or it is open. */
export const pagesOf = ({ template, history, page }: State): Page[] =>
  template.pages.filter((one) => one.id === page || isPageShown(one, history.present));

export const pageOf = (state: State) => state.template.pages.find((page) => page.id === state.page);

/** Why nothing can be changed here; null when it can. */
export const readOnly = ({ lock }: State): string | null =>
  lock &&
  `Read-only: the draft is open in ${lock.who}${idleWords(lock)}. You can edit it here once it is closed there.`;

const idleWords = ({ idleMinutes }: NonNullable<State['lock']>): string =>
  idleMinutes > 0 ? `, idle for ${idleMinutes} min` : '';

export const severityOf = (state: State): Severity | undefined => pageOf(state)?.severity;
