import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.ts';

const asked = 'Reviewer';
const packages: Record<string, string> = {
  '@inquirer/prompts': `import { input } from '@inquirer/prompts'; await input({ message: '${asked}' });`,
  '@clack/prompts': `import { text } from '@clack/prompts'; await text({ message: '${asked}' });`,
  enquirer: `import enquirer from 'enquirer'; await enquirer.prompt({ type: 'input', name: 'x', message: '${asked}' });`,
};

/**
 * Installs other makers of prompts into a folder of the bench's own, each with one text field; and vim on the template
 * where it is installed. None of them where there is no network: they are to compare with, and no floor.
 */
export function peers(node: string, root: string, folder: string): Record<string, Program> {
  const names = Object.keys(packages);
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  const installed = spawnSync('npm', ['install', ...options, ...names], { timeout: 60_000 });
  const found: Record<string, Program> = {};
  for (const [at, name] of installed.status === 0 ? names.entries() : []) {
    const file = join(folder, `peer${at}.mjs`);
    writeFileSync(file, packages[name] ?? '');
    found[name] = [[node, file], asked];
  }
  const template = join(root, 'templates', 'production-readiness.md');
  if (spawnSync('vim', ['--version']).status === 0)
    found.vim = [['vim', '-u', 'NONE', '-N', '-n', '+startinsert', template], 'Sanctum'];
  return found;
}
