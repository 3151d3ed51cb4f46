import type { Field } from '../../../fields/field.ts';
import type { Form } from '../../../fields/kind.ts';
import { kinds } from '../../../fields/kinds.ts';
import { checklistControl } from './checklist.ts';
import { choiceControl } from './choice.ts';
import { choicesControl } from './choices.ts';
import { codeControl } from './code.ts';
import type { Control } from './control.ts';
import { listControl, locationsControl } from './list.ts';
import { oneLineControl } from './one-line.ts';
import { oneOfControl } from './one-of.ts';
import { proseControl } from './prose.ts';

const controls: Record<Form, Control> = {
  line: oneLineControl,
  lines: proseControl,
  code: codeControl,
  choice: choiceControl,
  choices: choicesControl,
  'one-of': oneOfControl,
  list: listControl,
  locations: locationsControl,
  checklist: checklistControl,
};

/** Returns how a field is answered on the screen. */
export const controlOf = ({ kind }: Pick<Field, 'kind'>): Control => controls[kinds[kind].form];
