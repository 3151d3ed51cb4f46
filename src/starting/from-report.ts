import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Draft } from '../drafts/format/draft.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { done, type Result } from '../failure.ts';
import { readSource } from '../files/source.ts';
import type { ReviewToFollow } from '../following-up/review-to-follow.ts';
import { readReport } from '../report/read.ts';
import { readingLines, readingOf } from '../report/read-summary.ts';
import type { Template } from '../template/template.ts';
import { openTemplate } from '../template-library/registry.ts';
import { defaultTemplate, type PreviousWithTemplate, templateInfo } from './new-review.ts';

export interface ReadReport {
  draft: Draft;
  template: Template;
  /** What to say of it, in a few lines: what was read, what was unclear, what became notes. */
  notes: string[];
}

/** A report as a new draft, not saved yet. */
export async function draftFromReport(
  context: Context,
  store: DraftStore,
  report: string,
  templateName = defaultTemplate,
): Promise<Result<ReadReport>> {
  const text = await readSource(context, report);
  if (!text.ok) return text;
  const opened = await openTemplate(templateName, store.home, context.cwd);
  if (!opened.ok) return opened;
  const { template, hash } = opened.value;
  const read = readReport(template, text.value);
  const { review } = read;
  const reading = readingOf(read);
  const draft = store.create(templateInfo(template, hash), {
    review,
    position: { page: template.pages[0]?.id ?? '', scroll: 0 },
    ...(report === '-' ? {} : { readFrom: resolve(context.cwd, report) }),
    reading,
  });
  const name = report === '-' ? 'standard input' : report;
  return done({ draft, template, notes: readingLines(name, reading, template, review) });
}

/** A report as a previous review, read with the template of the one that follows up on it. */
export async function readPreviousReport(
  context: Context,
  template: Template,
  path: string,
): Promise<Result<ReviewToFollow>> {
  const text = await readSource(context, path);
  if (!text.ok) return text;
  return done({ template, review: readReport(template, text.value).review, report: path, draft: null });
}

/** A report of the repository as a previous review, read with the template of a new one. */
export async function readNewest(
  path: string,
  context: Context,
  store: DraftStore,
): Promise<Result<PreviousWithTemplate>> {
  const opened = await openTemplate(defaultTemplate, store.home, context.cwd);
  if (!opened.ok) return opened;
  const read = await readPreviousReport(context, opened.value.template, path);
  return read.ok ? done({ ...read.value, ...opened.value }) : read;
}
