import type { Field } from '../../../fields/field.ts';
import type { Answer } from '../../../fields/value.ts';
import type { Entry } from '../../picker/find.ts';
import type { NextState, State } from '../state/state.ts';

/** An entry of the palette and what picking it does. */
export interface Goal extends Entry {
  go(state: State): NextState;
}

/** What is answered: a bit of it to be shown, all of it to be found in. */
export function answered(
  answer: Answer | undefined,
  field: Field | undefined,
): { note: string; text?: string } {
  if (!answer) return { note: field?.default === undefined ? 'empty' : "template's" };
  if ('notApplicable' in answer) return { note: 'not applicable', text: answer.notApplicable };
  const text = textOf(answer);
  return { note: text.slice(0, 40).replace(/\s+/g, ' '), text };
}

/** All of it as one text. */
export function textOf(answer: Answer): string {
  if ('notApplicable' in answer) return answer.notApplicable;
  const { value } = answer;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  return value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / ');
}
