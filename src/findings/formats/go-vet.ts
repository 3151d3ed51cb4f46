import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn, type Report, together } from '../format.ts';
import { severityOf } from '../severity.ts';
import { isRecord, line, text } from '../shape.ts';

const diagnostic = z.object({ posn: text, message: text });

/**
 * `go vet -json`: for each package an object of its analyzers and what they found, with `# package` lines between:
 * golang.org/x/tools/go/analysis/internal/analysisflags (JSONTree).
 */
export const goVet: Format = {
  name: 'go-vet',
  sign: /"posn"/,
  writesSeveral: true,
  recognises: ({ values, others }) => {
    // Packages without a finding are empty objects: one alone could be anything.
    const says = values.length > 1 || others.some((one) => one.text.startsWith('# '));
    return values.length > 0 && values.every(isTree) && (says || values.some(hasAnalyzers));
  },
  read({ values }) {
    const reports = values.flatMap((packages) =>
      isRecord(packages) ? Object.values(packages).filter(isRecord).flatMap(analyzers) : [],
    );
    return { ...together(reports), tools: [{ name: 'go vet', version: null }] };
  },
};

const isTree = (value: unknown): boolean =>
  isRecord(value) &&
  Object.values(value).every((one) => isRecord(one) && Object.values(one).every(isOfAnAnalyzer));

const hasAnalyzers = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).some((one) => isRecord(one) && Object.keys(one).length > 0);

const isOfAnAnalyzer = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((one) => isRecord(one) && 'posn' in one && 'message' in one)
    : isRecord(value) && typeof value.error === 'string';

function analyzers(byAnalyzer: Record<string, unknown>): Report[] {
  return Object.entries(byAnalyzer).map(([rule, found]) => {
    // An analyzer that could not run reports an error in the place of its findings.
    if (!Array.isArray(found)) return { tools: [], findings: [], suppressed: 0, unreadable: 1 };
    return {
      tools: [],
      ...findingsIn('go vet', found, diagnostic, ({ posn, message }) => {
        const [, path = posn, from = ''] = /^(.*?):(\d+)(?::\d+)?$/.exec(posn) ?? [];
        return {
          rule,
          severity: severityOf('severity', '', 'medium'),
          message,
          places: [placeAt(path, line.parse(from))],
        };
      }),
    };
  });
}
