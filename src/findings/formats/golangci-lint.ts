import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, isRecord, line, listOf, part, text } from '../shape.ts';

const issue = z.object({
  FromLinter: text,
  Text: text,
  Severity: text,
  Pos: part(z.object({ Filename: text, Line: line })),
  LineRange: part(z.object({ From: line, To: line })),
  SuggestedFixes: listOf(z.object({ Message: text })),
});
const report = z.object({ Issues: entries, Report: part(z.object({ Error: text })) });

/**
 * golangci-lint's JSON, the same in its versions 1 (`--out-format json`) and 2 (`--output.json.path`): its
 * `pkg/printers/json.go` and `pkg/result/issue.go`.
 */
export const golangciLint: Format = {
  name: 'golangci-lint',
  sign: /"FromLinter"|"Issues".*"Linters"/s,
  recognises: ({ values: [value] }) =>
    isRecord(value) &&
    'Issues' in value &&
    (isRecord(value.Report) || areRecordsWith(value.Issues, 'FromLinter')),
  read({ values: [value] }) {
    const { Issues: issues, Report } = report.parse(value);
    if (issues.length === 0 && Report.Error !== '')
      return { refused: `is an error report of golangci-lint: ${Report.Error}` };
    const tools = [{ name: 'golangci-lint', version: null }];
    return { tools, ...findingsIn('golangci-lint', issues, issue, told) };
  },
};

/** Linters that write the name of their own rule first: "exported: exported function New should have a comment". */
const withRules = ['gocritic', 'govet', 'revive'];

function told(one: z.output<typeof issue>) {
  // So do all that number their rules: "G404: Use of weak random number generator".
  const named = withRules.includes(one.FromLinter)
    ? /^([A-Za-z][\w-]*): (.*)$/s
    : /^([A-Z]{1,4}\d{3,5}): (.*)$/s;
  const [, code = '', rest = one.Text] = named.exec(one.Text) ?? [];
  return {
    rule: code === '' ? one.FromLinter : `${one.FromLinter}/${code}`,
    severity: severityOf('severity', one.Severity, 'low'),
    message: rest,
    places: [placeAt(one.Pos.Filename, one.Pos.Line ?? one.LineRange.From, one.LineRange.To)],
    fix: one.SuggestedFixes.map(({ Message }) => Message).join('\n'),
  };
}
