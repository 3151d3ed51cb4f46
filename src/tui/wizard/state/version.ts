import { wordsAt } from '../../../checks/check.ts';
import { rolesOf } from '../../../checks/roles.ts';
import type { State } from './state.ts';

/** The version that is reviewed, as it is typed; empty without one. */
export const versionOf = ({ template, history }: Pick<State, 'template' | 'history'>): string =>
  wordsAt(history.present, rolesOf(template).version);
