import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { done, failed, type Result } from '../failure.ts';
import { candidatesOf } from '../findings/candidates.ts';
import { keptFindings } from '../findings/kept-findings.ts';
import { readScanFile, type Scan } from '../findings/read-scan.ts';
import type { CommandResult } from './command-result.ts';
import { importInto } from './importing/import-into.ts';
import { refusalsOf } from './importing/refusals.ts';
import { candidateTable } from './printing/scans/candidate-table.ts';
import { candidatesJson } from './printing/scans/candidates-json.ts';
import { measurementTable } from './printing/scans/measurement-table.ts';
import { scanInWords } from './printing/scans/scan-in-words.ts';

interface Options {
  list?: boolean;
  json?: boolean;
  into?: string;
}

/** `import FILE... [--into DRAFT]`, and `import FILE... --list [--json]` */
export async function run(
  context: Context,
  files: string[],
  options: Options,
): Promise<Result<CommandResult>> {
  if (options.json && !options.list)
    return failed({ where: '--json', what: 'is only for --list', remedy: 'add --list, or leave --json out' });
  const read = (name: (path: string, file: string) => string) =>
    files.map((file) => {
      const path = resolve(context.cwd, file);
      return readScanFile(path, name(path, file));
    });
  if (!options.list) return importInto(context, options.into, read);
  return done(
    listed(
      read((_, file) => file),
      options,
      context.stdout.columns,
    ),
  );
}

function listed(scans: Scan[], { json }: Options, columns: number | undefined): CommandResult {
  const candidates = candidatesOf(keptFindings(scans));
  return {
    out: json
      ? candidatesJson(scans, candidates)
      : candidateTable(candidates, columns) + measurementTable(scans, columns),
    notes: scans.filter(({ refused }) => refused === null).map(scanInWords),
    problems: refusalsOf(scans),
    code: scans.every(({ refused }) => refused !== null) ? 2 : 0,
  };
}
