import type { Field } from '../../fields/field.ts';
import type { Part } from '../../template/template.ts';

/** A part whose further lines stand so many columns further right. */
export const shifted = (part: Part, by: number): Part =>
  part.type === 'optional'
    ? { ...part, parts: part.parts.map((one) => shifted(one, by)) }
    : part.type === 'text'
      ? { type: 'text', text: part.text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`) }
      : part;

/** Fields whose further lines stand so many columns further right. */
export const indented = (fields: Record<string, Field>, by: number): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(fields).map(([id, field]) => [id, { ...field, indent: field.indent + by }]),
  );
