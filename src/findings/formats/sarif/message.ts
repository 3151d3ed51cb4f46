import type { RuleOf } from './rules.ts';
import type { Result } from './shape.ts';

/** The text of a result: its own, or the one that its id names in the rule or the tool, with its arguments (3.11). */
export function messageOf({ message }: Result, { rule, component }: RuleOf): string {
  const named =
    message.id === ''
      ? undefined
      : (rule?.messageStrings.get(message.id) ?? component.globalMessageStrings.get(message.id));
  const template = message.text || named?.text || message.markdown || named?.markdown || '';
  return linksAsText(withArguments(template, message.arguments));
}

/** `{0}` stands for the first argument, `{{` for a brace. */
function withArguments(template: string, given: readonly unknown[]): string {
  if (given.length === 0) return template;
  return template.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (whole, number) => {
    if (number === undefined) return whole.charAt(0);
    const argument = given[Number(number)];
    return typeof argument === 'string' ? argument : whole;
  });
}

/** `[a place](1)` links to a related location, which is not shown: its words stay. */
const linksAsText = (text: string): string => text.replace(/\[((?:[^[\]\\]|\\.){0,500})\]\(\d{1,6}\)/g, '$1');
