import { type Failure, failed, type Result } from '../failure.ts';
import { readText } from '../files/read.ts';
import { isThere } from '../files/stats.ts';
import type { Template } from '../template/template.ts';
import { bundledTemplates } from './bundled.ts';

/** A template of 1 MiB is none: the report it makes would be hundreds of pages. */
export const largestTemplate = 1024 * 1024;

/**
 * Compiles a template and proves it, or gives all its mistakes. The Markdown parser is loaded only now.
 * @param file the name that problems give as their place
 */
export async function checkTemplate(source: string, file: string): Promise<Result<Template>> {
  const { provenTemplate } = await import('../report/prover/prove-template.ts');
  return provenTemplate(source, file);
}

/** Reads a template's file as text; `name` is what the reviewer calls it. */
export function readTemplate(file: string, name: string): Result<string> {
  if (!isThere(file)) return failed(unknown(name));
  const text = readText(file, largestTemplate);
  return text.ok ? text : failed(...text.failures.map((problem) => ({ ...problem, where: name })));
}

export const unknown = (name: string): Failure => ({
  where: name,
  what: 'is neither a template of this program nor a file',
  remedy: `use one of ${bundledTemplates().join(', ')}, or the path of a Markdown file`,
});
