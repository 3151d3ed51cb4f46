import { suggestedTool, usedTools } from '../../../../checks/measured/used-tools.ts';
import { rolesOf } from '../../../../checks/roles.ts';
import type { FieldRef } from '../../../../review/review.ts';
import { itemsOf } from '../../state/lookup.ts';
import type { State } from '../../state/state.ts';

/** What an item of the tools used becomes when it is ticked, by the files that were imported; null where none speaks for it. */
export function suggestedToolAt(state: State, place: FieldRef, index: number) {
  const { tools } = rolesOf(state.template);
  const review = state.history.present;
  if (!tools || !review.measurements || 'issue' in place || 'list' in place || place.field !== tools.id)
    return null;
  const items = itemsOf(review, place, tools);
  const item = items[index];
  if (!item || item.done || item.notApplicable !== undefined) return null;
  const texts = items.map(({ text }) => text);
  const tool = suggestedTool(item.text, texts, usedTools(review));
  return tool && { ...tool, before: item.text };
}
