import * as z from 'zod/mini';
import { placeAt } from '../finding.ts';
import { type Format, findingsIn } from '../format.ts';
import { severityOf } from '../severity.ts';
import { areRecordsWith, entries, line, text } from '../shape.ts';

const failure = z.object({ code: text, message: text, level: text, file: text, line });

/** `hadolint --format json`: its `Hadolint.Formatter.Json`. */
export const hadolint: Format = {
  name: 'hadolint',
  sign: /"code"\s*:\s*"(?:DL|SC)\d/,
  recognises: ({ values: [value] }) => areRecordsWith(value, 'code', 'message', 'level', 'file'),
  read: ({ values: [value] }) => ({
    tools: [{ name: 'hadolint', version: null }],
    ...findingsIn('hadolint', entries.parse(value), failure, (one) => ({
      rule: one.code,
      severity: severityOf('level', one.level, 'medium'),
      message: one.message,
      places: [placeAt(one.file, one.line)],
    })),
  }),
};
