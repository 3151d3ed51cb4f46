import { type Command, CommanderError } from 'commander';
import type { Context } from '../context.ts';
import { type Failure, failed, type Result } from '../failure.ts';
import { visible } from '../text/clean.ts';
import type { CommandResult } from './command-result.ts';
import { linesOf, noteLine, write } from './printing/print.ts';
import { unexpectedError } from './printing/unexpected-error.ts';
import { programFor } from './program.ts';

/** Runs the program. Everything that it has to say is said; gives the exit code. Never throws. */
export async function main(context: Context): Promise<number> {
  // The reader may go away while there is still something to say (`| head`): no reason to complain.
  for (const stream of [context.stdout, context.stderr]) stream.on('error', () => {});
  const result = await outcomeOf(context);
  return say(context, result);
}

async function outcomeOf(context: Context): Promise<Result<CommandResult>> {
  let result: Result<CommandResult> = { ok: true, value: {} };
  let help = '';
  let usage: Failure | null = null;
  const program = programFor(context, (outcome) => {
    result = outcome;
  });
  for (const command of allOf(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => {},
      outputError: (text) => {
        usage = misuse(command, text);
      },
    });
  }
  try {
    await program.parseAsync(context.args.length === 0 ? ['home'] : context.args, { from: 'user' });
    return result;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failed(unexpectedError(error, context));
    return error.exitCode === 0
      ? { ok: true, value: { out: help } }
      : failed(usage ?? misuse(program, error.message));
  }
}

async function say({ stdout, stderr }: Context, result: Result<CommandResult>): Promise<number> {
  const { out, notes = [], problems = [], code = 0 } = result.ok ? result.value : failure(result.failures);
  // Data goes on as it is, but a terminal would obey what it holds.
  const lost = out ? await write(stdout, stdout.isTTY ? visible(out) : out) : null;
  const broken = lost && (lost as NodeJS.ErrnoException).code !== 'EPIPE' ? [unwritten(lost)] : [];
  const said = [...notes.map(noteLine), ...[...problems, ...broken].map(linesOf)].join('');
  if (said) await write(stderr, said);
  return broken.length > 0 ? 2 : code;
}

const failure = (problems: Failure[]): CommandResult => ({ problems, code: 2 });

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

/** Commander's words as one line, with what it guesses was meant. */
function misuse(command: Command, text: string): Failure {
  const [what = '', guess] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const meant = guess ? `${guess.replace(/^\(|\)$/g, '')} ` : '';
  return { where: '', what, remedy: `${meant}See: ${pathOf(command)} --help` };
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

const unwritten = (error: Error): Failure => ({
  where: 'standard output',
  what: `could not be written (${error.message})`,
  remedy: 'make room, or write it elsewhere',
});
