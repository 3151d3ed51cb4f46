import { type Format, findingsIn, type Outcome, type Report, together } from '../../format.ts';
import { areRecordsWith, isRecord, text } from '../../shape.ts';
import { messageOf } from './message.ts';
import { placesOf } from './places.ts';
import { idOf, type RuleOf, rulesOf } from './rules.ts';
import { ratingOf } from './severity.ts';
import { type Result, type Rule, result, run } from './shape.ts';

/** SARIF 2.1.0 of any tool; each of its runs is of one. */
export const sarif: Format = {
  name: 'sarif',
  sign: /"runs"\s*:\s*\[|sarif-(?:schema-)?2\.1/i,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    'runs' in value &&
    ((typeof value.version === 'string' && /^[12]\./.test(value.version)) ||
      /sarif/i.test(text.parse(value.$schema)) ||
      (Array.isArray(value.runs) && value.runs.some(isRun))),
  read({ values: [value] }) {
    const { runs, version } = isRecord(value) ? value : {};
    if (typeof version === 'string' && !version.startsWith('2.1'))
      return {
        refused: `is SARIF ${version}; only 2.1.0 is read`,
        remedy: 'have the tool write SARIF 2.1.0',
      };
    if (!Array.isArray(runs) || runs.length === 0) return { refused: 'has no runs' };
    const failed = runs.some((one) => hasResults(one)) ? null : failureIn(runs);
    return failed === null ? together(runs.map(reportOf)) : { refused: failed };
  },
};

/** Whether a run shows by itself that it is SARIF's, where the file does not name its version. */
const isRun = (one: unknown): boolean =>
  isRecord(one) && ('tool' in one || areRecordsWith(one.results, 'message', 'locations'));

const hasResults = (given: unknown): boolean => (run.safeParse(given).data?.results.length ?? 0) > 0;

/** Why runs without a result have none, where one of them says that it failed: no finding is not what it found. */
function failureIn(runs: readonly unknown[]): string | null {
  const all = runs.flatMap((one) => run.safeParse(one).data ?? []);
  const failed = all
    .flatMap(({ invocations }) => invocations)
    .find((one) => one.executionSuccessful === false);
  if (!failed) return null;
  const said = [...failed.toolExecutionNotifications, ...failed.toolConfigurationNotifications];
  const reasons = [
    said.find(({ level }) => level === 'error')?.message.text,
    said.find(({ exception }) => exception.message !== '')?.exception.message,
    failed.exitCodeDescription,
  ];
  const why = reasons.find(Boolean) ?? '';
  return `is a report of a run that failed${why === '' ? '' : `: ${why}`}`;
}

function reportOf(given: unknown): Report {
  const read = run.safeParse(given);
  if (!read.success) return { tools: [], findings: [], suppressed: 0, unreadable: 1 };
  const { driver } = read.data.tool;
  const name = driver.name || 'unnamed tool';
  const ruleOf = rulesOf(read.data);
  const places = placesOf(read.data);
  const told = (one: Result): Outcome => outcomeOf(one, ruleOf(one), places(one));
  return {
    tools: [{ name, version: driver.version || driver.semanticVersion }],
    ...findingsIn(name, read.data.results, result, told),
  };
}

function outcomeOf(one: Result, found: RuleOf, places: ReturnType<ReturnType<typeof placesOf>>): Outcome {
  if (isSuppressed(one)) return 'suppressed';
  if (isNone(one)) return null;
  const { rule } = found;
  const id = idOf(one) || rule?.id || '';
  const message = messageOf(one, found);
  return {
    rule: id,
    severity: ratingOf(one, rule),
    title: titleOf(rule, id),
    message: message || descriptionOf(rule),
    places,
    fix: one.fixes.map(({ description }) => description.text).find((words) => words !== '') ?? advice(rule),
    aliases: [id, ...(rule?.properties.tags ?? []), ...weaknessesOf(rule)].flatMap(namesIn),
  };
}

/** Suppressed, and nobody reviews or has rejected that (3.27.23); `state` is what drafts of the standard called it. */
const isSuppressed = ({ suppressions }: Result): boolean =>
  suppressions.length > 0 &&
  suppressions.every(({ status, state }) => !['underReview', 'rejected'].includes(status || state));

/** What is gone since the baseline, and what a tool only says to have looked at (3.27.9, 3.27.24). */
const isNone = ({ baselineState, kind }: Result): boolean =>
  baselineState === 'absent' || kind === 'pass' || kind === 'notApplicable';

/** The rule in a few words, unless they only repeat its id. */
function titleOf(rule: Rule | null, id: string): string {
  const short = [rule?.shortDescription.text ?? '', rule?.fullDescription.text ?? ''].find(
    (words) => words !== '' && words !== id,
  );
  return short ?? '';
}

const descriptionOf = (rule: Rule | null): string =>
  rule?.fullDescription.text || rule?.shortDescription.text || rule?.help.text || rule?.name || '';

/** A version to update to, as Trivy and Grype write it into the help of a rule. */
function advice(rule: Rule | null): string {
  const help = rule?.help.text ?? '';
  const version = /^Fix(?:ed)? Version: *(\S+)/im.exec(help)?.[1];
  const name = /^Package: *(\S+)/im.exec(help)?.[1];
  return version && name ? `Update ${name} to ${version}` : '';
}

/** The weaknesses that a rule is related to in the taxonomy CWE (3.52.12). */
const weaknessesOf = (rule: Rule | null): string[] =>
  (rule?.relationships ?? []).flatMap(({ target: { id, toolComponent } }) =>
    toolComponent.name.toUpperCase() === 'CWE' ? [`CWE-${id.replace(/^CWE-/i, '')}`] : [],
  );

/** Names that other tools know the same by: "CVE-2019-1549" of "[MEDIUM] CVE-2019-1549", "CWE-89" of a tag. */
const namesIn = (words: string): string[] =>
  words
    .slice(0, 500)
    .toUpperCase()
    .replace(/\bCWE-0+/g, 'CWE-')
    .match(/\b(?:CVE-\d{4}-\d{4,9}|GHSA(?:-[0-9A-Z]{4}){3}|GO-\d{4}-\d{4,6}|CWE-\d{1,5})\b/g) ?? [];
