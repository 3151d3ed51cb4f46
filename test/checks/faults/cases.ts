import { contradictions } from './contradictions.ts';
import { delta } from './delta.ts';
import { issues } from './issues.ts';
import { plan } from './plan.ts';
import { surroundings } from './surroundings.ts';
import { values } from './values.ts';
import { verdict } from './verdict.ts';
import { words } from './words.ts';

/** Reviews with one fault and without it, by the check that looks for it. */
export const cases = {
  ...contradictions,
  ...delta,
  ...issues,
  ...plan,
  ...surroundings,
  ...values,
  ...verdict,
  ...words,
};
