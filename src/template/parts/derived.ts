import type { Tell } from '../mistakes.ts';
import type { ListBlock } from '../template.ts';
import type { LayoutPart } from './layout.ts';

/**
 * Tells what follows from a list what its items can come to, and what issues are called; a list that does not fit is a
 * mistake.
 * @param words those that begin the names of issues: "HIGH"
 */
export function completeDerived(
  pieces: LayoutPart[],
  lists: Record<string, ListBlock>,
  words: string[],
  tell: Tell,
): void {
  for (const { at, part } of pieces) {
    if (part.type !== 'derived') continue;
    const list = lists[part.list];
    if (!list) tell(at, `${part.what}: there is no list "${part.list}"`, 'name one, as in :::items{#name}');
    else if (!list.first.some(({ type }) => type === 'about'))
      tell(
        at,
        `${part.what}: the items of "${part.list}" are about no issues`,
        'put :about[HIGH-1: ] into them',
      );
    else if (part.what === 'unlinked') part.options = words;
    else {
      const field = outcomeOf(list);
      if (!field)
        tell(at, `outcomes: the items of "${part.list}" have none`, 'give them a :choice[A / B]{#outcome}');
      part.options = field?.options ?? [];
    }
  }
}

/** The field of a list that says what became of each of its items. */
export const outcomeOf = (list: ListBlock) =>
  list.fields.outcome?.kind === 'choice' ? list.fields.outcome : undefined;
