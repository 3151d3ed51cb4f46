import { resolve } from 'node:path';
import { isOpenError } from '../checks/finding.ts';
import { runChecks } from '../checks/run.ts';
import type { Context } from '../context.ts';
import { done, failed, type Result } from '../problem.ts';
import { provenReport } from '../report/proof.ts';
import { render } from '../report/write.ts';
import { writeReport } from '../repository/report-file.ts';
import { localDate } from '../repository/suggestions.ts';
import { openDraft } from './draft-source.ts';
import { openDrafts } from './drafts-at-hand.ts';
import type { Outcome } from './outcome.ts';

/** `render DRAFT [-o FILE] [--force]` */
export async function run(
  context: Context,
  ref: string,
  options: { output?: string; force?: boolean },
): Promise<Result<Outcome>> {
  const opened = await openDraft(context, openDrafts(context), ref);
  if (!opened.ok) return opened;
  const { template, draft } = opened.value;
  if (options.output === undefined || options.output === '-')
    return done({ out: render(template, draft.review) });
  const proven = provenReport(template, draft.review);
  if (!proven.ok) return proven;
  const written = writeReport(resolve(context.cwd, options.output), proven.value, {
    overwrite: options.force ?? false,
  });
  if (!written.ok) return written;
  if ('written' in written.value) {
    const errors = runChecks(template, draft.review, { today: localDate(context.now()) }).filter(isOpenError);
    const notes = [`The report is in ${options.output}`];
    if (errors.length > 0) notes.push(contradicts(errors.length, ref));
    return done({ notes });
  }
  const remedy = 'choose another path, or replace it with --force';
  return failed({ where: options.output, what: 'is there already, and was left as it is', remedy });
}

/** A script is not stopped, but told. */
function contradicts(count: number, ref: string): string {
  const errors = count === 1 ? '1 error' : `${count} errors`;
  const which = ref === '-' ? 'DRAFT' : ref;
  return `It has ${errors} of the checks that no reason overrides; see them with: sanctum-review check ${which}`;
}
