import type { Command } from 'commander';
import { done, type Result } from '../failure.ts';
import type { CommandResult } from './command-result.ts';

interface Node {
  /** The words that lead here: "drafts rm"; empty for the program itself. */
  path: string;
  commands: { name: string; does: string }[];
  options: { name: string; does: string; takesValue: boolean }[];
  /** What its arguments may be, where they are fixed. */
  choices: string[];
}

/** `completion bash|zsh|fish`: made from the commands as they are declared. */
export async function run(program: Command, shell: 'bash' | 'zsh' | 'fish'): Promise<Result<CommandResult>> {
  const nodes = nodesOf(program, '');
  return done({ out: { bash, zsh, fish }[shell](program.name(), nodes) });
}

function nodesOf(command: Command, path: string): Node[] {
  const help = command.createHelp();
  const shown = help.visibleCommands(command);
  const node: Node = {
    path,
    commands: shown.map((one) => ({ name: one.name(), does: one.description() })),
    options: help
      .visibleOptions(command)
      .flatMap((option) =>
        [option.short, option.long].flatMap((name) =>
          name ? [{ name, does: option.description, takesValue: option.required || option.optional }] : [],
        ),
      ),
    choices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  };
  return [node, ...shown.flatMap((one) => nodesOf(one, `${path} ${one.name()}`.trim()))];
}

const wordsOf = (node: Node) =>
  [...node.commands, ...node.options].map(({ name }) => name).concat(node.choices);

/** The words so far that name a command, in a variable `path`; options are passed over. */
const walk = (nodes: Node[]) => `case "$path $word" in
      ${nodes.flatMap(({ path }) => (path ? [`" ${path}"`] : [])).join('|')}) path="$path $word" ;;
    esac`;

function bash(name: string, nodes: Node[]): string {
  const cases = nodes.map((node) => `    "${spaced(node.path)}") words="${wordsOf(node).join(' ')}" ;;`);
  return `# ${name} completion for bash: eval "$(${name} completion bash)"
_${ident(name)}() {
  local path="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    ${walk(nodes)}
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _${ident(name)} ${name}
`;
}

function zsh(name: string, nodes: Node[]): string {
  const cases = nodes.map((node) => {
    const described = [...node.commands, ...node.options].map(({ name: word, does }) =>
      quoted(`${word}:${does}`),
    );
    return `    "${spaced(node.path)}") offers=(${[...described, ...node.choices].join(' ')}) ;;`;
  });
  return `#compdef ${name}
# ${name} completion for zsh: source <(${name} completion zsh)
_${ident(name)}() {
  local path_="" word
  local -a offers
  for word in "\${(@)words[2,CURRENT-1]}"; do
    ${walk(nodes).replaceAll('$path', '$path_').replaceAll('path="', 'path_="')}
  done
  case "$path_" in
${cases.join('\n')}
  esac
  _describe '${name}' offers || _files
}
compdef _${ident(name)} ${name}
`;
}

function fish(name: string, nodes: Node[]): string {
  const lines = nodes.flatMap((node) => {
    const when = conditionOf(node);
    return [
      ...node.commands.map(
        ({ name: word, does }) => `complete -c ${name} -n ${when} -f -a ${word} -d ${quoted(does)}`,
      ),
      ...node.choices.map((word) => `complete -c ${name} -n ${when} -f -a ${word}`),
      ...node.options.map(({ name: word, does, takesValue }) => {
        const flag = word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`;
        return `complete -c ${name} -n ${when} ${flag}${takesValue ? ' -r' : ''} -d ${quoted(does)}`;
      }),
    ];
  });
  return `# ${name} completion for fish: ${name} completion fish | source\n${lines.join('\n')}\n`;
}

function conditionOf({ path, commands }: Node): string {
  const seen = path
    .split(' ')
    .filter(Boolean)
    .map((word) => `__fish_seen_subcommand_from ${word}`);
  const none = path === '' ? '__fish_use_subcommand' : '';
  const deeper =
    path && commands.length > 0
      ? [`not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(' ')}`]
      : [];
  return quoted([none, ...seen, ...deeper].filter(Boolean).join('; and '));
}

const spaced = (path: string) => (path ? ` ${path}` : '');
const ident = (name: string) => name.replaceAll('-', '_');
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
