import { spawnSync } from 'node:child_process';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { run } from '../../src/commands/completion.ts';
import { programFor } from '../../src/commands/program.ts';
import type { Context } from '../../src/context.ts';

const tree = programFor({} as Context, () => {});
const scriptFor = async (shell: 'bash' | 'zsh' | 'fish') => {
  const result = await run(tree, shell);
  return result.ok ? (result.value.out ?? '') : '';
};
const namesOf = (command: Command): string[] =>
  tree
    .createHelp()
    .visibleCommands(command)
    .flatMap((one) => [one.name(), ...namesOf(one)]);

test.each(['bash', 'zsh', 'fish'] as const)('%s knows every command', async (shell) => {
  const script = await scriptFor(shell);
  for (const name of namesOf(tree)) expect(script).toContain(name);
});

test('bash offers what can stand there', async () => {
  const script = await scriptFor('bash');
  const offered = (...words: string[]) => {
    const typed = ['sanctum-review', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `${script}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _sanctum_review; echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim().split(' ');
  };
  expect(offered('re')).toEqual(['resume', 'render', 'read']);
  expect(offered('drafts', 're')).toEqual(['restore']);
  expect(offered('drafts', '--json', '')).toContain('trash');
  expect(offered('render', 'abc', '--f')).toEqual(['--force']);
  expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
});
