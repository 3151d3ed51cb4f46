import { type Comparison, compareReviews } from '../compare/compare.ts';
import { deltaSection } from '../compare/delta-section.ts';
import type { Context } from '../context.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import type { CommandResult } from './command-result.ts';
import { type OpenedReview, openReview } from './opening/open-review.ts';
import { openDrafts } from './opening/open-store.ts';
import { comparisonJson } from './printing/comparison-json.ts';
import { comparisonTable, outcomesInWords } from './printing/comparison-table.ts';
import { maskedTogether } from './printing/masked-reviews.ts';

interface Options {
  json?: boolean;
  markdown?: boolean;
  template?: string;
}

/** `diff OLD NEW [--json|--markdown]` */
export async function run(
  context: Context,
  oldRef: string,
  newRef: string,
  options: Options,
): Promise<Result<CommandResult>> {
  if (oldRef === '-' && newRef === '-') {
    const remedy = 'name a file or a draft for the other one';
    return failed({ where: 'standard input', what: 'can only be one of the two reviews', remedy });
  }
  const store = openDrafts(context);
  const older = await openReview(context, store, oldRef, options.template);
  const newer = await openReview(context, store, newRef, options.template);
  if (!older.ok || !newer.ok)
    return failed(...(older.ok ? [] : older.failures), ...(newer.ok ? [] : newer.failures));
  const unread = [notRecognized(older.value, oldRef), notRecognized(newer.value, newRef)].filter(
    (one) => one !== null,
  );
  if (unread.length > 0) return failed(...unread);
  const [old, now] = await maskedTogether(older.value, newer.value);
  const comparison = compareReviews(old, {
    ...now,
    ...(now.whole?.previous ? { previous: now.whole.previous.from } : {}),
  });
  const code = comparison.regressions.length > 0 ? 1 : 0;
  const told = [older.value, newer.value].flatMap(({ unread }) => unread ?? []);
  if (options.json) return done({ out: comparisonJson(comparison, old, now), notes: told, code });
  const notes = [...told, ...notesOn(comparison)];
  if (options.markdown) return done({ out: deltaSection(comparison), notes, code });
  return done({ out: comparisonTable(comparison, context.stdout.columns), notes, code });
}

/** Why a review cannot be compared: no issue was recognized in it, and that is not what it says; null when it can. */
function notRecognized({ template, review, facts }: OpenedReview, ref: string): Failure | null {
  const { report } = facts;
  if (!report || review.issues.length > 0) return null;
  const saysNone = Object.values(report.counts ?? {}).some((count) => count === 0);
  const none = Object.values(template.issues).some((block) => report.lines?.has(block.none));
  if (!report.otherKind && (saysNone || none)) return null;
  return {
    where: ref === '-' ? 'standard input' : ref,
    what: 'no issue was recognized in this report, so nothing can be compared',
    remedy:
      'see what was read with: sanctum-review open REPORT.md; add its issues there, and compare the draft',
  };
}

function notesOn(comparison: Comparison): string[] {
  const { same, regressions, old, new: now, datesSwapped } = comparison;
  if (same) return ['The two reviews say the same.'];
  const found = outcomesInWords(comparison);
  const { old: onlyOld, new: onlyNew } = comparison.notCompared;
  const count = onlyOld.length + onlyNew.length;
  return [
    ...(datesSwapped
      ? [`The dates are the other way round: OLD is of ${old.date}, NEW of ${now.date}. Is it diff NEW OLD?`]
      : []),
    `Issues: ${found === '' ? 'none in either review' : found}.`,
    ...(count > 0
      ? [`Not compared: ${count} fields and lists that only one of ${old.template} and ${now.template} has.`]
      : []),
    ...(regressions.length === 0
      ? ['No regression.']
      : regressions.map(({ message }) => `Regression: ${message}`)),
  ];
}
