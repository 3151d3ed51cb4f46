import { rolesOf } from '../../../checks/roles.ts';
import type { ChecklistItem } from '../../../fields/value.ts';
import { newPicker } from '../../picker/picker.ts';
import { answer } from '../state/commit.ts';
import { placeOf } from '../state/focus.ts';
import { itemsOf } from '../state/lookup.ts';
import { type State, say } from '../state/state.ts';

const scopeOf = ({ template }: State): string[] => rolesOf(template).scope.map(({ id }) => id);

/** The checklist of reviewed files that has the focus; null elsewhere. */
export function focusedScope(state: State): string | null {
  const place = placeOf(state.focus);
  if (!place || 'issue' in place || 'list' in place) return null;
  return scopeOf(state).includes(place.field) ? place.field : null;
}

/** Asks which folders of the repository were reviewed, for the focused checklist or else the first of them. */
export function askFolders(state: State): State {
  const field = focusedScope(state) ?? scopeOf(state)[0];
  if (!state.external.tracked || field === undefined)
    return say(state, 'The tracked files are not known: no repository, or git has not listed them yet.');
  return { ...state, overlay: { type: 'folders', field, picker: newPicker } };
}

/** Adds a folder to a checklist of reviewed files, ticked; the list of folders stays. */
export function addFolder(state: State, id: string, folder: string): State {
  const field = state.template.fields[id];
  if (!field) return state;
  const items = itemsOf(state.history.present, { field: id }, field);
  const text = `\`${folder}/\``;
  const at = items.findIndex((item) => item.text === text);
  const added: ChecklistItem = { text, done: true };
  const value = at < 0 ? [...items, added] : items.with(at, added);
  const done = answer(state, { field: id }, { value });
  return say(done, `${folder}/ is reviewed. Ctrl+Z takes it back.`);
}
