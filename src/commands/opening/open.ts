import type { Context } from '../../context.ts';
import { failed, type Result } from '../../failure.ts';
import { repositoryOf } from '../../repository/git.ts';
import { draftFromReport } from '../../starting/from-report.ts';
import type { CommandResult } from '../command-result.ts';
import { noTerminal } from './needs-terminal.ts';
import { keepAndOpen } from './open-screen.ts';
import { openDrafts } from './open-store.ts';

/** `open REPORT.md` */
export async function run(
  context: Context,
  report: string,
  options: { template?: string },
): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const read = await draftFromReport(context, store, report, options.template);
  if (!read.ok) return read;
  const repository = await repositoryOf(context.cwd, context.env);
  const { template, notes } = read.value;
  const draft = { ...read.value.draft, ...(repository ? { repository } : {}) };
  return keepAndOpen(context, store, {
    draft,
    template,
    ...(notes[0] ? { notice: notes[0] } : {}),
    tellReading: notes.length > 1,
  });
}
