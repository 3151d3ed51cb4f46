import { type Severity, severities } from '../../fields/issue.ts';
import type { Line } from '../../markdown/scan.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Doubt } from '../read-result.ts';

/** Counts that differ from the issues that were read. */
export function wrongCounts(
  template: Template,
  review: Review,
  stated: ReadonlyMap<Severity, { count: number; at: number }>,
): Doubt[] {
  const page = template.pages.find(({ blocks }) => blocks.some(({ type }) => type === 'counts'));
  const [field] = page?.fields ?? [];
  if (field === undefined) return [];
  const present = countBySeverity(review);
  return severities.flatMap((severity) => {
    const said = stated.get(severity);
    if (!said || said.count === present[severity]) return [];
    const what = `the summary says ${said.count} ${severity}, and ${present[severity]} were found: the number is worked out`;
    return [{ key: field, line: said.at + 1, what }];
  });
}

/** Fields of which exactly one option holds, that have no answer though the report names an option somewhere. */
export function openVerdicts(
  template: Template,
  { review, unclear }: { review: Review; unclear: Doubt[] },
  lines: Line[],
): Doubt[] {
  const fields = Object.values(template.fields).filter(
    ({ kind, id }) => kind === 'one-of' && !(id in review.answers) && !unclear.some(({ key }) => key === id),
  );
  return fields.flatMap(({ id, label, options = [], lines: own = [] }) => {
    const name = new RegExp(
      `(?<![\\p{L}\\p{N}/-])(?:${options.map(escaped).join('|')})(?![\\p{L}\\p{N}/-])`,
      'u',
    );
    const shown = new Set(own.map((line) => line.trim()));
    const line = lines.find(
      ({ text, kind }) => kind !== 'fence' && name.test(text) && !shown.has(text.trim()),
    );
    const [said] = line ? (name.exec(line.text) ?? []) : [];
    if (!line || said === undefined) return [];
    // No more of the line than the option: it may hold what is to stay within the report.
    const what = `${label} is left open: "${said}" stands there, but not as a clear answer`;
    return [{ key: id, line: line.at + 1, what }];
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
