import { existsSync, lstatSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { atOnce, type Steps } from '../../files/steps.ts';
import { newId } from '../../review/ids.ts';
import { emptyReview } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { loadTemplate } from '../../template-library/registry.ts';
import { fileOf, makeFolders, moveFile, type Shelf } from '../files/folder.ts';
import { snapshotFiles } from '../files/snapshots.ts';
import { fileStamp } from '../files/stamp.ts';
import { type Through, writingDraft } from '../files/write-draft.ts';
import type { Draft } from '../format/draft.ts';
import { misfits } from '../format/fit.ts';
import { atVersion } from '../format/migrate.ts';
import { draftFormat } from '../format/schema.ts';
import { whileFree } from '../lock/lock.ts';
import { goBack, replace, rescue } from './going-back.ts';
import { type Listing, leftReader, listing, type Reader, templatesToList } from './listing.ts';
import { keepOlderFormat } from './older-format.ts';
import { type DraftState, draftReader, readSnapshot } from './read-draft.ts';
import { resolveId, resolveKept } from './reference.ts';
import { apartNote, notSaved, openElsewhere, unreadNote } from './refusals.ts';
import { isDamaged, rescueOf, withRemedy } from './rescue.ts';
import { type DraftSummary, summaryOf } from './summary.ts';
import { apartReader } from './summary-apart.ts';
import { emptyTrash } from './trash.ts';

/** Where drafts live: `drafts/<id>.json` in the home folder, and what their windows wrote since in `journals/<id>`. */
export interface DraftStore {
  readonly home: string;
  /** @param most bytes of a draft that is read at once; all of them are unless told otherwise */
  list(most?: number): Result<Listing>;
  /** Drafts removed in the last 30 days. */
  trash(most?: number): Result<Listing>;
  /** How one of them stands in the list. Loads its template. */
  summary(id: string, shelf: Shelf): Promise<Result<DraftSummary>>;
  /** Reads a draft that was not read by a thread of its own, so that the next list has it. */
  readApart(id: string, shelf: Shelf): Promise<void>;
  /** Deletes for good what has been in the trash for longer than 30 days. */
  emptyTrash(): Promise<void>;
  load(id: string): Result<Draft>;
  /** The same with what its windows wrote. */
  look(id: string): Result<DraftState>;
  /** What is to be said of a draft that does not hold all that was typed into it; null when it does. */
  unread(id: string): string | null;
  /** Whether there is a draft of that id, also in the trash. */
  has(id: string): boolean;
  /**
   * Puts the whole draft in its file at once (mode 0600). A file there that is damaged is not overwritten.
   * @param through the file of the window that saves it, written first: 'apart' when only that was written
   */
  save(draft: Draft, through?: Through): Result<'published' | 'apart'>;
  /** The same in steps, as a large draft takes a while. */
  saving(draft: Draft, through?: Through): Steps<Result<'published' | 'apart'>>;
  /** Puts another state in the place of a draft that is open nowhere; its journals tell nothing of it. */
  replace(draft: Draft, why: string): Result<void>;
  /** A new draft with an id of its own; not saved yet. */
  create(template: Draft['template'], from: Partial<Draft>): Draft;
  /** The id that is meant by an id or a unique beginning of one. */
  resolve(ref: string): Result<string>;
  /** Moves a draft to the trash; gives its id. */
  remove(ref: string): Result<string>;
  /** Gets a draft back from the trash; gives its id. */
  restore(ref: string): Result<string>;
  /**
   * The newest state of a draft whose file is damaged; the file is moved aside. `null` when it is not damaged, or
   * nothing is left of it.
   */
  rescue(id: string): Result<{ draft: Draft; aside: string }> | null;
  /** Earlier states of a draft, the newest first; the damaged among them as problems. */
  snapshots(ref: string): Result<{ id: string; all: Snapshot[]; damaged: Failure[] }>;
  /** Puts an earlier state in the draft's place; what was there becomes a snapshot itself, or is kept aside. */
  goBack(ref: string, snapshot: number): Result<string>;
  /**
   * Loads the templates of the drafts, so that lists tell titles and progress. Reads what is not as it was left.
   * @param most bytes of a draft that is read at once; all of them are unless told otherwise
   */
  loadTemplates(most?: number): Promise<void>;
}

/** An earlier state of a draft. */
interface Snapshot {
  number: number;
  /** When it was kept, ISO 8601. */
  kept: string;
  summary: DraftSummary;
}

interface StoreOptions {
  home: string;
  now: () => Date;
}

export function openStore({ home, now }: StoreOptions): DraftStore {
  const templates = new Map<string, Template>();
  const templateOf = ({ hash, name }: Draft['template']) => templates.get(hash ?? name);
  /** Drafts that this store has written: their files are not looked at again before they are replaced. */
  const ours = new Set<string>();
  const read = draftReader(home);
  /** What the files of drafts were when they were read. */
  const readAs = new Map<string, string>();

  const look = (id: string, shelf: Shelf = 'drafts'): Result<DraftState> => {
    const state = read(shelf, id);
    if (!state.ok) return shelf === 'drafts' ? failed(...withRemedy(home, id, state.failures)) : state;
    const { draft, file } = state.value;
    if (shelf === 'drafts' && file) readAs.set(id, file);
    const template = templateOf(draft.template);
    if (!template) return state;
    const now = atVersion(draft, template);
    if (!now.ok) return now;
    const wrong = misfits(template, now.value.draft, fileOf(home, shelf, id));
    if (wrong.length > 0) return failed(...wrong);
    return now.value.draft === draft ? state : done({ ...state.value, draft: now.value.draft });
  };

  const apart = apartReader(home, summary);
  const reader: Reader = { leftAs: leftReader(home), read, summary: summaryNow, readApart: apart.known };

  function load(id: string): Result<Draft> {
    const state = look(id);
    return state.ok ? done(state.value.draft) : state;
  }

  function* saving(draft: Draft, through?: Through): Steps<Result<'published' | 'apart'>> {
    const { id } = draft;
    const path = fileOf(home, 'drafts', id);
    try {
      // Taken away under an open draft, its folder is made again. Not so the home: its disk may be another one now.
      if (ours.has(id) && existsSync(home)) makeFolders(home);
      if (!ours.has(id)) {
        if (lstatSync(path, { throwIfNoEntry: false })) {
          // As it was read, it need not be read again to be known as a draft.
          const there = readAs.get(id) === fileStamp(path) ? done(undefined) : readSnapshot(path, id);
          if (!there.ok) return there;
          keepOlderFormat(home, id);
        }
        makeFolders(home);
      }
      const published = yield* writingDraft(home, draft, through);
      ours.add(id);
      return done(published ? 'published' : 'apart');
    } catch (error) {
      return failed(notSaved(home, id, error));
    }
  }

  function move(ref: string, from: Shelf, to: Shelf): Result<string> {
    const id = resolveId(home, from, ref);
    if (!id.ok) return id;
    return alone(id.value, () => {
      ours.delete(id.value);
      const moved = moveFile(home, id.value, from, to, now());
      return moved.ok ? id : moved;
    });
  }

  /** Does something to a draft that is open nowhere. */
  function alone<T>(id: string, work: () => Result<T>): Result<T> {
    const free = whileFree(home, id, now, work);
    return 'done' in free ? free.done : failed(openElsewhere(id, free.owner));
  }

  function snapshots(ref: string): ReturnType<DraftStore['snapshots']> {
    const id = resolveKept(home, ref);
    if (!id.ok) return id;
    const read = snapshotFiles(home, id.value).map((file) => ({
      file,
      draft: readSnapshot(file.path, id.value),
    }));
    const all = read.flatMap(({ file: { number, at }, draft }) => {
      if (!draft.ok) return [];
      const summary = summaryOf(draft.value, templateOf(draft.value.template));
      return [{ number, kept: new Date(at).toISOString(), summary }];
    });
    const damaged = read.flatMap(({ draft }) => (draft.ok ? [] : draft.failures.slice(0, 1)));
    return done({ id: id.value, all, damaged });
  }

  function unread(id: string): string | null {
    const state = read('drafts', id);
    if (!state.ok) return null;
    const { lost, apart, windows } = state.value;
    const where = windows.flatMap(({ files }) => files.filter((file) => file.endsWith('.journal')));
    if (lost > 0) return unreadNote(id, lost, where.join(', '));
    return apart.length > 0 ? apartNote(id, apart.length) : null;
  }

  async function learnTemplate(ref: Draft['template']): Promise<void> {
    const template = await loadTemplate(ref, home);
    if (template.ok) templates.set(ref.hash ?? ref.name, template.value);
  }

  function summaryNow(id: string, shelf: Shelf): Result<DraftSummary> {
    const state = look(id, shelf);
    return state.ok ? done(summaryOf(state.value.draft, templateOf(state.value.draft.template))) : state;
  }

  async function summary(id: string, shelf: Shelf): Promise<Result<DraftSummary>> {
    const there = read(shelf, id);
    if (there.ok) await learnTemplate(there.value.draft.template);
    return summaryNow(id, shelf);
  }

  return {
    home,
    look: (id) => look(id),
    load,
    unread,
    save: (draft, through) => atOnce(saving(draft, through)),
    saving,
    snapshots,
    has: (id) => ['drafts', 'trash'].some((shelf) => existsSync(fileOf(home, shelf as Shelf, id))),
    rescue: (id) =>
      isDamaged(home, id) && rescueOf(home, id) ? alone(id, () => rescue(home, id, now())) : null,
    goBack(ref, number) {
      const id = resolveKept(home, ref);
      if (!id.ok) return id;
      return alone(id.value, () =>
        goBack({ home, id: id.value, now: now(), there: read('drafts', id.value) }, number),
      );
    },
    replace: (draft, why) => alone(draft.id, () => replace(home, draft, why)),
    list: (most = Infinity) => listing(home, 'drafts', reader, most),
    trash: (most = Infinity) => listing(home, 'trash', reader, most),
    summary,
    readApart: apart.read,
    emptyTrash: () => emptyTrash(home, now()),
    create(template, from) {
      const at = now().toISOString();
      const start = {
        format: draftFormat,
        id: newId(),
        template,
        review: emptyReview,
        made: at,
        edited: at,
        worked: 0,
        position: { page: '', scroll: 0 },
      } as const;
      return { ...start, ...from };
    },
    resolve: (ref) => resolveId(home, 'drafts', ref),
    remove: (ref) => move(ref, 'drafts', 'trash'),
    restore: (ref) => move(ref, 'trash', 'drafts'),
    async loadTemplates(most = Infinity) {
      for (const ref of templatesToList(home, reader, most)) await learnTemplate(ref);
    },
  };
}
