import * as z from 'zod/mini';
import { coverageOf, noneCovered, sumOf, writtenIn } from '../coverage.ts';
import type { MeasurementFormat } from '../format.ts';
import { whatIsWrong } from '../what-is-wrong.ts';

const counts = z.object({ total: z.int().check(z.nonnegative()), covered: z.int().check(z.nonnegative()) });
const parts = ['statements', 'lines', 'functions', 'branches'] as const;
const summary = z.partial(
  z.object({ lines: counts, statements: counts, functions: counts, branches: counts }),
);
const summaries = z.record(z.string(), summary);
const looksLikeIt = z.record(z.string(), z.looseObject({ lines: z.looseObject({ pct: z.unknown() }) }));

/** Istanbul's `coverage-summary.json`, as Jest, Vitest, c8 and nyc write it: of all files, and of each. */
export const coverageSummary: MeasurementFormat = {
  name: 'coverage-summary',
  sign: /^\s*\{\s*"total"\s*:\s*\{\s*"lines"/,
  recognises(content) {
    const found = looksLikeIt.safeParse(content.json());
    return found.success && Object.keys(found.data).length > 0;
  },
  read(content) {
    const read = summaries.safeParse(content.json());
    if (!read.success) return { refused: whatIsWrong(read.error) };
    const { total, ...files } = read.data;
    const all = total ? [total] : Object.values(files);
    const sum = (part: (typeof parts)[number]) =>
      all.reduce((before, one) => sumOf(before, one[part] ?? noneCovered), noneCovered);
    return coverageOf(
      {
        'statement-coverage': sum('statements'),
        'line-coverage': sum('lines'),
        'function-coverage': sum('functions'),
        'branch-coverage': sum('branches'),
      },
      { tool: 'Istanbul', language: 'javascript', ...writtenIn(Object.keys(files)) },
    );
  },
};
