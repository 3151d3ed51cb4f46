import { placeNames } from '../checks/place-names.ts';
import { isOpenError, type Problem } from '../checks/problem.ts';
import { countProblems, problemGroups } from '../checks/problem-groups.ts';
import { rolesOf } from '../checks/roles.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Context } from '../context.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { valueAt } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { counted } from '../text/counted.ts';
import type { CommandResult } from './command-result.ts';
import { factsAround } from './opening/check-facts.ts';
import { type OpenedReview, openReview } from './opening/open-review.ts';
import { openDrafts } from './opening/open-store.ts';
import { countsInWords, problemTable } from './printing/problem-table.ts';

/** The options that are good enough for what is required, in small letters. */
const enough = { go: ['go'], 'conditional-go': ['go', 'conditional go'] };

interface Options {
  json?: boolean;
  require?: keyof typeof enough;
  template?: string;
}

/** `check DRAFT|REPORT.md [--json] [--require go|conditional-go]` */
export async function run(context: Context, ref: string, options: Options): Promise<Result<CommandResult>> {
  const opened = await openReview(context, await openDrafts(context), ref, options.template);
  if (!opened.ok) return opened;
  const { template, review, facts } = opened.value;
  if (opened.value.isNoReport) return failed(noReport(ref, template));
  const around = await factsAround(context, opened.value);
  const problems = runChecks(template, review, { ...facts, ...around });
  const verdict = verdictOf(opened.value);
  const refused =
    options.require !== undefined && !enough[options.require].includes(verdict?.toLowerCase() ?? '');
  const code = refused || problems.some(isOpenError) ? 1 : 0;
  const placeName = placeNames(template, review);
  const told = opened.value.unread ? [opened.value.unread] : [];
  if (options.json)
    return done({ out: asJson(opened.value, verdict, code === 0, problems, placeName), notes: told, code });
  const wanted = options.require?.replace('-', ' ').toUpperCase();
  const notes = [
    ...told,
    problems.length === 0 ? 'Nothing is wrong or missing.' : `Found: ${countsInWords(problems)}.`,
    ...errorsAmongUnanswered(problems),
    ...(refused ? [`The recommendation is ${verdict ?? 'not given'}; ${wanted} is required.`] : []),
  ];
  return done({ out: problemTable(problems, placeName, context.stdout.columns), notes, code });
}

/** Says which unanswered fields make the answer no: they are counted apart from errors. */
function errorsAmongUnanswered(problems: readonly Problem[]): string[] {
  const errors = unansweredErrors(problems);
  if (errors.length === 0) return [];
  const messages = problemGroups(errors).map(({ message }) => message);
  return [`${counted(errors.length, 'error')} among the unanswered: ${messages.join('; ')}.`];
}

const unansweredErrors = (problems: readonly Problem[]) =>
  problems.filter((one) => one.unanswered && isOpenError(one));

function verdictOf({ template, review }: OpenedReview): string | null {
  const field = rolesOf(template).verdict;
  const value = field && valueAt(review, { field: field.id });
  return typeof value === 'string' && value !== '' ? value : null;
}

const noReport = (ref: string, { name }: Template): Failure => ({
  where: ref === '-' ? 'standard input' : ref,
  what: `is not a report of the template ${name}: nothing in it could be read as one`,
  remedy: 'check a report or a draft, or name the template of the report with --template',
});

/** Version 2 of the shape that the README documents. */
function asJson(
  { draft, report }: OpenedReview,
  verdict: string | null,
  passed: boolean,
  problems: readonly Problem[],
  placeName: (problem: Problem) => string,
): string {
  const object = {
    version: 2,
    draft,
    report,
    verdict,
    passed,
    counts: { ...countProblems(problems), unansweredErrors: unansweredErrors(problems).length },
    problems: problemGroups(problems).map(({ first, message, problems: all }) => {
      // A key is made from what it stands for: a short password could be guessed with it.
      const { fix, key: _key, alike: _alike, ...problem } = first;
      const places = all.map((one) => ({ place: one.place, where: placeName(one) }));
      return {
        ...problem,
        message,
        where: placeName(first),
        ...(places.length > 1 ? { places } : {}),
        ...(fix ? { fix: fix.label } : {}),
      };
    }),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
