import type { Command } from 'commander';

/** What each command is asked like, most useful first. */
const examples: Record<string, [example: string, does: string][]> = {
  '': [
    ['sanctum-review', 'opens the home screen'],
    ['sanctum-review new --repo ~/src/sanctum', 'starts a review of that repository'],
  ],
  new: [
    ['sanctum-review new', 'reviews the repository around the current folder'],
    ['sanctum-review new --from docs/reports/2026-02-13.md', 'follows up on that review'],
  ],
  resume: [
    ['sanctum-review resume', 'opens the draft that was last edited'],
    ['sanctum-review resume k3f9', 'opens the draft whose id begins like that'],
  ],
  open: [
    ['sanctum-review open docs/reports/2026-02-13.md', 'edits a copy of that report as a new draft'],
    ['sanctum-review open audit.md --template team.md', 'reads it with a template of your own'],
  ],
  demo: [
    ['sanctum-review demo', 'opens the example: change it, preview its report, leave'],
    ['NO_COLOR=1 sanctum-review demo', 'the same without colours'],
  ],
  drafts: [
    ['sanctum-review drafts', 'lists the drafts'],
    ["sanctum-review drafts --json | jq -r '.[0].id'", 'prints the id of the one last edited'],
  ],
  'drafts rm': [
    ['sanctum-review drafts rm k3f9', 'moves one draft to the trash'],
    ['sanctum-review drafts rm k3f9 m2x7', 'moves two'],
  ],
  'drafts restore': [
    ['sanctum-review drafts restore k3f9', 'gets a draft back from the trash'],
    ['sanctum-review drafts restore k3f9 --snapshot 3', 'goes back to an earlier state of it'],
  ],
  'drafts history': [
    ['sanctum-review drafts history k3f9', 'lists the earlier states of a draft'],
    ['sanctum-review drafts history k3f9 --json', 'prints them as an array'],
  ],
  'drafts trash': [
    ['sanctum-review drafts trash', 'lists the drafts in the trash'],
    ['sanctum-review drafts trash --json', 'prints them as an array'],
  ],
  render: [
    ['sanctum-review render k3f9', 'prints the report'],
    ['sanctum-review render k3f9 -o docs/reports/2026-02-13.md', 'writes it to a file'],
  ],
  read: [
    ['sanctum-review read report.md --save', 'keeps a report as a draft'],
    ["sanctum-review read report.md | jq '.review.issues | length'", 'counts its issues'],
  ],
  check: [
    ['sanctum-review check docs/reports/2026-02-13.md', 'lists what is wrong or missing'],
    ['sanctum-review check k3f9 --require go', 'fails unless GO is recommended, without an error'],
  ],
  diff: [
    ['sanctum-review diff old.md new.md', 'compares two reports'],
    ['sanctum-review diff old.md k3f9 --markdown', 'prints the section for the new report'],
  ],
  import: [
    ['sanctum-review import gosec.json audit.json --into k3f9', 'keeps their findings in a draft'],
    [
      'sanctum-review import --list scan.sarif audit.json',
      'lists the findings, those that say the same as one',
    ],
  ],
  template: [
    ['sanctum-review template show', 'prints the template without annotations'],
    ['sanctum-review template check team.md', 'lists all mistakes of a template of your own'],
  ],
  'template list': [
    ['sanctum-review template list', 'lists the templates that come with the program'],
    ['sanctum-review template', 'does the same'],
  ],
  'template show': [
    ['sanctum-review template show', 'prints the usual template'],
    ['sanctum-review template show team.md', 'prints one of your own'],
  ],
  'template check': [
    ['sanctum-review template check team.md', 'lists all mistakes of a template'],
    ['sanctum-review template check - < team.md', 'reads it from standard input'],
  ],
  schema: [
    ['sanctum-review schema', 'prints the JSON Schema of a draft'],
    ['sanctum-review schema > draft.schema.json', 'keeps it for an editor'],
  ],
  completion: [
    ['eval "$(sanctum-review completion bash)"', 'completes in this shell'],
    ['sanctum-review completion fish > ~/.config/fish/completions/sanctum-review.fish', 'in every one'],
  ],
  help: [
    ['sanctum-review help check', 'shows the help of a command'],
    ['sanctum-review help drafts restore', 'shows that of a command of a command'],
  ],
};

/** What a command is asked like, by its name: of a command of a command `drafts rm`. */
export const examplesOf = (path: string): [example: string, does: string][] => examples[path] ?? [];

/** What the exit codes mean where 1 is an answer. */
const answersNo: Record<string, string> = {
  '': 'the answer is no (check, diff, template check)',
  check: 'an error was found, or less is recommended than --require asks for',
  diff: 'there is a regression',
  'template check': 'the template has a mistake',
};

/** Ends the help of a command, and of all below it, with examples and the exit codes. */
export function addExamples(command: Command, path = ''): void {
  const own = examplesOf(path);
  const no = answersNo[path];
  const codes = [
    ['0', 'done'],
    ...(no ? [['1', no]] : []),
    ['2', 'it could not be done: standard error says why, and what to do'],
  ];
  command.addHelpText(
    'after',
    [
      '\nExamples:',
      ...own.map(([example, does]) => `  ${example}\n      ${does}`),
      '\nExit codes:',
      ...codes.map(([code, means]) => `  ${code}  ${means}`),
    ].join('\n'),
  );
  for (const one of command.commands) addExamples(one, `${path} ${one.name()}`.trim());
}

/** `help [COMMAND...]`: throws what commander throws after help, or for a command that does not exist. */
export function showHelp(program: Command, names: string[]): never {
  let command = program;
  for (const name of names) {
    const next = program
      .createHelp()
      .visibleCommands(command)
      .find((one) => one.name() === name);
    command = next ?? command.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
  }
  return command.help();
}
