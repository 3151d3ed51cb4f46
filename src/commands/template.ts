import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { defaultTemplate } from '../drafts/begin.ts';
import { homeFolder } from '../drafts/home.ts';
import { readSource } from '../files/source.ts';
import { done, type Result } from '../problem.ts';
import { renderBlank } from '../report/write.ts';
import { bundledTemplates, checkTemplate, loadTemplate, readTemplate } from '../template/registry.ts';
import type { Template } from '../template/template.ts';
import type { Outcome } from './outcome.ts';

/** `template list`: name, version and title of those that come with the program. */
export async function list(context: Context): Promise<Result<Outcome>> {
  const lines: string[] = [];
  for (const name of bundledTemplates()) {
    const template = await loadTemplate({ name }, homeFolder(context.env));
    if (!template.ok) return template;
    lines.push(`${name}  ${template.value.version}  ${template.value.title}\n`);
  }
  return done({ out: lines.join('') });
}

/** `template show [NAME|FILE]`: the report without answers. */
export async function show(context: Context, nameOrFile = defaultTemplate): Promise<Result<Outcome>> {
  const template = await find(context, nameOrFile);
  return template.ok ? done({ out: renderBlank(template.value) }) : template;
}

/** To look at a file is no reason to keep a copy of it. */
async function find(context: Context, nameOrFile: string): Promise<Result<Template>> {
  if (bundledTemplates().includes(nameOrFile)) {
    return loadTemplate({ name: nameOrFile }, homeFolder(context.env));
  }
  const source = readTemplate(resolve(context.cwd, nameOrFile), nameOrFile);
  return source.ok ? checkTemplate(source.value, nameOrFile) : source;
}

/** `template check FILE`: all mistakes at once; the answer is no when there is one. */
export async function check(context: Context, file: string): Promise<Result<Outcome>> {
  const source = await readSource(context, file);
  if (!source.ok) return source;
  const checked = await checkTemplate(source.value, file === '-' ? 'standard input' : file);
  if (!checked.ok) return done({ problems: checked.problems, code: 1 });
  const { name, version, pages, fields } = checked.value;
  const facts = `${pages.length} pages, ${Object.keys(fields).length} fields`;
  return done({
    notes: [`${resolve(context.cwd, file)} is a template: ${name}, version ${version}, ${facts}`],
  });
}
