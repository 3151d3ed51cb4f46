import { readFileSync } from 'node:fs';
import { compile } from '../../src/template/compile.ts';
import type { Template } from '../../src/template/template.ts';

const all = new Map<string, Template>();

/** A template of this project, compiled from its source, once for all tests. */
export function bundled(name = 'production-readiness'): Template {
  const file = new URL(`../../templates/${name}.md`, import.meta.url);
  const template = all.get(name) ?? compiled(readFileSync(file, 'utf8'));
  all.set(name, template);
  return template;
}

/** Compiles a template that has to be good. */
export function compiled(source: string): Template {
  const result = compile(source, 'template.md');
  if (!result.ok) throw new Error(JSON.stringify(result.failures, null, 2));
  return result.value;
}
