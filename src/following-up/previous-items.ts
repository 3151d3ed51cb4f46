import { idFor } from '../review/ids.ts';
import { issueNames } from '../review/issue-names.ts';
import { issueOfItem, roomFor } from '../review/previous/accepted-risk.ts';
import {
  acceptedUntil,
  type DeltaSection,
  deltaSectionOf,
  issuesAbout,
  outcomeAt,
  type PreviousIssue,
} from '../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../review/previous/derived-words.ts';
import type { Issue, Item } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { ReviewToFollow } from './review-to-follow.ts';

/** An issue of the previous review, as an item of the section that says what became of it. */
export interface PreviousItem {
  item: Item;
  previous: PreviousIssue;
  /** Its risk was accepted until a day that is past. */
  expired?: string;
}

/** The issues of the previous review, and what it had left open of those of the review before it. */
export function previousItems(
  template: Template,
  delta: DeltaSection,
  previous: ReviewToFollow,
  today: string,
): PreviousItem[] {
  const names = issueNames(previous.template, previous.review);
  const ids = new Set(previous.review.issues.map(({ id }) => id));
  const taken = new Set<string>();
  const idOf = (issue: Issue): string => (previous.draft !== null ? issue.id : stableId(issue, taken));
  const open = previous.review.issues.map((given): PreviousItem => {
    const issue = { ...given, id: idOf(given), severity: roomFor(template, given.severity) };
    const name = names.get(given.id) ?? '';
    return { item: itemFor(delta, `${name}: ${titleOf(issue)}`, issue.id), previous: { name, issue } };
  });
  const before = deltaSectionOf(previous.template);
  const left = (before ? (previous.review.items[before.list.id] ?? []) : []).flatMap(
    (item): PreviousItem[] => {
      if (!before || outcomeAt(before, item) === 'resolved') return [];
      if (issuesAbout(previous.review, item).length > 0 || (previous.draft !== null && ids.has(item.id)))
        return [];
      const kept = previous.previous?.issues.find(({ issue }) => issue.id === item.id)?.issue;
      const isAccepted = outcomeAt(before, item) === 'accepted';
      const said = issueOfItem(template, before, item, item.id);
      const whole = kept && !isAccepted ? kept : kept ? { ...kept, ...merged(kept, said) } : said;
      const issue = { ...whole, id: idOf(whole), severity: roomFor(template, whole.severity) };
      const text = itemText(before.list, item);
      const plain = itemFor(delta, text, issue.id);
      const one = { previous: { name: previousIssueName(template, text).name, issue } };
      if (!isAccepted) return [{ ...one, item: plain }];
      const until = acceptedUntil(before, item);
      if (until !== '' && until < today) {
        const by = before.by ? itemText(before.list, item, before.by.id) : '';
        const expired = `Accepted as a risk${by ? ` by ${by}` : ''} until ${until}, which is past.`;
        return [{ ...one, item: plain, expired }];
      }
      return [{ ...one, item: { ...plain, answers: stillAccepted(delta, before, item, plain) } }];
    },
  );
  return [...open, ...left];
}

/** What the item says of an issue goes before what was known of it. */
const merged = (kept: Issue, said: Issue): Pick<Issue, 'answers'> => ({
  answers: { ...kept.answers, ...said.answers },
});

/** A risk that is accepted until a day to come stays so, with all that its item says. */
function stillAccepted(delta: DeltaSection, before: DeltaSection, item: Item, plain: Item): Item['answers'] {
  const same = [...delta.kept.values(), delta.by, delta.reason, delta.until, delta.note].flatMap((field) => {
    const answer = field && item.answers[field.id];
    const fits = field && before.list.fields[field.id]?.kind === field.kind;
    return field && answer && fits ? [[field.id, answer] as const] : [];
  });
  return {
    ...plain.answers,
    [delta.outcome.id]: { value: delta.words.accepted },
    ...Object.fromEntries(same),
  };
}

function itemFor({ list }: DeltaSection, text: string, id: string): Item {
  const line = text.replace(/\s+/g, ' ').replace(/:\s*$/, '').trim();
  return { id, answers: { [list.asks[0] ?? '']: { value: line } } };
}

const titleOf = ({ answers: { title } }: Issue): string => (title && 'value' in title ? title.value : '');

/** An id for an issue of a report: the same for each review that follows it. */
function stableId(issue: Issue, taken: Set<string>): string {
  const { location } = issue.answers;
  const where = location && 'value' in location ? location.value.join(' ') : '';
  const text = `${titleOf(issue).toLowerCase().replace(/\s+/g, ' ').trim()}\n${where}`;
  let id = idFor(text);
  for (let count = 2; taken.has(id); count += 1) id = idFor(`${text}\n${count}`);
  taken.add(id);
  return id;
}
