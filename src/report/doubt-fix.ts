import type { Action } from '../review/actions.ts';
import { newId } from '../review/ids.ts';
import { deltaSectionOf } from '../review/previous/delta-section.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Doubt } from './read-result.ts';

/**
 * What a person can do about a doubt with one key, as actions of the review: keep an issue that was guessed as a note,
 * or take an issue that the report says is closed for one of the previous review. Null where that is done, or nothing
 * can be.
 */
export function fixForDoubt(
  template: Template,
  review: Review,
  { key, source, closed }: Doubt,
): { label: string; actions: Action[] } | null {
  const [, id = ''] = key.split('/');
  if (source && review.issues.some((issue) => issue.id === id)) {
    const { section, text } = source;
    const before = review.notes[section];
    const note = before ? `${before}\n\n${text}` : text;
    return {
      label: 'keep it as a note',
      actions: [
        { do: 'remove-issue', id },
        { do: 'note', section, text: note },
      ],
    };
  }
  const delta = closed && deltaSectionOf(template);
  const name = delta?.list.asks[0];
  if (!closed || !delta || name === undefined) return null;
  const isThere = (review.items[delta.list.id] ?? []).some(({ answers }) => {
    const answer = answers[name];
    return answer !== undefined && 'value' in answer && answer.value === closed.title;
  });
  if (isThere) return null;
  const answers = {
    [name]: { value: closed.title },
    [delta.outcome.id]: { value: delta.words[closed.outcome] },
  };
  return {
    label: 'add it to the previous issues',
    actions: [{ do: 'add-item', list: delta.list.id, item: { id: newId(), answers } }],
  };
}
