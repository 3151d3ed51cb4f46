import {
  addOwnItem,
  askItemReason,
  editItem,
  hasItem,
  isChangeable,
  removeItem,
  tick,
} from '../edit/ticking.ts';
import { askFolders, focusedScope } from '../lists/reviewed-folders.ts';
import { step } from '../navigation/navigate.ts';
import type { KeyRow } from './row.ts';
import { at } from './where.ts';

export const checklistKeys: KeyRow[] = [
  {
    keys: ['space'],
    group: 'In a checklist',
    does: 'ticks or unticks the item',
    hint: 'tick',
    when: at('item'),
    run: tick,
  },
  {
    keys: ['enter'],
    group: 'In a checklist',
    does: 'the next item, and after the last one the next field; ticks nothing',
    hint: 'next item',
    when: at('item'),
    run: (state) => step(state, 1),
  },
  {
    keys: ['f'],
    group: 'In a checklist',
    does: 'in Files Reviewed: adds folders of the repository as reviewed',
    hint: 'folders',
    when: (state) =>
      at('item')(state) && focusedScope(state) !== null && state.external.tracked !== undefined,
    run: askFolders,
  },
  {
    keys: ['alt+n'],
    group: 'In a checklist',
    does: 'the item does not apply: asks why; again: it applies',
    hint: 'n/a',
    when: (state) => at('item')(state) && hasItem(state),
    run: askItemReason,
  },
  {
    keys: ['a'],
    group: 'In a checklist',
    does: 'adds an item of your own',
    hint: 'own item',
    when: at('item'),
    run: addOwnItem,
  },
  {
    keys: ['e'],
    group: 'In a checklist',
    does: 'changes the text of an item that is yours, or that the template leaves to you; typing replaces its [words]',
    hint: 'edit',
    hinted: isChangeable,
    when: at('item'),
    run: editItem,
  },
  {
    keys: ['d'],
    group: 'In a checklist',
    does: 'deletes an item that is yours, or that the template leaves to you',
    hint: 'delete',
    hinted: isChangeable,
    when: at('item'),
    run: removeItem,
  },
];
