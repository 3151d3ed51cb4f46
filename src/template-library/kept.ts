import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { readText, reasonOf } from '../files/read.ts';
import { makePrivateFolder, writeWhole } from '../files/write.ts';
import type { Template } from '../template/template.ts';
import { hashOf, packed, unpacked } from './cache.ts';
import { checkTemplate, largestTemplate, unknown } from './source.ts';

/*
 * Templates of a team's own are copied to the home folder, so that drafts made with them can be opened when the file
 * has changed or is gone. A copy is named by the beginning of its hash; beside it stands what it was compiled to.
 */
const folderOf = (home: string): string => join(home, 'templates');
const sourceOf = (home: string, name: string): string => join(folderOf(home), `${name}.md`);
const compiledOf = (home: string, name: string): string => join(folderOf(home), `${name}.json`);
const nameOf = (source: string): string => hashOf(source).slice(0, 16);

/** Keeps a copy of a template; gives the name of the copy. */
export function keepTemplate(source: string, template: Template, home: string): Result<string> {
  const name = nameOf(source);
  const file = sourceOf(home, name);
  try {
    const there = readText(file, largestTemplate);
    if (!there.ok || there.value !== source) {
      makePrivateFolder(folderOf(home));
      writeWhole(file, source, { mode: 0o600 });
    }
  } catch (error) {
    return failed({
      where: folderOf(home),
      what: `the template cannot be kept: the folder ${reasonOf(error)}`,
      remedy: 'make the folder writable, or name another with SANCTUM_REVIEW_HOME',
    });
  }
  keepCompiled(home, name, source, template);
  return done(name);
}

/** The kept copy of that name, as `label` it is known to the reviewer. It is compiled once. */
export async function loadKept(name: string, label: string, home: string): Promise<Result<Template>> {
  if (!/^[0-9a-f]{16}$/.test(name)) return failed(unknown(label));
  const file = sourceOf(home, name);
  const source = readText(file, largestTemplate);
  if (!source.ok) return failed(...source.failures.map((one) => lost(label, `${file} ${one.what}`)));
  if (nameOf(source.value) !== name) return failed(lost(label, `${file} has been changed`));
  const compiled = compiledBefore(home, name, source.value);
  if (compiled) return done(compiled);
  const checked = await checkTemplate(source.value, file);
  if (checked.ok) keepCompiled(home, name, source.value, checked.value);
  return checked;
}

const lost = (label: string, what: string): Failure => ({
  where: `template "${label}"`,
  what: `its kept copy cannot be used: ${what}`,
  remedy: 'name its original once, which keeps it again: sanctum-review read REPORT.md --template FILE',
});

function keepCompiled(home: string, name: string, source: string, template: Template): void {
  if (compiledBefore(home, name, source)) return;
  try {
    writeWhole(compiledOf(home, name), packed(template, source), { mode: 0o600 });
  } catch {
    // A cache only: without it the template is compiled again.
  }
}

function compiledBefore(home: string, name: string, source: string): Template | null {
  try {
    return unpacked(readFileSync(compiledOf(home, name), 'utf8'), source);
  } catch {
    return null;
  }
}
