import type { Value } from '../../../fields/value.ts';
import type { Control } from './control.ts';

export const asList = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Several of the options, and the reviewer's own words beside them. */
export const choicesControl: Control = {
  typing: 'own',
  beside: true,
  picks: 'several',
  text: (value, field) =>
    asList(value)
      .filter((one) => !field.options?.includes(one))
      .join(' / '),
  value: (text, field, before) => [
    ...asList(before).filter((one) => field.options?.includes(one)),
    ...text
      .split(' / ')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ],
  tidied: (value) =>
    asList(value)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  options: (field) => (field.options ?? []).map((option) => ({ label: option, value: option })),
};

/** The answer with an option ticked or unticked, in the template's order, own words last. */
export function toggled(value: Value | undefined, option: string, options: string[]): string[] {
  const chosen = asList(value);
  const next = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
  const rank = (one: string) => (options.includes(one) ? options.indexOf(one) : options.length);
  return next
    .map((one, at) => ({ one, at }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.at - b.at)
    .map(({ one }) => one);
}
