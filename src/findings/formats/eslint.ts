import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn, together } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, flag, isRecord, line, listOf, part, position, text } from '../shape.ts';

const linted = z.object({ filePath: text, messages: entries, suppressedMessages: entries });
const message = z.object({
  ruleId: text,
  severity: text,
  fatal: flag,
  message: text,
  line,
  endLine: line,
  loc: part(z.object({ start: position, end: position })),
  suggestions: listOf(z.object({ desc: text })),
});

/** The files of a report, which `json-with-metadata` puts beside what it says of the rules. */
const filesIn = (value: unknown): unknown => (isRecord(value) ? value.results : value);

/**
 * `eslint --format json` and `json-with-metadata`: https://eslint.org/docs/latest/integrate/nodejs-api#-lintresult-type
 * Secretlint's `json` is the same, with the content of the files and its places in `loc`.
 */
export const eslint: Format = {
  name: 'eslint',
  sign: /"filePath".*"messages"/s,
  recognises: ({ values: [value] }) => areRecordsWith(filesIn(value), 'filePath', 'messages'),
  read({ values: [value] }) {
    const name = areRecordsWith(filesIn(value), 'sourceContentType') ? 'Secretlint' : 'ESLint';
    const reports = listOf(linted)
      .parse(filesIn(value))
      .map(({ filePath, messages, suppressedMessages }) => ({
        tools: [],
        ...findingsIn(name, messages, message, (one) => told(filePath, one)),
        suppressed: suppressedMessages.length,
      }));
    return { ...together(reports), tools: [{ name, version: null }] };
  },
};

/** How ESLint numbers its severities. */
const severityNames: Record<string, string> = { '1': 'warning', '2': 'error' };

function told(path: string, one: z.output<typeof message>) {
  return {
    // Without a rule: the file cannot be parsed, or the configuration is wrong.
    rule: one.ruleId || (one.fatal ? 'parsing error' : 'eslint'),
    severity: severityOf('severity', severityNames[one.severity] ?? one.severity, 'medium'),
    message: one.message,
    places: [placeAt(path, one.line ?? one.loc.start.line, one.endLine ?? one.loc.end.line)],
    fix: one.suggestions.map(({ desc }) => desc).join('\n'),
  };
}
