import * as z from 'zod/mini';
import { countedRun, coverageOf, writtenIn } from '../coverage.ts';
import type { MeasurementFormat } from '../format.ts';
import { whatIsWrong } from '../what-is-wrong.ts';

const looksLikeIt = z.record(
  z.string(),
  z.looseObject({ statementMap: z.looseObject({}), s: z.looseObject({}) }),
);
const count = z.number().check(z.nonnegative());
const counts = z.record(z.string(), count);
const coverage = z.record(
  z.string(),
  z.object({
    statementMap: z.record(z.string(), z.object({ start: z.object({ line: z.number() }) })),
    s: counts,
    f: z._default(counts, {}),
    b: z._default(z.record(z.string(), z.array(count)), {}),
  }),
);

/** Istanbul's `coverage-final.json`: how often each statement, function and branch of each file was run. */
export const coverageFinal: MeasurementFormat = {
  name: 'coverage-final',
  sign: /"statementMap"/,
  recognises(content) {
    const found = looksLikeIt.safeParse(content.json());
    return found.success && Object.keys(found.data).length > 0;
  },
  read(content) {
    const read = coverage.safeParse(content.json());
    if (!read.success) return { refused: whatIsWrong(read.error) };
    const [statements, lines, functions, branches] = [run(), run(), run(), run()];
    for (const [path, { statementMap, s, f, b }] of Object.entries(read.data)) {
      for (const [id, times] of Object.entries(s)) {
        statements.set(`${path} ${id}`, times > 0);
        const line = `${path} ${statementMap[id]?.start.line}`;
        lines.set(line, lines.get(line) === true || times > 0);
      }
      for (const [id, times] of Object.entries(f)) functions.set(`${path} ${id}`, times > 0);
      for (const [id, all] of Object.entries(b))
        for (const [at, times] of all.entries()) branches.set(`${path} ${id} ${at}`, times > 0);
    }
    return coverageOf(
      {
        'statement-coverage': countedRun(statements),
        'line-coverage': countedRun(lines),
        'function-coverage': countedRun(functions),
        'branch-coverage': countedRun(branches),
      },
      { tool: 'Istanbul', language: 'javascript', ...writtenIn(Object.keys(read.data)) },
    );
  },
};

const run = () => new Map<string, boolean>();
