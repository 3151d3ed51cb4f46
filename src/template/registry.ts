import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, failed, type Problem, type Result } from '../problem.ts';
import type { Template } from './template.ts';

/** A template of 1 MiB is none: the report it makes would be hundreds of pages. */
const limit = 1024 * 1024;

/** Where the bundled templates are: beside the bundle, or at the top of the checkout. */
function bundledFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, 'templates'), join(here, '..', '..', 'templates')].find((folder) =>
    existsSync(folder),
  );
  return found ?? join(here, 'templates');
}

/** The names of the templates that come with the program. */
export function bundledTemplates(): string[] {
  const files = readdirSync(bundledFolder()).filter((file) => file.endsWith('.md'));
  return files.map((file) => basename(file, '.md')).sort();
}

/**
 * The template that a draft names: a bundled one, or the kept copy of a team's own.
 * @param home the folder for everything that the program keeps
 */
export async function loadTemplate(
  ref: { name: string; hash?: string },
  home: string,
): Promise<Result<Template>> {
  if (ref.hash !== undefined) return loadKept(ref.hash, ref.name, home);
  if (!bundledTemplates().includes(ref.name)) return failed(unknown(ref.name));
  const compiled = readCompiled(join(bundledFolder(), `${ref.name}.json`));
  if (compiled) return done(compiled);
  const file = join(bundledFolder(), `${ref.name}.md`);
  return checkTemplate(readFileSync(file, 'utf8'), file);
}

/**
 * The template that a reviewer names: a bundled one by its name, or any Markdown file. A file is copied to the home
 * folder, so that drafts made with it can be opened when it has changed or is gone; `hash` names the copy.
 */
export async function openTemplate(
  nameOrFile: string,
  home: string,
  cwd: string,
): Promise<Result<{ template: Template; hash?: string }>> {
  if (bundledTemplates().includes(nameOrFile)) {
    const loaded = await loadTemplate({ name: nameOrFile }, home);
    return loaded.ok ? done({ template: loaded.value }) : loaded;
  }
  const file = isAbsolute(nameOrFile) ? nameOrFile : resolve(cwd, nameOrFile);
  const source = readTemplate(file, nameOrFile);
  if (!source.ok) return source;
  const checked = await checkTemplate(source.value, nameOrFile);
  if (!checked.ok) return checked;
  const hash = createHash('sha256').update(source.value).digest('hex').slice(0, 16);
  try {
    mkdirSync(keptFolder(home), { recursive: true, mode: 0o700 });
    writeFileSync(join(keptFolder(home), `${hash}.md`), source.value, { mode: 0o600 });
    keepCompiled(home, hash, checked.value);
  } catch (error) {
    return failed({
      where: keptFolder(home),
      what: `the template cannot be kept: ${(error as Error).message}`,
      remedy: 'make the folder writable, or name another with SANCTUM_REVIEW_HOME',
    });
  }
  return done({ template: checked.value, hash });
}

/** Compiles a template, or gives all its mistakes. The Markdown parser is loaded only now. */
export async function checkTemplate(source: string, file: string): Promise<Result<Template>> {
  const { compile } = await import('./compile.ts');
  return compile(source, file);
}

/** Reads a template's file as text. */
export function readTemplate(file: string, name: string): Result<string> {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > limit) {
      return failed({
        where: name,
        what: `is too large for a template: ${bytes.length} bytes`,
        remedy: 'name a Markdown file below 1 MiB',
      });
    }
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return failed(unknown(name));
    const what =
      error instanceof TypeError ? 'is not UTF-8 text' : `cannot be read: ${(error as Error).message}`;
    return failed({ where: name, what, remedy: 'name a Markdown file that you can read' });
  }
}

const unknown = (name: string): Problem => ({
  where: name,
  what: 'is neither a template of this program nor a file',
  remedy: `use one of ${bundledTemplates().join(', ')}, or the path of a Markdown file`,
});

const keptFolder = (home: string): string => join(home, 'templates');

/** A kept template is compiled once; its result stands beside it and is made again when it does not fit. */
async function loadKept(hash: string, name: string, home: string): Promise<Result<Template>> {
  if (!/^[0-9a-f]{16}$/.test(hash)) return failed(unknown(name));
  const compiled = readCompiled(join(keptFolder(home), `${hash}.json`));
  if (compiled) return done(compiled);
  const file = join(keptFolder(home), `${hash}.md`);
  const source = readTemplate(file, file);
  if (!source.ok) return source;
  const checked = await checkTemplate(source.value, file);
  if (checked.ok) keepCompiled(home, hash, checked.value);
  return checked;
}

function keepCompiled(home: string, hash: string, template: Template): void {
  try {
    writeFileSync(join(keptFolder(home), `${hash}.json`), JSON.stringify(template), { mode: 0o600 });
  } catch {
    // A cache only: without it the template is compiled again.
  }
}

function readCompiled(file: string): Template | null {
  try {
    const template: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const fits =
      typeof template === 'object' && template !== null && 'format' in template && template.format === 1;
    return fits ? (template as Template) : null;
  } catch {
    return null;
  }
}
