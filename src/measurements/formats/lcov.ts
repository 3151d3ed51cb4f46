import { type Covered, countedRun, coverageOf, noneCovered, sumOf, writtenIn } from '../coverage.ts';
import type { MeasurementFormat } from '../format.ts';

/** What the records of one file say. */
interface FileRecords {
  records: number;
  /** By line: whether it was run in any of the records. */
  lines: Map<number, boolean>;
  /** The totals that the records state, by their names: LF, LH, FNF, … */
  stated: Map<string, number>;
}

/**
 * LCOV's tracefile, a record for each file. The totals that it states count; where they are missing, or a file has
 * several records as in merged tracefiles, its lines (`DA`). https://github.com/linux-test-project/lcov
 */
export const lcov: MeasurementFormat = {
  name: 'lcov',
  sign: /^SF:/m,
  recognises: (content) =>
    content
      .lines()
      .find((line) => !/^\s*(?:TN:|#|$)/.test(line))
      ?.trimStart()
      .startsWith('SF:') === true,
  read(content) {
    const files = new Map<string, FileRecords>();
    let open: FileRecords | null = null;
    for (const line of content.lines()) {
      const [, name = '', rest = ''] = /^\s*([A-Z]+):(.*)$/.exec(line) ?? [];
      if (name === 'SF') open = begun(files, rest.trim());
      else if (line.trim() === 'end_of_record') open = null;
      else if (open) take(open, name, rest);
    }
    if (open) return { refused: 'breaks off within a record' };
    const all = [...files.values()];
    return coverageOf(
      {
        'line-coverage': all.map(linesOf).reduce(sumOf, noneCovered),
        'function-coverage': all
          .map((file) => statedIn(file, 'FN') ?? noneCovered)
          .reduce(sumOf, noneCovered),
        'branch-coverage': all.map((file) => statedIn(file, 'BR') ?? noneCovered).reduce(sumOf, noneCovered),
      },
      { tool: 'LCOV', ...writtenIn(files.keys()) },
    );
  },
};

function begun(files: Map<string, FileRecords>, path: string): FileRecords {
  const file = files.get(path) ?? { records: 0, lines: new Map(), stated: new Map() };
  files.set(path, file);
  file.records++;
  return file;
}

function take(file: FileRecords, name: string, rest: string): void {
  const [, line, times] = (name === 'DA' && /^(\d+),(-?\d+)/.exec(rest)) || [];
  if (line !== undefined) {
    const at = Number(line);
    file.lines.set(at, file.lines.get(at) === true || Number(times) > 0);
  } else if (/^(?:LF|LH|FNF|FNH|BRF|BRH)$/.test(name) && /^\s*\d{1,9}\s*$/.test(rest)) {
    // Of several records the fullest: their sum would count the file more than once.
    file.stated.set(name, Math.max(file.stated.get(name) ?? 0, Number(rest)));
  }
}

function linesOf(file: FileRecords): Covered {
  const stated = file.records === 1 || file.lines.size === 0 ? statedIn(file, 'L') : null;
  return stated ?? countedRun(file.lines);
}

/** The totals of lines (`L`), functions (`FN`) or branches (`BR`); null where the file does not state both. */
function statedIn({ stated }: FileRecords, of: 'L' | 'FN' | 'BR'): Covered | null {
  const [total, covered] = [stated.get(`${of}F`), stated.get(`${of}H`)];
  return total === undefined || covered === undefined ? null : { total, covered };
}
