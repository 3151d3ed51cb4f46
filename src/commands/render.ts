import { resolve } from 'node:path';
import type { Facts } from '../checks/facts.ts';
import { placeNames } from '../checks/place-names.ts';
import { isOpenError } from '../checks/problem.ts';
import { secret } from '../checks/rules/secret.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Context } from '../context.ts';
import { migrationNote } from '../drafts/store/keep-migrated.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { provenReport } from '../report/prover/prove-report.ts';
import { render } from '../report/writer/render.ts';
import { writeReport } from '../repository/report-file.ts';
import { openScanner } from '../repository/secrets/scanner.ts';
import { localDate } from '../repository/suggestions.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { CommandResult } from './command-result.ts';
import { openDraft } from './opening/open-draft.ts';
import { openDrafts } from './opening/open-store.ts';

/** `render DRAFT [-o FILE] [--force]` */
export async function run(
  context: Context,
  ref: string,
  options: { output?: string; force?: boolean },
): Promise<Result<CommandResult>> {
  const opened = await openDraft(context, openDrafts(context), ref);
  if (!opened.ok) return opened;
  const { template, draft, migrated, unread } = opened.value;
  const notes = [...(migrated ? [migrationNote(migrated)] : []), ...(unread ? [unread] : [])];
  const facts = { today: localDate(context.now()), secrets: await openScanner()(draft.review) };
  const secrets = secretsIn(template, draft.review, facts);
  if (options.output === undefined || options.output === '-')
    return done({ out: render(template, draft.review), notes, problems: secrets });
  if (secrets.length > 0 && !options.force) return failed(...secrets, unwritten(options.output));
  const proven = provenReport(template, draft.review);
  if (!proven.ok) return proven;
  const written = writeReport(resolve(context.cwd, options.output), proven.value, {
    overwrite: options.force ?? false,
  });
  if (!written.ok) return written;
  if ('written' in written.value) {
    const errors = runChecks(template, draft.review, facts).filter(isOpenError);
    notes.push(`The report is in ${options.output}`);
    if (errors.length > 0) notes.push(contradicts(errors.length, ref));
    return done({ notes, problems: secrets });
  }
  const remedy = 'choose another path, or replace it with --force';
  return failed({ where: options.output, what: 'already exists and was not changed', remedy });
}

/** A script is not stopped, but told. */
function contradicts(count: number, ref: string): string {
  const errors = count === 1 ? '1 error' : `${count} errors`;
  const which = ref === '-' ? 'DRAFT' : ref;
  return `It has ${errors} without an override; list them with: sanctum-review check ${which}`;
}

/** What looks like a live secret in the report and is not said to stay: nobody shall hand it on without knowing. */
function secretsIn(template: Template, review: Review, facts: Facts): Failure[] {
  const placeName = placeNames(template, review);
  return runChecks(template, review, facts, [secret])
    .filter(isOpenError)
    .map((problem) => ({ where: placeName(problem), what: problem.message, remedy: problem.advice }));
}

const unwritten = (path: string): Failure => ({
  where: path,
  what: 'was not written',
  remedy: 'redact what looks like a secret, or write the report as it is with --force',
});
