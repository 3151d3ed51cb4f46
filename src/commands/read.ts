import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { done, failed, type Result } from '../failure.ts';
import { writeReport } from '../repository/report-file.ts';
import { draftFromReport } from '../starting/from-report.ts';
import type { CommandResult } from './command-result.ts';
import { openDrafts } from './opening/open-store.ts';

/** `read REPORT.md [-o FILE] [--save]` */
export async function run(
  context: Context,
  report: string,
  options: { output?: string; save?: boolean; template?: string },
): Promise<Result<CommandResult>> {
  const store = openDrafts(context);
  const read = await draftFromReport(context, store, report, options.template);
  if (!read.ok) return read;
  const { draft, notes } = read.value;
  const json = `${JSON.stringify(draft, null, 2)}\n`;
  if (options.output !== undefined && options.output !== '-') {
    const written = writeReport(resolve(context.cwd, options.output), json, { overwrite: false });
    if (!written.ok) return written;
    if ('exists' in written.value) return failed(thereAlready(options.output));
  }
  if (options.save) {
    const saved = store.save(draft);
    if (!saved.ok) return saved;
    return done({
      out: `${draft.id}\n`,
      notes: [...notes, `Open it with: sanctum-review resume ${draft.id}`],
    });
  }
  return done({ notes, ...(options.output === undefined || options.output === '-' ? { out: json } : {}) });
}

const thereAlready = (path: string) => ({
  where: path,
  what: 'already exists and was not changed',
  remedy: 'choose another path, or move that file away',
});
