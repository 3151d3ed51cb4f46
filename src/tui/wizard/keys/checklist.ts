import {
  addOwnItem,
  askItemReason,
  editItem,
  isChangeable,
  removeItem,
  tick,
  tickAndGoOn,
} from '../edit/ticking.ts';
import { askFolders, focusedScope } from '../lists/reviewed-folders.ts';
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
    does: 'ticks the item and goes on',
    hint: 'tick + next',
    when: at('item'),
    run: tickAndGoOn,
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
    keys: ['n'],
    group: 'In a checklist',
    does: 'the item does not apply: asks why; again: it applies',
    hint: 'n/a',
    when: at('item'),
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
