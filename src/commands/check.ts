import { placeNames } from '../checks/place-names.ts';
import { isOpenError, type Level, levels, type Problem } from '../checks/problem.ts';
import { rolesOf } from '../checks/roles.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Context } from '../context.ts';
import { done, type Result } from '../failure.ts';
import { valueAt } from '../review/review.ts';
import type { Outcome } from './command-result.ts';
import { factsAround } from './opening/check-facts.ts';
import { type Checked, openReview } from './opening/open-review.ts';
import { openDrafts } from './opening/open-store.ts';
import { levelsInWords, problemTable } from './printing/problem-table.ts';

/** The options that are good enough for what is required, in small letters. */
const enough = { go: ['go'], 'conditional-go': ['go', 'conditional go'] };

interface Options {
  json?: boolean;
  require?: keyof typeof enough;
  template?: string;
}

/** `check DRAFT|REPORT.md [--json] [--require go|conditional-go]` */
export async function run(context: Context, ref: string, options: Options): Promise<Result<Outcome>> {
  const opened = await openReview(context, await openDrafts(context), ref, options.template);
  if (!opened.ok) return opened;
  const { template, review, facts } = opened.value;
  const around = await factsAround(context, opened.value);
  const findings = runChecks(template, review, { ...facts, ...around });
  const verdict = verdictOf(opened.value);
  const refused =
    options.require !== undefined && !enough[options.require].includes(verdict?.toLowerCase() ?? '');
  const code = refused || findings.some(isOpenError) ? 1 : 0;
  const placeName = placeNames(template, review);
  const told = opened.value.unread ? [opened.value.unread] : [];
  if (options.json)
    return done({ out: asJson(opened.value, verdict, findings, placeName), notes: told, code });
  const wanted = options.require?.replace('-', ' ').toUpperCase();
  const notes = [
    ...told,
    findings.length === 0 ? 'Nothing is wrong or missing.' : `Found: ${levelsInWords(findings)}.`,
    ...(refused ? [`The recommendation is ${verdict ?? 'not given'}; ${wanted} is required.`] : []),
  ];
  return done({ out: problemTable(findings, placeName, context.stdout.columns), notes, code });
}

function verdictOf({ template, review }: Checked): string | null {
  const field = rolesOf(template).verdict;
  const value = field && valueAt(review, { field: field.id });
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Version 1 of the shape that the README documents. */
function asJson(
  { draft, report }: Checked,
  verdict: string | null,
  findings: Problem[],
  placeName: (finding: Problem) => string,
): string {
  const count = (level: Level) =>
    findings.filter((one) => one.level === level && one.overridden === undefined).length;
  const object = {
    version: 1,
    draft,
    report,
    verdict,
    counts: Object.fromEntries(levels.map((level) => [level, count(level)])),
    // A mark is made from what it marks: a short password could be guessed with it.
    findings: findings.map(({ fix, mark: _, ...finding }) => ({
      ...finding,
      where: placeName(finding),
      ...(fix ? { fix: fix.label } : {}),
    })),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
