import type { Field } from '../fields/field.ts';
import type { Value } from '../fields/value.ts';

/** The template's own references, with the previous report in the place that one of them keeps for it. */
export function withReport(field: Field, report: string): Value {
  if (field.kind !== 'list') return report;
  const lines = Array.isArray(field.default) ? (field.default as string[]) : [];
  const line = `Previous Review: ${asCode(report)}`;
  const place = lines.findIndex(isPlaceOfReport);
  return place === -1 ? [...lines, line] : lines.with(place, line);
}

/** Whether an entry of the template's own references keeps the place for the previous report. */
export const isPlaceOfReport = (entry: string): boolean => /^previous review:/i.test(entry);

/** A path as code, unless a sign in it ends that. */
export const asCode = (path: string): string => (path.includes('`') ? path : `\`${path}\``);
