import { resolve } from 'node:path';
import { done, type Failure, failed, type Result } from '../failure.ts';
import type { Template } from '../template/template.ts';
import { bundledTemplates, loadBundled } from './bundled.ts';
import { keepTemplate, loadKept } from './kept.ts';
import { checkTemplate, readTemplate } from './source.ts';

/**
 * The template that a draft names: a bundled one, or the kept copy of a team's own.
 * @param home the folder for everything that the program keeps
 */
export async function loadTemplate(
  ref: { name: string; hash?: string },
  home: string,
): Promise<Result<Template>> {
  if (ref.hash !== undefined) return loadKept(ref.hash, ref.name, home);
  return bundledTemplates().includes(ref.name) ? loadBundled(ref.name) : failed(notHere(ref.name));
}

const notHere = (name: string): Failure => ({
  where: `template "${name}"`,
  what: 'is none of this sanctum-review',
  remedy: 'use the sanctum-review that the draft was made with; the draft was left as it was',
});

/** The template that a reviewer names: a bundled one by its name, or any Markdown file, of which a copy is kept. */
export async function openTemplate(
  nameOrFile: string,
  home: string,
  cwd: string,
): Promise<Result<{ template: Template; hash?: string }>> {
  if (bundledTemplates().includes(nameOrFile)) {
    const loaded = await loadBundled(nameOrFile);
    return loaded.ok ? done({ template: loaded.value }) : loaded;
  }
  const source = readTemplate(resolve(cwd, nameOrFile), nameOrFile);
  if (!source.ok) return source;
  const checked = await checkTemplate(source.value, nameOrFile);
  if (!checked.ok) return checked;
  const kept = keepTemplate(source.value, checked.value, home);
  return kept.ok ? done({ template: checked.value, hash: kept.value }) : kept;
}
