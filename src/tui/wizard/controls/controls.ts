import type { KindName } from '../../../fields/field.ts';
import { checklistControl } from './checklist.ts';
import { choiceControl } from './choice.ts';
import { choicesControl } from './choices.ts';
import { codeControl } from './code.ts';
import type { Control } from './control.ts';
import { oneLineControl } from './one-line.ts';
import { oneOfControl } from './one-of.ts';
import { proseControl } from './prose.ts';
import { rowsControl } from './rows.ts';

/** The control of each kind of field. */
export const controls: Record<KindName, Control> = {
  text: oneLineControl,
  number: oneLineControl,
  ratio: oneLineControl,
  date: oneLineControl,
  found: oneLineControl,
  prose: proseControl,
  code: codeControl,
  choice: choiceControl,
  choices: choicesControl,
  'one-of': oneOfControl,
  list: rowsControl,
  location: rowsControl,
  checklist: checklistControl,
};
