import { existsSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { newId } from '../../review/ids.ts';
import { emptyReview } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Draft } from '../format/draft.ts';
import { misfits } from '../format/fit.ts';
import { atVersion } from '../format/migrate.ts';
import { openJournal } from '../journal/journal-file.ts';
import { beginning, type Mark, markBeyond } from '../journal/journal-lines.ts';
import { whileFree } from '../lock/lock.ts';
import { emptyTrash, fileOf, idsOn, journalOf, makeFolders, moveFile, type Shelf } from './folder.ts';
import { keepOlderFormat } from './older-format.ts';
import { draftReader, readSnapshot } from './read-draft.ts';
import { resolveId, resolveKept } from './reference.ts';
import { noGeneration, notSaved, openElsewhere, unreadNote } from './refusals.ts';
import { isDamaged, keepAside, rescueOf, withRemedy } from './rescue.ts';
import { generationFiles, keepGeneration } from './snapshots.ts';
import { type DraftSummary, summaryOf } from './summary.ts';
import { draftWriter } from './write.ts';

export interface Listing {
  /** The last edited first. */
  drafts: DraftSummary[];
  /** Drafts that cannot be read; their files are left as they are. */
  damaged: Failure[];
}

/** Where drafts live: one file each, `drafts/<id>.json` in the home folder. */
export interface DraftStore {
  readonly home: string;
  list(): Listing;
  /** Drafts removed in the last 30 days. */
  trash(): Listing;
  load(id: string): Result<Draft>;
  /** What is to be said of a draft's journal that could not be read to its end; null when all of it is there. */
  unread(id: string): string | null;
  /**
   * Puts the whole draft in its file at once (mode 0600). A file there that is damaged is not overwritten.
   * @param sure asked before it is put in place; throws when the draft is another's by now
   */
  save(draft: Draft, sure?: () => void): Result<void>;
  /** Puts another state in the place of a draft that is open nowhere; its journal tells nothing of it. */
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
  generations(ref: string): Result<{ id: string; all: Generation[]; damaged: Failure[] }>;
  /** Puts an earlier state in the draft's place; what was there becomes a generation itself, or is moved aside. */
  goBack(ref: string, generation: number): Result<string>;
  /** The templates that drafts are made with, so that they can be loaded before listing. */
  templatesInUse(): Draft['template'][];
}

/** An earlier state of a draft. */
interface Generation {
  number: number;
  /** When it was kept, ISO 8601. */
  kept: string;
  summary: DraftSummary;
}

export interface StoreOptions {
  home: string;
  now: () => Date;
  /** The template of a draft, for its progress in lists. */
  templateOf?: (template: Draft['template']) => Template | undefined;
}

export function openStore({ home, now, templateOf }: StoreOptions): DraftStore {
  const files = new Map<string, ReturnType<typeof draftWriter>>();
  const read = draftReader(home);

  const load = (id: string, shelf: Shelf = 'drafts'): Result<Draft> => {
    const draft = read(shelf, id);
    const template = draft.ok && templateOf?.(draft.value.template);
    if (!draft.ok) return shelf === 'drafts' ? failed(...withRemedy(home, id, draft.failures)) : draft;
    if (!template) return draft;
    const now = atVersion(draft.value, template);
    if (!now.ok) return now;
    const wrong = misfits(template, now.value.draft, fileOf(home, shelf, id));
    return wrong.length > 0 ? failed(...wrong) : done(now.value.draft);
  };

  function list(shelf: Shelf): Listing {
    const all = idsOn(home, shelf).map((id) => load(id, shelf));
    const drafts = all.flatMap((one) =>
      one.ok ? summaryOf(one.value, templateOf?.(one.value.template)) : [],
    );
    drafts.sort((a, b) => b.edited.localeCompare(a.edited) || a.id.localeCompare(b.id));
    return { drafts, damaged: all.flatMap((one) => (one.ok ? [] : one.failures.slice(0, 1))) };
  }

  /** @param over whether a damaged file that is there has been kept aside */
  function save(draft: Draft, sure?: () => void, over = false): Result<void> {
    try {
      let write = files.get(draft.id);
      // Taken away under an open draft, its folder is made again. Not so the home: its disk may be another one now.
      if (write && existsSync(home)) makeFolders(home);
      if (!write) {
        if (!over && lstatSync(fileOf(home, 'drafts', draft.id), { throwIfNoEntry: false })) {
          const there = read('drafts', draft.id);
          if (!there.ok) return there;
          keepOlderFormat(home, draft.id);
        }
        makeFolders(home);
        write = draftWriter(home, draft.id);
        files.set(draft.id, write);
      }
      write(draft, sure);
      return done(undefined);
    } catch (error) {
      return failed(notSaved(home, draft.id, error));
    }
  }

  function move(ref: string, from: Shelf, to: Shelf): Result<string> {
    const id = resolveId(home, from, ref);
    if (!id.ok) return id;
    return alone(id.value, () => {
      files.delete(id.value);
      const moved = moveFile(home, id.value, from, to, now());
      return moved.ok ? id : moved;
    });
  }

  /** Does something to a draft that is open nowhere. */
  function alone<T>(id: string, work: () => Result<T>): Result<T> {
    const free = whileFree(home, id, now(), work);
    return 'done' in free ? free.done : failed(openElsewhere(id, free.holder));
  }

  function rescue(id: string): Result<{ draft: Draft; aside: string }> | null {
    const rescued = isDamaged(home, id) ? rescueOf(home, id) : null;
    if (!rescued) return null;
    return alone(id, () => {
      const aside = keepAside(home, id, now());
      if (!aside.ok) return aside;
      files.delete(id);
      const saved = save(rescued.draft, undefined, true);
      if (saved.ok) return done({ draft: rescued.draft, aside: aside.value });
      rmSync(aside.value, { force: true });
      return saved;
    });
  }

  function generations(ref: string): ReturnType<DraftStore['generations']> {
    const id = resolveKept(home, ref);
    if (!id.ok) return id;
    const read = generationFiles(home, id.value).map((file) => ({
      file,
      draft: readSnapshot(file.path, id.value),
    }));
    const all = read.flatMap(({ file: { number, at }, draft }) => {
      if (!draft.ok) return [];
      const summary = summaryOf(draft.value, templateOf?.(draft.value.template));
      return [{ number, kept: new Date(at).toISOString(), summary }];
    });
    const damaged = read.flatMap(({ draft }) => (draft.ok ? [] : draft.failures.slice(0, 1)));
    return done({ id: id.value, all, damaged });
  }

  function goBack(ref: string, number: number): Result<string> {
    const id = resolveKept(home, ref);
    return id.ok ? alone(id.value, () => goBackAlone(id, number)) : id;
  }

  function goBackAlone(id: { ok: true; value: string }, number: number): Result<string> {
    const generation = generationFiles(home, id.value).find((one) => one.number === number);
    if (!generation) return failed(noGeneration(id.value, number));
    const then = readSnapshot(generation.path, id.value);
    if (!then.ok) return then;
    const there = read('drafts', id.value);
    const journal = journalOf(home, 'drafts', id.value);
    try {
      if (there.ok) {
        // What its journal tells is to be in the generation, too.
        const saved = save(there.value);
        if (!saved.ok) return saved;
        keepGeneration(home, id.value, now());
      } else if (isDamaged(home, id.value)) {
        const aside = keepAside(home, id.value, now());
        if (!aside.ok) return aside;
        files.delete(id.value);
        if (existsSync(journal)) renameSync(journal, `${aside.value}.journal`);
      } else if (lstatSync(fileOf(home, 'drafts', id.value), { throwIfNoEntry: false })) return there;
      else if (existsSync(journal)) renameSync(journal, `${journal}.${now().getTime()}.aside`);
      const before = there.ok ? there.value.journal : then.value.journal;
      const put = putAnew(then.value, before, `generation ${number}`, !there.ok);
      return put.ok ? id : put;
    } catch (error) {
      return failed(notSaved(home, id.value, error));
    }
  }

  /** Saves a state that no journal leads to, and begins the journal anew. Throws the file system's error. */
  function putAnew(draft: Draft, before: Mark | undefined, why: string, over = false): Result<void> {
    const mark = markBeyond(draft.id, before ?? beginning, why);
    const saved = save({ ...draft, journal: mark }, undefined, over);
    if (saved.ok) openJournal(journalOf(home, 'drafts', draft.id), draft.id, mark).saved(true);
    return saved;
  }

  return {
    home,
    rescue,
    generations,
    goBack,
    load: (id) => load(id),
    unread(id) {
      const { lost = 0 } = read('drafts', id);
      return lost > 0 ? unreadNote(id, lost, journalOf(home, 'drafts', id)) : null;
    },
    save: (draft, sure) => save(draft, sure),
    replace: (draft, why) => alone(draft.id, () => putAnew(draft, draft.journal, why)),
    list: () => list('drafts'),
    trash() {
      emptyTrash(home, now());
      return list('trash');
    },
    create(template, from) {
      const at = now().toISOString();
      const position = { page: '', scroll: 0 };
      const start = {
        format: 2,
        id: newId(),
        template,
        review: emptyReview,
        made: at,
        edited: at,
        worked: 0,
        position,
      } as const;
      return { ...start, ...from };
    },
    resolve: (ref) => resolveId(home, 'drafts', ref),
    remove: (ref) => move(ref, 'drafts', 'trash'),
    restore: (ref) => move(ref, 'trash', 'drafts'),
    templatesInUse() {
      const shelves = ['drafts', 'trash'] as const;
      const all = shelves.flatMap((shelf) => idsOn(home, shelf).map((id) => read(shelf, id)));
      const drafts = all.flatMap((draft) => (draft.ok ? [draft.value.template] : []));
      return [...new Map(drafts.map((template) => [template.hash ?? template.name, template])).values()];
    },
  };
}
