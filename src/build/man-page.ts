import { PassThrough } from 'node:stream';
import type { Command, Help } from 'commander';
import { examplesOf } from '../commands/printing/help.ts';
import { programFor } from '../commands/program.ts';
import type { Context } from '../context.ts';
import { version } from '../package.ts';

/** Returns the manual page, in the language of `man`: made from the same table of commands as `--help`. */
export function manPage(): string {
  const program = programFor(nowhere(), () => {});
  const help = program.createHelp();
  return [
    `.TH SANCTUM\\-REVIEW 1 "" "sanctum\\-review ${version}" "User Commands"`,
    ...section('NAME', 'sanctum-review - write a production readiness review in the terminal'),
    ...section('SYNOPSIS', program.name(), program.usage()),
    ...section('DESCRIPTION', program.description()),
    text('Without a command, the home screen is opened. There and in the wizard, F1 shows the keys.'),
    ...section('COMMANDS'),
    ...commandsOf(program, help).flatMap(([path, command]) => commandLines(path, command, help)),
    ...section('EXIT STATUS'),
    ...item('0', 'done'),
    ...item('1', 'the answer is no: check found an error, diff a regression, template check a mistake'),
    ...item('2', 'it could not be done; standard error says why, and what to do'),
    ...section('ENVIRONMENT'),
    ...item('SANCTUM_REVIEW_HOME', 'the folder for drafts, the trash and kept templates'),
    ...item('VISUAL, EDITOR', 'the editor that Ctrl+O opens'),
    ...item('NO_COLOR, FORCE_COLOR', 'without colors; with colors where none were expected'),
    ...item('INK_SCREEN_READER', 'set to "true": the screens are linear text for a screen reader'),
    ...section('EXAMPLES'),
    ...examplesOf('').flatMap(([example, does]) => item(example, does)),
    '',
  ].join('\n');
}

/** All commands that are shown, each with its whole name below the program's. */
export function commandsOf(parent: Command, help: Help, path = ''): [path: string, command: Command][] {
  return help.visibleCommands(parent).flatMap((command) => {
    // Commander offers one of its own below each command that has others.
    if (path !== '' && command.name() === 'help') return [];
    const own = `${path} ${command.name()}`.trim();
    return [[own, command] as [string, Command], ...commandsOf(command, help, own)];
  });
}

function commandLines(path: string, command: Command, help: Help): string[] {
  const names = help.visibleArguments(command).map((argument) => help.argumentTerm(argument));
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  return [
    `.SS ${escaped([path, ...command.registeredArguments.map((one) => termOf(one.name(), one.required))].join(' '))}`,
    text(`${command.description()}.`),
    ...help
      .visibleArguments(command)
      .flatMap((one, at) => item(names[at] ?? '', help.argumentDescription(one))),
    ...options.flatMap((one) => item(help.optionTerm(one), help.optionDescription(one))),
    ...examplesOf(path).flatMap(([example, does]) => item(example, does)),
  ];
}

const termOf = (name: string, required: boolean): string => (required ? `<${name}>` : `[${name}]`);

const section = (title: string, ...paragraphs: string[]): string[] => [
  `.SH ${title}`,
  ...(paragraphs.length > 0 ? [text(paragraphs.join(' '))] : []),
];

const item = (term: string, does: string): string[] => ['.TP', `.B ${escaped(term)}`, text(does)];

/** Words of a paragraph: what begins with a dot or an apostrophe would be a command to `man`. */
const text = (words: string): string => escaped(words).replace(/^(?=[.'])/, '\\&');

const escaped = (words: string): string =>
  words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/\s+/g, ' ');

/** Commands are only described: they are given nothing to work with. */
export function nowhere(): Context {
  const stream = new PassThrough() as never;
  return {
    args: [],
    env: {},
    cwd: '/',
    now: () => new Date(0),
    stdin: stream,
    stdout: stream,
    stderr: stream,
  };
}
