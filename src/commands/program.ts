import { Argument, Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Result } from '../failure.ts';
import { versionWithCommit } from '../package.ts';
import { keepHeapSmall } from '../tui/heap.ts';
import { paintLastScreen } from '../tui/terminal/last-screen.ts';
import type { CommandResult } from './command-result.ts';
import { addExamples, showHelp } from './printing/help.ts';
import { withProgress } from './printing/progress.ts';

/** Called with what the chosen command gives. */
export type Finish = (outcome: Result<CommandResult>) => void;

// Each command is loaded when it is used.
const screens = () => {
  keepHeapSmall();
  return import('./groups/screens.ts');
};
const reports = () => import('./groups/reports.ts');
const keeping = () => import('./groups/keeping.ts');

const draftHelp = 'an id, the beginning of one, a path to a draft in JSON, or - for standard input';
const reportHelp = 'the report in Markdown, or - for standard input';
const templateHelp = 'the template: a name or a file';
const regressionHelp = `
Exits with 1 when there is a regression: a critical or high issue that is new, a severity that rose, an issue that the
previous review lists as resolved and that is back, a recommendation, an overall risk or a status that got worse, or a
measure that got worse beyond what varies from run to run: a response time, memory or CPU by more than a tenth, a
coverage or ratio by more than one point, a count of errors, leaks or N+1 queries at all.`;

const mainHelp = `
Without a command: the home screen. There and in the wizard, F1 shows the keys.
New here? "sanctum-review demo" opens an example review to look around in.
Drafts are kept in a folder that only you can read; SANCTUM_REVIEW_HOME names
another one.`;

/**
 * All commands, with their arguments and options.
 * @param completing whether they are only described to the completion, which adds its own
 */
export function programFor(context: Context, finish: Finish, completing = false): Command {
  const program = new Command('sanctum-review')
    .description('Walks through a production readiness review of Sanctum and writes its report.')
    .version(versionWithCommit)
    .usage('[command] [options]')
    .helpCommand(false)
    .addHelpText('after', mainHelp);

  program.command('home', { hidden: true }).action(async () => {
    finish(await (await screens()).home(context));
  });
  program
    .command('new')
    .description('start a review and open the wizard')
    .option('--template <name|file>', templateHelp)
    .option('--repo <dir>', 'the reviewed repository (default: the one around the current folder)')
    .option('--from <draft|report>', 'a previous review: its issues are to be marked, its measures shown')
    .action(async (options) => finish(await (await screens()).startNew(context, options)));
  program
    .command('resume')
    .description('open a draft where it was left')
    .argument('[draft]', `${draftHelp}; without one, the draft last edited`)
    .action(async (draft) => {
      const first = paintLastScreen(draft, context);
      finish(await (await screens()).resume(context, draft, first));
    });
  program
    .command('open')
    .description('read a report into a new draft and open the wizard on it')
    .argument('<report>', 'the report in Markdown')
    .option('--template <name|file>', templateHelp)
    .action(async (report, options) => finish(await (await screens()).open(context, report, options)));
  program
    .command('demo')
    .description('open an example review to look around in; nothing of it is saved')
    .action(async () => finish(await (await screens()).demo(context)));
  addDrafts(program, context, finish);
  program
    .command('render')
    .description('write the report')
    .argument('<draft>', draftHelp)
    .option('-o, --output <file>', 'where to write it (default: standard output)')
    .option('--force', 'replace the file if it is there, and write what looks like a secret too')
    .action(async (draft, options) =>
      finish(
        await withProgress(context, [draft], 'Writing the report', async () =>
          (await reports()).render(context, draft, options),
        ),
      ),
    );
  program
    .command('read')
    .description('read a report and print it as a draft in JSON')
    .argument('<report>', reportHelp)
    .option('-o, --output <file>', 'where to write it (default: standard output)')
    .option('--save', 'keep the draft and print its id')
    .option('--template <name|file>', templateHelp)
    .action(async (report, options) =>
      finish(
        await withProgress(context, [report], 'Reading', async () =>
          (await reports()).read(context, report, options),
        ),
      ),
    );
  program
    .command('check')
    .description('report what contradicts, is missing or is left over in a draft or report')
    .argument('<draft|report>', `a draft: ${draftHelp}; or the report in Markdown`)
    .option('--json', 'as an object')
    .addOption(
      new Option('--require <verdict>', 'exit with 1 unless this or better is recommended').choices([
        'go',
        'conditional-go',
      ]),
    )
    .option('--template <name|file>', templateHelp)
    .action(async (ref, options) =>
      finish(
        await withProgress(context, [ref], 'Checking', async () =>
          (await reports()).check(context, ref, options),
        ),
      ),
    );
  program
    .command('diff')
    .description('report what two reviews found: resolved, still open, changed, new')
    .argument('<old>', 'the previous review: a draft (as for check) or a report in Markdown')
    .argument('<new>', 'the one to compare with it')
    .addOption(new Option('--json', 'as an object').conflicts('markdown'))
    .option('--markdown', 'as a section for the report: "Delta from Previous Review"')
    .option('--template <name|file>', templateHelp)
    .addHelpText('after', regressionHelp)
    .action(async (older, newer, options) =>
      finish(
        await withProgress(context, [older, newer], 'Comparing', async () =>
          (await reports()).diff(context, older, newer, options),
        ),
      ),
    );
  program
    .command('import')
    .description('keep what scanners found in a draft: SARIF, and the JSON or XML of common tools')
    .argument('<file...>', 'what a scanner wrote; its format is known by its content')
    .option('--into <draft>', 'an id, or the beginning of one (default: the draft last edited)')
    .option('--list', 'print what the files hold, and change nothing')
    .option('--json', 'as an object, with --list')
    .action(async (files, options) =>
      finish(
        await withProgress(context, files, 'Reading', async () =>
          (await keeping()).importScans(context, files, options),
        ),
      ),
    );
  addTemplates(program, context, finish);
  program
    .command('schema')
    .description('print the JSON Schema of a draft')
    .action(async () => finish(await (await keeping()).schema()));
  program
    .command('help')
    .description('show the help of a command')
    .argument('[command...]', 'the command')
    .action((names: string[]) => showHelp(program, names));
  if (completing) return program;
  program
    .command('completion')
    .description('print the completion script for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell) => finish(await (await keeping()).completion.script(shell)));
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: string[]) => {
      const { completion } = await keeping();
      finish(await completion.complete(context, programFor(context, finish, true), words));
    });
  addExamples(program);
  return program;
}

function addDrafts(program: Command, context: Context, finish: Finish): void {
  const drafts = program
    .command('drafts')
    .description('list the drafts, the last edited first')
    .option('--json', 'as an array')
    .action(async (options) => finish(await (await keeping()).drafts.list(context, options)));
  drafts
    .command('rm')
    .description('move drafts to the trash')
    .argument('<draft...>', 'an id, or the beginning of one')
    .action(async (refs) => finish(await (await keeping()).drafts.remove(context, refs)));
  drafts
    .command('restore')
    .description('get drafts back from the trash, or an earlier state of one')
    .argument('<draft...>', 'an id, or the beginning of one')
    .option('--snapshot <number>', 'the earlier state, by its number in "drafts history"')
    .addOption(new Option('--generation <number>', 'the name of --snapshot before').hideHelp())
    .action(async (refs, options) => finish(await (await keeping()).drafts.restore(context, refs, options)));
  drafts
    .command('history')
    .description('list the earlier states of a draft, the newest first')
    .argument('<draft>', 'an id, or the beginning of one')
    .option('--json', 'as an array')
    .action(async (ref, _, command) => {
      finish(await (await keeping()).drafts.history(context, ref, command.optsWithGlobals()));
    });
  drafts
    .command('trash')
    .description('list what is in the trash')
    .option('--json', 'as an array')
    .action(async (_, command) => {
      finish(await (await keeping()).drafts.trash(context, command.optsWithGlobals()));
    });
}

function addTemplates(program: Command, context: Context, finish: Finish): void {
  const templates = program.command('template').description('the report templates');
  templates
    .command('list', { isDefault: true })
    .description('list the templates that come with the program')
    .action(async () => finish(await (await keeping()).template.list()));
  templates
    .command('show')
    .description('print the report without answers')
    .argument('[name|file]', templateHelp)
    .action(async (name) => finish(await (await keeping()).template.show(context, name)));
  templates
    .command('check')
    .description('report all mistakes of a template')
    .argument('<file>', 'the template, or - for standard input')
    .action(async (file) => finish(await (await keeping()).template.check(context, file)));
}
