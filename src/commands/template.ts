import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { done, type Result } from '../failure.ts';
import { readSource } from '../files/source.ts';
import { renderBlank } from '../report/writer/render.ts';
import { defaultTemplate } from '../starting/new-review.ts';
import type { Template } from '../template/template.ts';
import { bundledTemplates, loadBundled } from '../template-library/bundled.ts';
import { checkTemplate, largestTemplate, readTemplate } from '../template-library/source.ts';
import { counted } from '../text/counted.ts';
import type { CommandResult } from './command-result.ts';

/** `template list`: name, version and title of those that come with the program. */
export async function list(): Promise<Result<CommandResult>> {
  const lines: string[] = [];
  for (const name of bundledTemplates()) {
    const template = await loadBundled(name);
    if (!template.ok) return template;
    lines.push(`${name}  ${template.value.version}  ${template.value.title}\n`);
  }
  return done({ out: lines.join('') });
}

/** `template show [NAME|FILE]`: the report without answers. */
export async function show(context: Context, nameOrFile = defaultTemplate): Promise<Result<CommandResult>> {
  const template = await find(context, nameOrFile);
  return template.ok ? done({ out: renderBlank(template.value) }) : template;
}

/** To look at a file is no reason to keep a copy of it. */
async function find(context: Context, nameOrFile: string): Promise<Result<Template>> {
  if (bundledTemplates().includes(nameOrFile)) return loadBundled(nameOrFile);
  const source = readTemplate(resolve(context.cwd, nameOrFile), nameOrFile);
  return source.ok ? checkTemplate(source.value, nameOrFile) : source;
}

/** `template check FILE`: all mistakes at once; the answer is no when there is one. */
export async function check(context: Context, file: string): Promise<Result<CommandResult>> {
  const source = await readSource(context, file, largestTemplate);
  if (!source.ok) return source;
  const where = file === '-' ? 'standard input' : file;
  const checked = await checkTemplate(source.value, where);
  return checked.ok
    ? done({ notes: [`${where} is a template: ${factsOf(checked.value)}`] })
    : done({ problems: checked.failures, code: 1 });
}

function factsOf({ name, version, pages, fields, lists, issues }: Template): string {
  const blocks = [...Object.values(lists), ...Object.values(issues)];
  const asked = blocks.reduce((sum, block) => sum + block.asks.length, Object.keys(fields).length);
  return `${name}, version ${version}, ${counted(pages.length, 'page')}, ${counted(asked, 'field')}`;
}
