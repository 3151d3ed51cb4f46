import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, flag, isRecord, part, position, text, texts } from '../shape.ts';

const result = z.object({
  check_id: text,
  path: text,
  start: position,
  end: position,
  extra: part(
    z.object({
      message: text,
      severity: text,
      is_ignored: flag,
      fix: text,
      metadata: part(z.object({ shortDescription: text, cwe: texts })),
    }),
  ),
});
const report = z.object({ results: entries, version: text });

/** `semgrep scan --json`: https://github.com/semgrep/semgrep-interfaces (`semgrep_output_v1.atd`) */
export const semgrep: Format = {
  name: 'semgrep',
  sign: /"check_id"|^\s*\{\s*"(?:errors|results)"\s*:\s*\[\s*\]\s*,\s*"(?:errors|results)"\s*:\s*\[\s*\]\s*\}/,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    Array.isArray(value.results) &&
    (areRecordsWith(value.results, 'check_id') ||
      (value.results.length === 0 &&
        Array.isArray(value.errors) &&
        // Its first versions wrote only these two.
        ('paths' in value || 'version' in value || Object.keys(value).length === 2))),
  read({ values: [value] }) {
    const { results, version } = report.parse(value);
    return { tools: [{ name: 'Semgrep', version }], ...findingsIn('Semgrep', results, result, told) };
  },
};

function told({ check_id, path, start, end, extra }: z.output<typeof result>) {
  if (extra.is_ignored) return 'suppressed' as const;
  return {
    rule: check_id,
    severity: severityOf('severity', extra.severity, 'medium'),
    title: extra.metadata.shortDescription,
    message: extra.message,
    places: [placeAt(path, start.line, end.line)],
    fix: extra.fix === '' ? '' : `Replace it with: ${extra.fix}`,
    aliases: extra.metadata.cwe.flatMap((one) => /^CWE-\d+/i.exec(one)?.[0] ?? []),
  };
}
