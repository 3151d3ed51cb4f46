import type { Field, KindName } from './field.ts';
import type { Kind } from './kind.ts';
import { found, numberKind, ratio } from './kinds/amount.ts';
import { checklist } from './kinds/checklist.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { list } from './kinds/list.ts';
import { location } from './kinds/location.ts';
import { oneOf } from './kinds/one-of.ts';
import { prose } from './kinds/prose.ts';
import { text } from './kinds/text.ts';
import type { Value } from './value.ts';

/** Every kind of field. A new kind is its module, its name in `KindName`, and a line here. */
const registry = {
  text,
  prose,
  choice,
  choices,
  number: numberKind,
  ratio,
  found,
  date,
  list,
  code,
  location,
  checklist,
  'one-of': oneOf,
} satisfies Record<KindName, unknown>;

/** Kinds by name. Each takes only values of its own schema: what comes from outside is parsed with it first. */
export const kinds = registry as unknown as Record<KindName, Kind>;

export const isKind = (name: string): name is KindName => Object.hasOwn(registry, name);

/** What is wrong with a value, in one line, or null. */
export const problemOf = (field: Field, value: Value): string | null =>
  kinds[field.kind].problem(value, field);

export const isEmpty = (field: Field, value: Value): boolean => kinds[field.kind].isEmpty(value);
