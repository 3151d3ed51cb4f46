import type { Field } from '../../fields/field.ts';
import {
  acceptedUntil,
  type DeltaSection,
  deltaSectionOf,
  outcomeAt,
} from '../../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../../review/previous/derived-words.ts';
import type { FieldRef, Item } from '../../review/review.ts';
import { type Check, type CheckInput, isGiven, type ProblemAt } from '../check.ts';
import { callingsOf, comparable } from '../issue-mentions.ts';
import { named } from '../names-in-words.ts';
import { unjudged } from '../unjudged.ts';

/** An issue of the previous review, in the section that says what became of it. */
interface Candidate {
  delta: DeltaSection;
  item: Item;
  /** `HIGH-2 "Title"` */
  words: string;
  place(field: string | undefined): FieldRef;
}

const overCandidates =
  (find: (candidate: Candidate, subject: CheckInput) => ProblemAt[]) =>
  (subject: CheckInput): ProblemAt[] => {
    const { template, review } = subject;
    const delta = deltaSectionOf(template);
    if (!delta) return [];
    return (review.items[delta.list.id] ?? []).flatMap((item) => {
      const { name, title } = previousIssueName(template, itemText(delta.list, item));
      const quoted = title === '' ? '' : `"${title.length > 60 ? `${title.slice(0, 59)}…` : title}"`;
      const place = (field = delta.outcome.id) => ({ list: delta.list.id, item: item.id, field });
      const words = [name, quoted].filter((text) => text !== '').join(' ') || 'A previous issue';
      return find({ delta, item, words, place }, subject);
    });
  };

/** The same of what they lack. */
const lackingIn =
  (find: Parameters<typeof overCandidates>[0]) =>
  (subject: CheckInput): readonly ProblemAt[] =>
    unjudged(overCandidates(find)(subject), subject.facts.editing);

export const earlierUndecided: Check = {
  id: 'earlier-undecided',
  level: 'warning',
  find: lackingIn(({ delta, item, words, place }) => {
    if (isGiven(delta.outcome, item.answers[delta.outcome.id])) return [];
    const advice = 'mark it as resolved, still open, changed, or accepted as a risk';
    return [{ place: place(undefined), message: `${words} has no outcome yet`, advice }];
  }),
};

export const earlierContradictsIssues: Check = {
  id: 'earlier-contradicts-issues',
  level: 'warning',
  find(subject) {
    const { template, names } = subject;
    return overCandidates(({ delta, item, words, place }) => {
      const outcome = outcomeAt(delta, item);
      if (outcome === null) return [];
      const title = comparable(previousIssueName(template, itemText(delta.list, item)).title);
      const about = (item.issues ?? []).filter((id) => names.has(id));
      const same = about.length > 0 ? about : (callingsOf(subject).byTitle.get(title) ?? []);
      const isOpen = outcome === 'open' || outcome === 'changed';
      if (isOpen === same.length > 0) return [];
      const issues = named(same.map((id) => names.get(id) ?? ''));
      const what = about.length > 0 ? 'is that issue' : 'has the same title';
      const said = `${words} is marked as ${delta.words[outcome].toLowerCase()}`;
      return [
        isOpen
          ? {
              place: place(undefined),
              message: `${said}, but no issue of this review is linked to it`,
              advice: 'mark it again to bring the issue back',
            }
          : {
              place: place(undefined),
              message: `${said}, while ${issues} ${what}`,
              advice: 'remove the issue, or mark it as still open',
            },
      ];
    })(subject);
  },
};

export const acceptanceIncomplete: Check = {
  id: 'acceptance-incomplete',
  level: 'error',
  find: lackingIn(({ delta, item, words, place }) => {
    if (outcomeAt(delta, item) !== 'accepted') return [];
    const asked = [
      { field: delta.by, advice: 'name who accepts it' },
      { field: delta.reason, advice: 'explain why the risk is acceptable' },
      { field: delta.until, advice: 'give the day until which it is accepted' },
    ];
    return asked.flatMap(({ field, advice }): ProblemAt[] => {
      if (!field || itemText(delta.list, item, field.id) !== '') return [];
      const message = `${words} is accepted as a risk without "${field.label}"`;
      return [{ place: place(field.id), message, advice }];
    });
  }),
};

export const acceptanceContradicted: Check = {
  id: 'acceptance-contradicted',
  level: 'warning',
  find: overCandidates(({ delta, item, words, place }) => {
    const outcome = outcomeAt(delta, item);
    if (outcome === null || outcome === 'accepted') return [];
    const said = (field: Field | undefined): Field[] =>
      field && itemText(delta.list, item, field.id) !== '' ? [field] : [];
    const [first, ...more] = [...said(delta.by), ...said(delta.until)];
    if (!first) return [];
    const labels = named([first, ...more].map(({ label }) => `"${label}"`));
    const all = [first, ...more, ...said(delta.reason)];
    const entries = all.map(({ id }) => ({ at: place(id), answer: null }));
    return [
      {
        place: place(first.id),
        message: `${words} is marked as ${delta.words[outcome].toLowerCase()}, but still has ${labels}`,
        advice: 'remove what says that it is accepted, or mark it as accepted',
        fix: { label: 'remove it', actions: [{ do: 'answers', entries }] },
      },
    ];
  }),
};

export const riskExpired: Check = {
  id: 'risk-expired',
  level: 'error',
  find: overCandidates(({ delta, item, words, place }, { facts }) => {
    const until = acceptedUntil(delta, item);
    if (outcomeAt(delta, item) !== 'accepted' || until === '' || until >= facts.today) return [];
    return [
      {
        place: place(delta.until?.id),
        message: `The risk of ${words} is accepted until ${until}, which is past`,
        advice: 'mark it as still open, or have it accepted until a later day',
      },
    ];
  }),
};
