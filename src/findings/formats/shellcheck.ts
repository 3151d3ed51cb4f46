import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, isRecord, line, text } from '../shape.ts';

const comment = z.object({ file: text, line, endLine: line, level: text, code: text, message: text });

/** The list of comments, which `json1` has in an object. */
const commentsIn = (value: unknown): unknown => (isRecord(value) ? value.comments : value);

/** `shellcheck --format json` and `json1`: its `ShellCheck.Formatter.JSON` and `JSON1`. */
export const shellcheck: Format = {
  name: 'shellcheck',
  sign: /"level"\s*:\s*"\w+",\s*"code"\s*:\s*\d{4}\b/,
  recognises: ({ values: [value] }) => {
    const comments = commentsIn(value);
    return (
      areRecordsWith(comments, 'file', 'line', 'level', 'code', 'message') &&
      // hadolint's are the same, with codes like "SC2086".
      comments.every(({ code }) => typeof code === 'number')
    );
  },
  read: ({ values: [value] }) => ({
    tools: [{ name: 'ShellCheck', version: null }],
    ...findingsIn('ShellCheck', entries.parse(commentsIn(value)), comment, (one) => ({
      rule: `SC${one.code}`,
      severity: severityOf('level', one.level, 'medium'),
      message: one.message,
      places: [placeAt(one.file, one.line, one.endLine)],
    })),
  }),
};
