import type { Context } from '../context.ts';
import { noteLeft } from '../drafts/files/as-left.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { summaryOf } from '../drafts/store/summary.ts';
import type { Result } from '../failure.ts';
import { letHeapGrow } from './heap.ts';
import { type HomeFacts, lookRound, openElsewhere } from './home/facts.ts';
import { type GlanceFacts, glanceFacts } from './home/glance-facts.ts';
import { type HomeDraft, homeDrafts, largeReader } from './home/home-drafts.ts';
import type { HomeEffect } from './home/state.ts';
import { largeDraft } from './large-draft.ts';
import { dropEmptyDrafts, settleLeftBehind } from './left-behind.ts';
import {
  type Opening,
  openExample,
  openFollowUp,
  openForScans,
  openKept,
  openNew,
  openReport,
} from './openings.ts';
import type { Screen } from './terminal/last-screen.ts';
import { openScans } from './wizard/overlays/findings/triage.ts';
import { screenOf } from './wizard/screen/screen.ts';
import { openingState } from './wizard/session/opening.ts';
import { openSession, type Session } from './wizard/session/session.ts';
import type { Ending, Terminal } from './wizard/session/terminal.ts';
import { draftOf } from './wizard/state/state.ts';

export type Start = { screen: 'home' } | ({ screen: 'wizard' } & Opening);

/** What is on the screen: the drafts, with what there is to say of them, or the wizard on one of them. */
type Shown =
  | {
      screen: 'home';
      drafts: readonly HomeDraft[];
      trashed: readonly HomeDraft[];
      facts: HomeFacts | null;
      glances: ReadonlyMap<string, GlanceFacts>;
      elsewhere: ReadonlySet<string>;
      damaged: string;
      notice?: string;
    }
  | { screen: 'wizard'; session: Session };

/** What the program needs of Ink, once that is there. */
interface Ink {
  exit(ending: Ending): void;
  suspendTerminal(work: () => Promise<void>): Promise<void>;
}

/** What is on the screen, and what leads from one screen to the other. */
export interface Program {
  shown(): Shown;
  subscribe(listener: () => void): () => void;
  /** Ink is there: what was asked of it meanwhile is done. */
  attach(ink: Ink): void;
  /** Does what a key of the home screen asks for. */
  perform(effect: HomeEffect): void;
  /** Looks at a draft of the home screen more closely. */
  glance(id: string): void;
  leave(ending: Ending): void;
}

/** @param onSession told of each session, so that it can be ended from outside: by a signal, an exception */
export function openProgram(
  start: Start,
  context: Context,
  drafts: DraftStore,
  onSession: (session: Session) => void,
): Program {
  const ink = Promise.withResolvers<Ink>();
  const listeners = new Set<() => void>();
  /** What was asked for in a session that was left for the home screen: printed when the program is left. */
  let command: Pick<Ending, 'command'> = {};
  const leave = (ending: Ending) => {
    noteAsLeft();
    void ink.promise.then(({ exit }) => exit({ ...command, ...ending }));
  };
  const terminal: Terminal = {
    suspend: async (work) => (await ink.promise).suspendTerminal(work),
    leave,
    home: (ending) => {
      noteAsLeft();
      if (ending.command) command = { command: ending.command };
      show(home());
      void learn();
      void listByTemplates();
    },
  };
  const readLarge = largeReader(drafts, ink.promise, () => {
    if (shown.screen === 'home') show(home(shown.notice));
  });
  let facts: HomeFacts | null = null;
  let glances: ReadonlyMap<string, GlanceFacts> = new Map();
  let shown = start.screen === 'wizard' ? wizard(start) : home();
  if (shown.screen === 'home') {
    void tidyUp();
    void learn();
  }

  function show(next: Shown) {
    shown = next;
    for (const listener of listeners) listener();
  }

  function home(notice?: string): Shown {
    const left = settleLeftBehind(drafts, context.now());
    const [all, trash] = [drafts.list(largeDraft), drafts.trash(largeDraft)];
    const problems = [all, trash].flatMap((one) => (one.ok ? one.value.damaged : one.failures));
    const listed = all.ok ? homeDrafts(all.value) : [];
    const ids = listed.map(({ id }) => id);
    const listing = {
      drafts: listed,
      trashed: trash.ok ? homeDrafts(trash.value) : [],
      facts,
      glances,
      elsewhere: openElsewhere(drafts, ids),
      damaged: [left ?? '', inWords(problems)].filter((words) => words !== '').join('\n'),
    };
    readLarge([all, trash].flatMap((one) => (one.ok ? one.value.unread : [])));
    return { screen: 'home', ...listing, ...(notice !== undefined && { notice }) };
  }

  /** Of drafts that are not as they were left, titles and progress take their templates: the list is shown again. */
  async function listByTemplates() {
    await drafts.loadTemplates(largeDraft);
    if (shown.screen === 'home') show(home(shown.notice));
  }

  /** What is in the trash may become less, and so may the drafts in which nothing was done. */
  async function tidyUp() {
    await drafts.emptyTrash();
    const isLess = await dropEmptyDrafts(drafts, context.now);
    if (shown.screen === 'home' && (isLess || shown.trashed.length > 0)) show(home(shown.notice));
  }

  /** What is around the program is looked at after its first frame. */
  async function learn() {
    await ink.promise;
    await lookRound(context, drafts, (found) => {
      facts = found;
      if (shown.screen === 'home') show({ ...shown, facts });
    }).catch(() => {
      // The screen does without.
    });
  }

  function glance(id: string) {
    if (shown.screen !== 'home' || shown.glances.has(id)) return;
    const tell = (found: GlanceFacts | null) => {
      if (!found || shown.screen !== 'home') return;
      glances = new Map([...glances, [id, found]]);
      show({ ...shown, glances });
    };
    void glanceFacts(drafts, id, context.now()).then(tell, () => {
      // The glance does without.
    });
  }

  function wizard(opening: Opening): Shown {
    letHeapGrow(opening.draft.review.issues.length);
    const session = openSession(openingState(opening, context), context, drafts, terminal);
    onSession(session);
    if (opening.importsScans) session.store.dispatch(openScans);
    glances = new Map();
    return { screen: 'wizard', session };
  }

  /** Notes how the draft that was left will open. What is not saved, or is another window's, may look otherwise. */
  function noteAsLeft() {
    if (shown.screen !== 'wizard') return;
    const state = shown.session.store.getState();
    if (state.saved.is !== 'saved' || state.lock) return;
    const [template, draft] = [state.template, draftOf(state)];
    const next = openingState({ template, draft }, context);
    const screen: Screen = { columns: next.size.columns, rows: screenOf(next).rows };
    noteLeft(drafts.home, draft.id, {
      screen,
      summary: summaryOf(draft, template),
    });
  }

  /** Says something above the drafts; null: nothing any more. */
  function say(notice: string | null) {
    if (shown.screen !== 'home') return;
    const { notice: _, ...listing } = shown;
    show({ ...listing, ...(notice !== null && { notice }) });
  }

  async function open(opening: Promise<Result<Opening>>) {
    try {
      const result = await opening;
      // Enter pressed twice opens one wizard.
      if (shown.screen !== 'home') return;
      if (result.ok) show(wizard(result.value));
      else say(inWords(result.failures));
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }

  /** A draft that is moved is not as it was left any more. */
  function change(result: Result<string>, words: string) {
    show(home(result.ok ? words : inWords(result.failures)));
    void listByTemplates();
  }

  function perform(effect: HomeEffect) {
    switch (effect.do) {
      case 'resume':
        return void open(openKept(effect.id, drafts));
      case 'new':
        return void open(openNew(context, drafts));
      case 'follow':
        return void open(openFollowUp(context, drafts));
      case 'open':
        return void open(openReport(effect.path, context, drafts));
      case 'import':
        return void open(openForScans(effect.id, context, drafts));
      case 'example':
        return void open(openExample(context, drafts));
      case 'delete':
        return change(drafts.remove(effect.id), 'Deleted. Press t to restore it from the trash.');
      case 'restore':
        return change(drafts.restore(effect.id), 'Draft restored.');
      case 'seen':
        return say(null);
      case 'quit':
        return leave({ code: 0 });
    }
  }

  return {
    shown: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: ink.resolve,
    perform,
    glance,
    leave,
  };
}

const inWords = (failures: { where: string; what: string; remedy: string }[]): string =>
  failures.map(({ where, what, remedy }) => `${where} ${what}; ${remedy}`.trim()).join('\n');
