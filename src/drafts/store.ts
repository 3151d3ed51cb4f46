import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { reasonOf } from '../files/read.ts';
import { done, failed, type Problem, type Result } from '../problem.ts';
import { newId } from '../review/ids.ts';
import { emptyReview } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Draft } from './draft.ts';
import { misfits } from './fit.ts';
import { emptyTrash, fileOf, idsOn, makeFolders, moveFile, type Shelf } from './folder.ts';
import { draftReader } from './read.ts';
import { resolveId } from './reference.ts';
import { type DraftSummary, summaryOf } from './summary.ts';

export interface Listing {
  /** The last edited first. */
  drafts: DraftSummary[];
  /** Drafts that cannot be read; their files are left as they are. */
  damaged: Problem[];
}

/** Where drafts live: one file each, `drafts/<id>.json` in the home folder. */
export interface DraftStore {
  readonly home: string;
  list(): Listing;
  /** Drafts removed in the last 30 days. */
  trash(): Listing;
  load(id: string): Result<Draft>;
  /** Puts the whole draft in its file at once (mode 0600). A file there that is damaged is not overwritten. */
  save(draft: Draft): Result<void>;
  /** A new draft with an id of its own; not saved yet. */
  create(template: Draft['template'], from: Partial<Draft>): Draft;
  /** The id that is meant by an id or a unique beginning of one. */
  resolve(ref: string): Result<string>;
  /** Moves a draft to the trash; gives its id. */
  remove(ref: string): Result<string>;
  /** Gets a draft back from the trash; gives its id. */
  restore(ref: string): Result<string>;
  /** The templates that drafts are made with, so that they can be loaded before listing. */
  templatesInUse(): Draft['template'][];
}

export interface StoreOptions {
  home: string;
  now: () => Date;
  /** The template of a draft, for its progress in lists. */
  templateOf?: (template: Draft['template']) => Template | undefined;
}

export function openStore({ home, now, templateOf }: StoreOptions): DraftStore {
  const files = new Map<string, Conf<Record<string, unknown>>>();
  const read = draftReader(home);

  const load = (id: string, shelf: Shelf = 'drafts'): Result<Draft> => {
    const draft = read(shelf, id);
    const template = draft.ok && templateOf?.(draft.value.template);
    const wrong = template ? misfits(template, draft.value, fileOf(home, shelf, id)) : [];
    return wrong.length > 0 ? failed(...wrong) : draft;
  };

  function list(shelf: Shelf): Listing {
    const all = idsOn(home, shelf).map((id) => load(id, shelf));
    const drafts = all.flatMap((one) =>
      one.ok ? summaryOf(one.value, templateOf?.(one.value.template)) : [],
    );
    drafts.sort((a, b) => b.edited.localeCompare(a.edited) || a.id.localeCompare(b.id));
    return { drafts, damaged: all.flatMap((one) => (one.ok ? [] : one.problems.slice(0, 1))) };
  }

  function save(draft: Draft): Result<void> {
    try {
      let file = files.get(draft.id);
      if (!file) {
        if (lstatSync(fileOf(home, 'drafts', draft.id), { throwIfNoEntry: false })) {
          const there = read('drafts', draft.id);
          if (!there.ok) return there;
        }
        makeFolders(home);
        file = openFile(home, draft.id);
        files.set(draft.id, file);
      }
      file.store = { ...draft };
      return done(undefined);
    } catch (error) {
      return failed(notSaved(home, draft.id, error));
    }
  }

  function move(ref: string, from: Shelf, to: Shelf): Result<string> {
    const id = resolveId(home, from, ref);
    if (!id.ok) return id;
    files.delete(id.value);
    const moved = moveFile(home, id.value, from, to, now());
    return moved.ok ? id : moved;
  }

  return {
    home,
    load: (id) => load(id),
    save,
    list: () => list('drafts'),
    trash() {
      emptyTrash(home, now());
      return list('trash');
    },
    create(template, from) {
      const at = now().toISOString();
      const position = { page: '', scroll: 0 };
      const start = {
        format: 1,
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

function openFile(home: string, id: string) {
  return new Conf<Record<string, unknown>>({
    cwd: join(home, 'drafts'),
    configName: id,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
}

function notSaved(home: string, id: string, error: unknown): Problem {
  return {
    where: `draft ${id}`,
    what: `could not be saved: the folder ${join(home, 'drafts')} ${reasonOf(error)}`,
    remedy: 'make the folder writable, or name another one with SANCTUM_REVIEW_HOME',
  };
}
