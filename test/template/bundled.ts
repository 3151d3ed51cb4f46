import { readFileSync } from 'node:fs';
import { compile } from '../../src/template/compile.ts';
import type { Template } from '../../src/template/template.ts';

/** A template of this project, compiled from its source. */
export function bundled(name = 'production-readiness'): Template {
  const file = new URL(`../../templates/${name}.md`, import.meta.url);
  return compiled(readFileSync(file, 'utf8'));
}

/** Compiles a template that has to be good. */
export function compiled(source: string): Template {
  const result = compile(source, 'template.md');
  if (!result.ok) throw new Error(JSON.stringify(result.failures, null, 2));
  return result.value;
}
