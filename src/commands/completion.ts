import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Complete, RootCommand } from '@bomb.sh/tab';
import describeCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { done, type Result } from '../failure.ts';
import { bundledTemplates } from '../template-library/bundled.ts';
import { oneLine, visible } from '../text/clean.ts';
import type { CommandResult } from './command-result.ts';
import { openDrafts } from './opening/open-store.ts';

/**
 * `completion bash|zsh|fish`: a script that asks `complete` for what can stand where the cursor is. What was typed is
 * handed on as it is and never evaluated: a file of the reviewed repository may have any name.
 */
export async function script(shell: 'bash' | 'zsh' | 'fish'): Promise<Result<CommandResult>> {
  return done({ out: scripts[shell] });
}

const scripts = {
  bash: `# sanctum-review completion for bash: eval "$(sanctum-review completion bash)"
_sanctum_review() {
  local value
  COMPREPLY=()
  while IFS=$'\t' read -r value _; do
    [[ $value == :* ]] || COMPREPLY+=("$value")
  done < <(sanctum-review complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  compopt -o filenames 2>/dev/null
}
complete -F _sanctum_review sanctum-review
`,
  zsh: `#compdef sanctum-review
# sanctum-review completion for zsh: source <(sanctum-review completion zsh)
_sanctum_review() {
  local value does
  local -a offers folders
  while IFS=$'\t' read -r value does; do
    case $value in
      :*) ;;
      */) folders+=("$value") ;;
      *) offers+=("\${value//:/\\:}\${does:+:$does}") ;;
    esac
  done < <(sanctum-review complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  _describe 'sanctum-review' offers
  (( $#folders )) && compadd -S '' -- $folders
}
compdef _sanctum_review sanctum-review
`,
  fish: `# sanctum-review completion for fish: sanctum-review completion fish | source
function __sanctum_review
  set -l words (commandline -opc) (commandline -ct | string collect --allow-empty)
  sanctum-review complete -- $words[2..-1] 2>/dev/null | string match -v ':*'
end
complete -c sanctum-review -f -a '(__sanctum_review)'
`,
};

/** `complete -- WORDS...`: what the last word may become, a line for each with its description. */
export async function complete(
  context: Context,
  program: Command,
  words: string[],
): Promise<Result<CommandResult>> {
  const root = describeCommands(program, { completionCommandName: 'completion' });
  // Some shells take what stands around "=" for words of their own.
  const typed = words.filter((word) => word !== '=');
  offerValues(root, context, typed);
  return done({ out: printed(() => root.parse(typed)) });
}

type Offer = (complete: Complete) => void;

/**
 * The values that a shell does not know: drafts, templates, Markdown files.
 * @param typed the words so far, the last one as much as there is of it
 */
function offerValues(root: RootCommand, context: Context, typed: readonly string[]): void {
  const word = typed.at(-1) ?? '';
  const idsOf =
    (shelf: 'list' | 'trash'): Offer =>
    (complete) => {
      const listing = openDrafts(context)[shelf]();
      for (const { id, title } of listing.ok ? listing.value.drafts : [])
        complete(id, visible(oneLine(title).text));
    };
  const drafts = idsOf('list');
  const trash = idsOf('trash');
  const files = (ending: RegExp): Offer => {
    return (complete) => {
      for (const path of filesLike(context.cwd, word, ending)) complete(path, '');
    };
  };
  const all =
    (...offers: Offer[]): Offer =>
    (complete) => {
      for (const offer of offers) offer(complete);
    };
  const reviews = all(drafts, files(/\.(?:md|markdown|json)$/i));
  const reports = files(/\.(?:md|markdown)$/i);
  const templates: Offer = (complete) => {
    for (const name of bundledTemplates()) complete(name, 'comes with the program');
  };
  const byArgument: Record<string, Offer> = {
    draft: drafts,
    report: reports,
    'draft|report': reviews,
    old: reviews,
    new: reviews,
    'name|file': all(templates, reports),
    file: files(/./),
  };
  const byOption: Record<string, Offer> = {
    template: all(templates, reports),
    from: reviews,
    output: files(/./),
    repo: files(/^$/),
    into: drafts,
  };
  const byCommand: Record<string, Record<string, Offer>> = {
    'drafts restore': { draft: all(drafts, trash) },
    help: { command: commandsBelow(root, typed.slice(1, -1)) },
    // The package knows one shell more than we have a script for.
    completion: { shell: shells },
  };
  for (const [path, command] of root.commands) {
    const own = byCommand[path];
    for (const [name, argument] of command.arguments) {
      const offer = own?.[name] ?? (argument.handler ? undefined : byArgument[name]);
      if (offer) argument.handler = offer;
    }
    for (const [name, option] of command.options) {
      const offer = byOption[name];
      if (offer) option.handler = offer;
    }
  }
}

/** The shells that there is a script for. */
const shells: Offer = (complete) => {
  for (const shell of Object.keys(scripts)) complete(shell, '');
};

/** The commands of a command, or all where none is named. */
const commandsBelow =
  (root: RootCommand, names: readonly string[]): Offer =>
  (complete) => {
    for (const [path, { description }] of root.commands) {
      const words = path.split(' ');
      const name = words.pop() ?? '';
      if (path !== '' && words.join(' ') === names.join(' ')) complete(name, description);
    }
  };

/** Folders, and files with such an ending, that begin like the word, as the word is written. */
function filesLike(cwd: string, word: string, ending: RegExp): string[] {
  const value = word.replace(/^--[\w-]+=/, '');
  const folder = value.endsWith('/') ? value : `${dirname(value)}/`;
  const shown = value.includes('/') ? folder : '';
  const start = value.endsWith('/') ? '' : basename(value);
  try {
    return readdirSync(resolve(cwd, shown || '.'), { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
      .flatMap((entry) => {
        if (entry.isDirectory()) return `${shown}${entry.name}/`;
        return ending.test(entry.name) ? `${shown}${entry.name}` : [];
      });
  } catch {
    return [];
  }
}

/** What the completion package writes to the console, which is ours to write. */
function printed(run: () => void): string {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => lines.push(line);
  try {
    run();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
}
