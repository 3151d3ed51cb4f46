import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../fields/value.ts';
import type { Template } from '../../template/template.ts';
import type { Action } from '../actions.ts';
import type { Issue, Item, Review } from '../review.ts';
import { issueOfItem, keptAnswers } from './accepted-risk.ts';
import { type DeltaSection, issuesAbout, type Outcome, type PreviousIssue } from './delta-section.ts';

/** What has to be done to mark an item of the delta; one step. */
export interface PreviousIssueMark {
  /** The first and the last of them are about the item. */
  actions: Action[];
  /** The issue of today that the item is about then. */
  issue?: string;
  /** Issues that stay although the mark says otherwise: they are not as the previous review had them. */
  stays: string[];
}

/**
 * Says what became of an issue of the previous review; `null`: not decided. What is still open is one of today's
 * issues, with the same id and all its answers; it goes again when another mark follows and nobody has changed it.
 * @param earlier the issue as that review had it; what the item says of it when that is not known any more
 */
export function markPreviousIssue(
  template: Template,
  review: Review,
  delta: DeltaSection,
  item: Item,
  outcome: Outcome | null,
  earlier: PreviousIssue | undefined,
): PreviousIssueMark {
  const known = earlier?.issue ?? issueOfItem(template, delta, item, item.id);
  const isOpen = outcome === 'open' || outcome === 'changed';
  const about = issuesAbout(review, item);
  const goes = isOpen ? [] : about.filter((issue) => isSame(issue, known));
  const stays = isOpen ? [] : about.filter((issue) => !goes.includes(issue));
  const again = isOpen && about.length === 0 ? asKept(template, delta, item, known) : null;
  const there = again && review.issues.some(({ id }) => id === again.id);
  const links = again ? [again.id] : isOpen ? (item.issues ?? []) : stays.map(({ id }) => id);
  const at = (field: string) => ({ list: delta.list.id, item: item.id, field });
  const usual = earlier ? keptAnswers(delta, earlier.issue) : {};
  const kept = keptChanges(delta, item, usual, outcome, again !== null && !there);
  const said: Answer | null = outcome ? { value: delta.words[outcome] } : null;
  const [issue] = links;
  return {
    actions: [
      {
        do: 'answers',
        entries: [
          { at: at(delta.outcome.id), answer: said },
          ...kept.map(([field, answer]) => ({ at: at(field), answer })),
        ],
      },
      ...goes.map(({ id }): Action => ({ do: 'remove-issue', id })),
      ...(again && !there ? [{ do: 'add-issue' as const, issue: again }] : []),
      ...(isDeepStrictEqual(links, item.issues ?? [])
        ? []
        : [{ do: 'link' as const, list: delta.list.id, id: item.id, issues: links }]),
    ],
    ...(issue === undefined ? {} : { issue }),
    stays: stays.map(({ id }) => id),
  };
}

/** Whether an issue is still as the previous review had it. */
const isSame = (issue: Issue, earlier: Issue): boolean => isDeepStrictEqual(issue, earlier);

/** The previous issue, with what was changed of it since in its item. */
function asKept(template: Template, delta: DeltaSection, item: Item, known: Issue): Issue {
  const usual = keptAnswers(delta, known);
  const changed = [...delta.kept].filter(
    ([, { id }]) => item.answers[id] && !isDeepStrictEqual(item.answers[id], usual[id]),
  );
  if (changed.length === 0) return known;
  const { answers } = issueOfItem(template, delta, item, known.id);
  const own = Object.fromEntries(changed.map(([name]) => [name, answers[name]]));
  return { ...known, answers: { ...known.answers, ...own } };
}

/**
 * A risk that is accepted keeps what the issue says; what was kept goes again with another mark.
 * @param usual what the previous review has for the item's fields: nothing where that review is not known any more,
 *   for then the item alone says it
 * @param comesBack whether the issue is made anew by this mark, with what was changed in its item
 */
function keptChanges(
  delta: DeltaSection,
  item: Item,
  usual: Record<string, Answer>,
  outcome: Outcome | null,
  comesBack: boolean,
): [string, Answer | null][] {
  return [...delta.kept.values()].flatMap(({ id }): [string, Answer | null][] => {
    const now = item.answers[id];
    const before = usual[id];
    if (outcome === 'accepted') return !now && before ? [[id, before]] : [];
    // What was changed here has gone into an issue that comes back; one that is there, or resolved, has it nowhere.
    return now && (comesBack || isDeepStrictEqual(now, before)) ? [[id, null]] : [];
  });
}
