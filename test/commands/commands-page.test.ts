import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandsOf, nowhere } from '../../src/build/man-page.ts';
import { examplesOf } from '../../src/commands/printing/help.ts';
import { programFor } from '../../src/commands/program.ts';
import { kinds } from '../../src/fields/kinds.ts';

const program = programFor(nowhere(), () => {});
const help = program.createHelp();
const commands = commandsOf(program, help);
const optionsOf = (command: (typeof commands)[number][1]) =>
  help.visibleOptions(command).filter(({ long }) => long !== '--help');

// `npm test -- -u` writes it anew.
test('the page of the commands is made of the table of commands', async () => {
  const parts = commands.map(([path, command]) => {
    const rows = [
      ...help.visibleArguments(command).map((one) => [help.argumentTerm(one), help.argumentDescription(one)]),
      ...optionsOf(command).map((one) => [help.optionTerm(one), help.optionDescription(one)]),
    ].map(
      ([term = '', does = '']) => `| \`${term.replaceAll('|', '\\|')}\` | ${does.replaceAll('|', '\\|')} |`,
    );
    const examples = examplesOf(path).map(([example, does]) => `${example}   # ${does}`);
    return [
      `## ${path}`,
      `${command.description()}.`,
      ...(rows.length > 0 ? [['| | |', '| --- | --- |', ...rows].join('\n')] : []),
      ['```sh', ...examples, '```'].join('\n'),
    ].join('\n\n');
  });
  const page = `# Commands\n\n\`sanctum-review COMMAND --help\` prints the same.\n\n${parts.join('\n\n')}\n`;
  await expect(page).toMatchFileSnapshot('../../src/commands/README.md');
});

test('the README has every command, and the page of templates every kind of field', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const readme = read('README.md');
  expect(commands.map(([path]) => path).filter((path) => !readme.includes(path))).toEqual([]);
  for (const kind of Object.keys(kinds)) expect(read('src/template/README.md')).toContain(`\`${kind}\``);
});
