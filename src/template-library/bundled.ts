import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, type Result } from '../failure.ts';
import type { Template } from '../template/template.ts';
import { unpacked } from './cache.ts';

/** Returns where the bundled templates are: beside the chunks that were built, or at the top of the checkout. */
function bundledFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, ...(basename(here) === 'chunks' ? ['..'] : ['..', '..']), 'templates');
}

/** The names of the templates that come with the program. */
export function bundledTemplates(): string[] {
  const files = readdirSync(bundledFolder()).filter((file) => file.endsWith('.md'));
  return files.map((file) => basename(file, '.md')).sort();
}

/** The file of a filled report that shows what such a template is for. */
export const exampleReport = (name: string): string => join(bundledFolder(), 'examples', `${name}.md`);

/** What was loaded, by name: these do not change while the program runs. */
const loaded = new Map<string, Promise<Result<Template>>>();

/** One of these: the build has compiled and proved it; in a checkout it is compiled at its first use. */
export function loadBundled(name: string): Promise<Result<Template>> {
  const template = loaded.get(name) ?? load(name);
  loaded.set(name, template);
  return template;
}

async function load(name: string): Promise<Result<Template>> {
  const file = join(bundledFolder(), `${name}.md`);
  const source = readFileSync(file, 'utf8');
  const json = file.replace(/\.md$/, '.json');
  const compiled = existsSync(json) ? unpacked(readFileSync(json, 'utf8'), source) : null;
  if (compiled) return done(compiled);
  const { compile } = await import('../template/compile.ts');
  return compile(source, file);
}
