import * as z from 'zod/mini';
import type { Field, KindName } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { Directive } from '../../markdown/directives.ts';

/** What every field may say of itself, whatever its kind. */
const common = z.object({
  id: z
    .string({ error: 'it has no name: write {#name}' })
    .check(z.regex(/^[a-z][a-z0-9-]*$/, 'its name may have a-z, 0-9 and - only, and begins with a letter'))
    // The one word of that shape which every object of JavaScript already knows.
    .check(z.refine((id) => id !== 'constructor', 'its name cannot be "constructor"')),
  label: z.optional(z.string().check(z.minLength(1, 'its label is empty'))),
  default: z.optional(
    z.literal('', { error: 'write just "default": the text in its brackets is the default' }),
  ),
  optional: z.optional(z.literal('', { error: 'write just "optional"' })),
  suggest: z.optional(
    z.enum(['today', 'reviewer', 'version', 'previous-review', 'duration'], {
      error: 'suggest takes today, reviewer, version, previous-review or duration',
    }),
  ),
});

/** What is wrong with a name, or nothing. */
export const nameMistakes = (id: string | undefined): string[] =>
  common.shape.id.safeParse(id).error?.issues.map((issue) => issue.message) ?? [];

/** A field as its directive tells it; where it stands and its label are found by the layout. */
export function fieldOf(
  kind: KindName,
  directive: Directive,
  source: string,
): { field: Field; mistakes: string[] } {
  const lines = directive.inner && source.slice(directive.inner.start, directive.inner.end).split('\n');
  const { attributes, label, form } = directive;
  const described = kinds[kind].describe({ label, lines, attributes });
  const parsed = common.safeParse(attributes);
  const known = new Set([...Object.keys(common.shape), ...described.attributes]);
  const unknown = Object.keys(attributes).filter((name) => !known.has(name));
  const field: Field = {
    id: attributes.id ?? '',
    kind,
    label: parsed.data?.label ?? '',
    place: 'block',
    indent: 0,
    ...described.field,
    ...(attributes.bare !== undefined ? { bare: true } : {}),
    ...(attributes.optional !== undefined ? { optional: true } : {}),
    ...(parsed.data?.suggest ? { suggest: parsed.data.suggest } : {}),
  };
  const mistakes = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)),
    ...unknown.map((name) => `it does not know "${name}": it takes ${[...known].join(', ')}`),
    ...(described.mistake ? [described.mistake] : []),
    ...formMistakes(kind, form, label, lines, field),
  ];
  if (mistakes.length > 0 || attributes.default === undefined) return { field, mistakes };
  const content = withDefault(field, label, lines);
  const exempt = /^N\/A(?::|$)/.test(shown(content));
  if (exempt) return { field: content, mistakes: ['"N/A" says that a field is not applicable'] };
  return { field: content, mistakes: content.default === undefined ? ['its default is no answer'] : [] };
}

/** What an empty template shows. */
const shown = (field: Field): string =>
  (field.bare ? field.placeholder.slice(1, -1) : field.placeholder).trim();

function formMistakes(
  kind: KindName,
  form: Directive['form'],
  label: string,
  lines: string[] | null,
  field: Field,
): string[] {
  if (form === 'leaf') return ['it has two colons: write one, as in :text[…]'];
  if (lines !== null && field.placeholder !== lines.join('\n'))
    return [`it does not enclose lines: write :${kind}[…]{#name}`];
  if (form === 'text' && label.trim() === '')
    return ['it has no text in brackets, which the report shows until it is answered'];
  if (/^N\/A(?::|$)/.test(shown(field))) return ['"N/A" says that a field is not applicable'];
  return field.options?.length === 0 ? ['it has no options: write them as in [Yes / No]'] : [];
}

/** With what the template gives as content: the report shows it as it stands, and its kind says what it means. */
function withDefault(field: Field, label: string, lines: string[] | null): Field {
  const placeholder = lines === null ? field.placeholder.replace(`[${label}]`, label) : field.placeholder;
  const given: Field = { ...field, placeholder };
  if (field.default !== undefined) return given;
  const kind = kinds[field.kind];
  const { value } =
    lines === null
      ? kind.read(placeholder.trim(), { ...given, place: 'line' })
      : kind.read(`\n${placeholder}`, given);
  return value === null || kind.isEmpty(value) ? given : { ...given, default: kind.settle(value, given) };
}
