import { words } from '../../../../checks/check.ts';
import { rolesOf } from '../../../../checks/roles.ts';
import { memo, memoLast } from '../../../../memo.ts';
import type { Review } from '../../../../review/review.ts';
import type { Template } from '../../../../template/template.ts';
import { bestMatches } from '../../../../text/fuzzy.ts';
import type { State } from '../../state/state.ts';
import type { Block } from '../block.ts';
import { focusedBlock, isFocused } from '../view.ts';

/** What the text that is being typed can be completed to, the best first, and the stretch of it that they replace. */
export interface Completions {
  words: readonly string[];
  from: number;
  to: number;
  /** What all that begin with the text have in common; null where that is no more than the text. */
  common: string | null;
}

/** More than these are not looked at. */
const most = 5;

/** What a block's text can be completed to: an owner to a name, a location to a tracked path. Null where to nothing. */
export function completionsAt(state: State, block: Block): Completions | null {
  const { buffer, template, history, suggestions, external } = state;
  if (!buffer || buffer.caret !== buffer.text.length || !isFocused(state, block)) return null;
  if (block.type === 'row' && block.field.kind === 'location') {
    return external.tracked ? pathsFor(external.tracked, buffer.text) : null;
  }
  if (block.type !== 'field' || !('list' in block.place)) return null;
  const { list, item, field } = block.place;
  const isOwner = rolesOf(template).plan.some((one) => one.list.id === list && one.owner === field);
  return isOwner
    ? namesFor(ownersOf(template, history.present, item, suggestions.authors), buffer.text)
    : null;
}

/** The same for what has the focus. */
export function completions(state: State): Completions | null {
  const block = focusedBlock(state);
  return block ? completionsAt(state, block) : null;
}

/** The last path of a text, without the lines behind it: "main.go:12, serv" is completed at "serv". */
const pathsFor = memo((tracked: readonly string[], text: string): Completions | null => {
  const { path = '', lines = '' } = /(?<path>[^,;]*?)(?<lines>:[\d-]*)?$/.exec(text)?.groups ?? {};
  const typed = path.trim();
  const from = text.length - lines.length - path.trimStart().length;
  return typed.length < 2 ? null : found(tracked, typed, from, text.length - lines.length);
});

/** Names are suggested before anything is typed. */
const namesFor = memo((names: readonly string[], text: string) => found(names, text.trim(), 0, text.length));

/** Nothing is left to complete where one of them is typed. */
function found(all: readonly string[], typed: string, from: number, to: number): Completions | null {
  const best = bestMatches(all, typed, most);
  return best.length === 0 || best.includes(typed)
    ? null
    : { words: best, from, to, common: commonStart(all, typed) };
}

function commonStart(all: readonly string[], typed: string): string | null {
  if (typed === '') return null;
  const small = typed.toLowerCase();
  const exact = all.filter((one) => one.startsWith(typed));
  const begun = exact.length > 0 ? exact : all.filter((one) => one.toLowerCase().startsWith(small));
  const [first = ''] = begun;
  let common = first;
  for (const one of begun) while (!one.startsWith(common)) common = [...common].slice(0, -1).join('');
  return common.length > typed.length ? common : null;
}

/** The owners of the other actions, the one of most first, and the authors of the repository that are none. */
const ownersOf = memoLast(
  (
    _: string[] | null,
    template: Template,
    review: Review,
    typed: string,
    authors: readonly string[] = [],
  ) => {
    const counts = new Map<string, number>();
    for (const { list, owner } of rolesOf(template).plan) {
      for (const { id, answers } of review.items[list.id] ?? []) {
        const name = owner === undefined || id === typed ? '' : words(answers[owner]);
        if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const used = [...counts].toSorted(([, some], [, others]) => others - some).map(([name]) => name);
    return [...new Set([...used, ...authors])];
  },
);
