import * as z from 'zod/mini';
import type { Refused } from '../../../files/refused.ts';
import { type Format, findingsIn, type Report } from '../../format.ts';
import { isRecord, part, text } from '../../shape.ts';
import { advisory, sentences, toldByAdvisory } from './advisories.ts';
import { packagesIn } from './npm-packages.ts';

/**
 * `npm audit --json`: version 1 (npm 6) lists advisories, version 2 (npm 7 and later) the packages that they reach:
 * https://docs.npmjs.com/cli/commands/npm-audit, npm's `audit-report` and `metavuln-calculator`.
 */
export const npmAudit: Format = {
  name: 'npm-audit',
  sign: /"auditReportVersion"|"advisories"\s*:\s*\{/,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    (isAdvisoryReport(value) ||
      ('auditReportVersion' in value && isRecord(value.vulnerabilities)) ||
      isPackageReport(value) ||
      errorIn(value) !== null),
  read({ values: [value] }) {
    const tool = { name: 'npm audit', version: null };
    if (!isRecord(value)) return { refused: 'is not of a known format' };
    if (isAdvisoryReport(value)) return advisoryReport('npm audit', value);
    if (isRecord(value.vulnerabilities)) return { tools: [tool], ...packagesIn(value.vulnerabilities) };
    return errorReport('npm audit', value);
  },
};

/** A report that lists advisories by their ids. */
export const isAdvisoryReport = (value: unknown): value is { advisories: Record<string, unknown> } =>
  isRecord(value) &&
  isRecord(value.advisories) &&
  ('metadata' in value || 'actions' in value || 'muted' in value);

const isPackageReport = ({ vulnerabilities, metadata }: Record<string, unknown>): boolean =>
  isRecord(vulnerabilities) && isRecord(metadata) && isRecord(metadata.vulnerabilities);

export function advisoryReport(
  name: string,
  { advisories }: { advisories: Record<string, unknown> },
): Report {
  return {
    tools: [{ name, version: null }],
    ...findingsIn(name, Object.values(advisories), advisory, (one) => toldByAdvisory(one)),
  };
}

const failure = z.object({
  message: text,
  error: part(z.object({ code: text, summary: text, message: text, detail: text })),
});

/** The error that an audit printed in the place of its report; null where there is none. */
export function errorIn(value: Record<string, unknown>): z.output<typeof failure> | null {
  const ofTheRegistry =
    typeof value.message === 'string' && ['uri', 'statusCode', 'method'].some((key) => key in value);
  const isError = isRecord(value.error) && Object.values(value.error).some((one) => typeof one === 'string');
  return isError || ofTheRegistry ? failure.parse(value) : null;
}

export function errorReport(name: string, value: Record<string, unknown>): Refused {
  const { message = '', error } = errorIn(value) ?? {};
  const said = sentences(
    error?.code ?? '',
    error?.summary || error?.message || message || error?.detail || '',
  ).replace('\n', ': ');
  return { refused: `is an error report of ${name}${said === '' ? '' : `: ${said}`}` };
}
