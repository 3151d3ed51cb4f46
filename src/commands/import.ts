import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { candidatesOf } from '../findings/candidates.ts';
import { readScanFile, type Scan } from '../findings/read-scan.ts';
import type { CommandResult } from './command-result.ts';
import { candidateTable } from './printing/candidate-table.ts';
import { candidatesJson } from './printing/candidates-json.ts';
import { scanInWords } from './printing/scan-in-words.ts';

interface Options {
  list?: boolean;
  json?: boolean;
}

/** `import FILE... --list [--json]` */
export async function run(
  context: Context,
  files: string[],
  options: Options,
): Promise<Result<CommandResult>> {
  if (!options.list) {
    const remedy = 'print what the files hold with: sanctum-review import --list FILE...';
    return failed({ where: 'import', what: 'cannot keep findings in a draft yet', remedy });
  }
  const scans = files.map((file) => readScanFile(resolve(context.cwd, file), file));
  return done(listed(scans, options, context.stdout.columns));
}

function listed(scans: Scan[], { json }: Options, columns: number | undefined): CommandResult {
  const candidates = candidatesOf(scans.map(({ findings }) => findings));
  return {
    out: json ? candidatesJson(scans, candidates) : candidateTable(candidates, columns),
    notes: scans.filter(({ refused }) => refused === null).map(scanInWords),
    problems: scans.flatMap(failureOf),
    code: scans.every(({ refused }) => refused !== null) ? 2 : 0,
  };
}

const failureOf = ({ file, refused, remedy }: Scan): Failure[] =>
  refused === null ? [] : [{ where: file, what: refused, remedy }];
