import * as z from 'zod';
import type { Field, KindName } from '../fields/field.ts';
import { kinds } from '../fields/kinds.ts';
import type { Directive } from '../markdown/directives.ts';

/** What every field may say of itself, whatever its kind. */
const common = z.object({
  id: z
    .string({ error: 'it has no name: write {#name}' })
    .regex(/^[a-z][a-z0-9-]*$/, 'its name may have a-z, 0-9 and - only'),
  label: z.string().min(1, 'its label is empty').optional(),
  default: z
    .literal('', { error: 'write just "default": the text in its brackets is the default' })
    .optional(),
  suggest: z
    .enum(['today', 'reviewer', 'version', 'previous-review', 'duration'], {
      error: 'suggest takes today, reviewer, version, previous-review or duration',
    })
    .optional(),
});

/** A field as its directive tells it; where it stands and its label are found by the layout. */
export function fieldOf(
  kind: KindName,
  directive: Directive,
  source: string,
): { field: Field; mistakes: string[] } {
  const lines = directive.inner && source.slice(directive.inner.start, directive.inner.end).split('\n');
  const { attributes, label } = directive;
  const described = kinds[kind].describe({ label, lines, attributes });
  const parsed = common.safeParse(attributes);
  const known = new Set([...Object.keys(common.shape), ...described.attributes]);
  const unknown = Object.keys(attributes).filter((name) => !known.has(name));
  const mistakes = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)),
    ...unknown.map((name) => `it does not know "${name}": it takes ${[...known].join(', ')}`),
    ...(described.mistake ? [described.mistake] : []),
    ...(directive.form === 'leaf' ? ['it has two colons: write one, as in :text[…]'] : []),
    ...(directive.form === 'text' && label === ''
      ? ['it has no text in brackets, which the report shows until it is answered']
      : []),
  ];
  const shown = described.field;
  const byDefault = attributes.default !== undefined && lines === null;
  const field: Field = {
    id: parsed.data?.id ?? attributes.id ?? '',
    kind,
    label: parsed.data?.label ?? '',
    place: 'block',
    indent: 0,
    ...shown,
    ...(byDefault ? { default: label, placeholder: label } : {}),
    ...(attributes.bare !== undefined ? { bare: true } : {}),
    ...(parsed.data?.suggest ? { suggest: parsed.data.suggest } : {}),
  };
  return { field, mistakes };
}
