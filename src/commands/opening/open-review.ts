import { dirname, resolve } from 'node:path';
import type { Facts } from '../../checks/facts.ts';
import type { Context } from '../../context.ts';
import type { Draft } from '../../drafts/format/draft.ts';
import { looksLikeId } from '../../drafts/store/reference.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, type Result } from '../../failure.ts';
import { readSource } from '../../files/source.ts';
import { isNothingRead, readReport } from '../../report/read.ts';
import type { Review } from '../../review/review.ts';
import { defaultTemplate } from '../../starting/new-review.ts';
import type { Template } from '../../template/template.ts';
import { openTemplate } from '../../template-library/registry.ts';
import { type OpenedDraft, openDraft, openDraftText } from './open-draft.ts';

/** A review with what is known of it beside: a draft's id, or the path of the report that it was read from. */
export interface OpenedReview {
  template: Template;
  review: Review;
  draft: string | null;
  report: string | null;
  /** A folder in the reviewed repository; null when nobody knows it. */
  repository: string | null;
  facts: Omit<Facts, 'today'>;
  /** Nothing at all could be read from the file: it is some other text. */
  isNoReport?: boolean;
  /** What names the template in drafts. */
  hash?: string | undefined;
  /** The whole of it, where it is a draft. */
  whole?: Draft;
  /** What is to be said where not all that was typed could be read. */
  unread?: string | null;
}

/**
 * The review that is meant by a draft's id, the beginning of one, a path or `-`. What is in a file says what it is:
 * JSON is a draft, anything else a report.
 */
export async function openReview(
  context: Context,
  store: DraftStore,
  ref: string,
  templateName = defaultTemplate,
): Promise<Result<OpenedReview>> {
  if (looksLikeId(ref) || /\.json$/i.test(ref)) {
    const opened = await openDraft(context, store, ref);
    return opened.ok ? done(ofDraft(opened.value)) : opened;
  }
  const text = await readSource(context, ref);
  if (!text.ok) return text;
  if (/^\s*(?:\{|$)/.test(text.value)) {
    const opened = await openDraftText(store, text.value, ref === '-' ? 'standard input' : ref);
    return opened.ok ? done(ofDraft(opened.value)) : opened;
  }
  const opened = await openTemplate(templateName, store.home, context.cwd);
  if (!opened.ok) return opened;
  const { template, hash } = opened.value;
  const read = readReport(template, text.value);
  const { review, ofTemplate, stated, unsaid, derived, clashes } = read;
  let lines: ReadonlySet<string> | undefined;
  const report = ref === '-' ? null : resolve(context.cwd, ref);
  const facts = {
    report: {
      otherKind: !ofTemplate,
      counts: stated,
      omitted: unsaid,
      derived,
      contradictions: clashes,
      get lines() {
        lines ??= new Set(text.value.split(/\r\n?|\n/).map((line) => line.trim()));
        return lines;
      },
    },
  };
  const repository = report === null ? context.cwd : dirname(report);
  const isNoReport = isNothingRead(template, read);
  return done({ template, review, draft: null, report, repository, facts, isNoReport, hash });
}

const ofDraft = ({ template, draft, unread }: OpenedDraft): OpenedReview => ({
  template,
  review: draft.review,
  draft: draft.id,
  report: null,
  repository: draft.repository ?? null,
  facts: {},
  hash: draft.template.hash,
  whole: draft,
  unread,
});
