import { createHash } from 'node:crypto';
import { version } from '../package.ts';
import type { Template } from '../template/template.ts';

/** What a text is known by. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A compiled template as a file keeps it: which program made it and from what, and in the next line itself. */
export function packed(template: Template, source: string): string {
  const body = JSON.stringify(template);
  const head = { program: version, format: template.format, source: hashOf(source), body: hashOf(body) };
  return `${JSON.stringify(head)}\n${body}\n`;
}

/** The template in such a text; null when this version of the program has not made just this from the source. */
export function unpacked(text: string, source: string): Template | null {
  const [, body = ''] = text.split('\n', 2);
  try {
    const template: Template = JSON.parse(body);
    return packed(template, source) === text ? template : null;
  } catch {
    return null;
  }
}
