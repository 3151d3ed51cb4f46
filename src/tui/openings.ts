import { join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Draft } from '../drafts/format/draft.ts';
import { atVersion } from '../drafts/format/migrate.ts';
import { keepMigrated } from '../drafts/store/keep-migrated.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { done, failed, type Result } from '../failure.ts';
import { followUpNotice } from '../following-up/follow-up.ts';
import { repositoryOf } from '../repository/git.ts';
import { newestReport } from '../repository/newest-report.ts';
import { draftFromReport, readNewest } from '../starting/from-report.ts';
import { beginReview, defaultTemplate } from '../starting/new-review.ts';
import type { Template } from '../template/template.ts';
import { exampleReport } from '../template-library/bundled.ts';
import { loadTemplate } from '../template-library/registry.ts';

/** What the wizard needs to open. */
export interface Opening {
  draft: Draft;
  template: Template;
  notice?: string;
  /** Whether to show first what was read of a report: where something of it wants a look. */
  tellReading?: boolean;
  /** Whether to ask first which scans to import. */
  importsScans?: true;
  /** It is an example, and nothing of it is saved. */
  isExample?: true;
}

/** A draft of the store, with its template. */
export async function openKept(id: string, drafts: DraftStore): Promise<Result<Opening>> {
  const draft = drafts.load(id);
  if (!draft.ok) return draft;
  const template = await loadTemplate(draft.value.template, drafts.home);
  if (!template.ok) return template;
  const now = atVersion(draft.value, template.value);
  if (!now.ok) return now;
  const unread = drafts.unread(id);
  if (!now.value.before)
    return done({ draft: now.value.draft, template: template.value, ...(unread ? { notice: unread } : {}) });
  const kept = keepMigrated(drafts, now.value);
  return kept.ok ? done({ template: template.value, ...kept.value }) : kept;
}

/** A new review of the repository round the current folder, saved once, so that there is something to resume. */
export async function openNew(context: Context, drafts: DraftStore): Promise<Result<Opening>> {
  const begun = await beginReview(context, drafts);
  return begun.ok ? kept(drafts, begun.value) : begun;
}

/** A draft, or a new review where there is none, to import scans into. */
export async function openForScans(
  id: string | null,
  context: Context,
  drafts: DraftStore,
): Promise<Result<Opening>> {
  const opened = id === null ? await openNew(context, drafts) : await openKept(id, drafts);
  return opened.ok ? done({ ...opened.value, importsScans: true }) : opened;
}

/** A new review that follows up on the newest report of the repository round the current folder. */
export async function openFollowUp(context: Context, drafts: DraftStore): Promise<Result<Opening>> {
  const top = (await repositoryOf(context.cwd, context.env)) ?? context.cwd;
  const newest = newestReport(top);
  if (newest === null) {
    const remedy = 'press o to open a report that is elsewhere';
    return failed({ where: join(top, 'docs', 'reports'), what: 'holds no report to follow up', remedy });
  }
  const previous = await readNewest(join(top, newest), context, drafts);
  if (!previous.ok) return previous;
  const begun = await beginReview(context, drafts, { follows: previous.value });
  if (!begun.ok) return begun;
  const { draft, template } = begun.value;
  return kept(drafts, { draft, template, notice: followUpNotice(template, draft.review) });
}

/** A report as a new draft. */
export async function openReport(
  path: string,
  context: Context,
  drafts: DraftStore,
): Promise<Result<Opening>> {
  const read = await draftFromReport(context, drafts, resolve(context.cwd, path));
  if (!read.ok) return read;
  const repository = await repositoryOf(context.cwd, context.env);
  const { template, notes } = read.value;
  const draft = { ...read.value.draft, ...(repository ? { repository } : {}) };
  return kept(drafts, {
    draft,
    template,
    ...(notes[0] && { notice: notes[0] }),
    tellReading: notes.length > 1,
  });
}

/** The example: a filled report as a review that is never saved, outside of any repository. */
export async function openExample(context: Context, drafts: DraftStore): Promise<Result<Opening>> {
  const read = await draftFromReport(context, drafts, exampleReport(defaultTemplate));
  if (!read.ok) return read;
  const { template, draft } = read.value;
  const { readFrom: _, reading: __, ...example } = draft;
  const notice =
    'An example: change what you like, nothing is saved. Ctrl+T goes to a problem, Ctrl+P shows the report, F1 the keys.';
  const position = { page: template.pages[1]?.id ?? '', scroll: 0 };
  return done({ template, draft: { ...example, position }, notice, isExample: true });
}

function kept(drafts: DraftStore, opening: Opening): Result<Opening> {
  const saved = drafts.save(opening.draft);
  return saved.ok ? done(opening) : saved;
}
