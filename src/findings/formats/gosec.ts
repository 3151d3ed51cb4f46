import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, flag, isRecord, line, part, text } from '../shape.ts';

const issue = z.object({
  severity: text,
  confidence: text,
  cwe: part(z.object({ id: text })),
  rule_id: text,
  details: text,
  file: text,
  line: text,
  nosec: flag,
  suppressions: entries,
  autofix: text,
});

/** `gosec -fmt json`: gosec's `core.go` (ReportInfo) and `issue/issue.go`. */
export const gosec: Format = {
  name: 'gosec',
  sign: /"Golang errors"|"rule_id"\s*:\s*"G\d/,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    'Issues' in value &&
    ('Stats' in value || 'Golang errors' in value || areRecordsWith(value.Issues, 'rule_id')),
  read({ values: [value] }) {
    const { Issues: issues, GosecVersion: version } = report.parse(value);
    return { tools: [{ name: 'gosec', version }], ...findingsIn('gosec', issues, issue, told) };
  },
};

const report = z.object({ Issues: entries, GosecVersion: text });

function told(one: z.output<typeof issue>) {
  if (one.nosec || one.suppressions.length > 0) return 'suppressed' as const;
  // Lines are texts: "79", or "79-81" for several.
  const [from = '', to = ''] = one.line.split('-');
  return {
    rule: one.rule_id,
    severity: severityOf('severity', one.severity, 'medium'),
    message: one.details,
    places: [placeAt(one.file, line.parse(from), line.parse(to))],
    fix: one.autofix,
    aliases: one.cwe.id === '' ? [] : [`CWE-${one.cwe.id}`],
  };
}
