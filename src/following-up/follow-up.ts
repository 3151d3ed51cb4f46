import { basename, isAbsolute, relative, sep } from 'node:path';
import { rolesOf } from '../checks/roles.ts';
import type { Field } from '../fields/field.ts';
import { kinds } from '../fields/kinds.ts';
import type { Answer, ChecklistItem } from '../fields/value.ts';
import type { Action } from '../review/actions.ts';
import { idFor } from '../review/ids.ts';
import { issueNames } from '../review/issue-names.ts';
import { issueOfItem, roomFor } from '../review/previous/accepted-risk.ts';
import {
  acceptedUntil,
  type DeltaSection,
  deltaSectionOf,
  issuesAbout,
  type Outcome,
  outcomeAt,
  type PreviousIssue,
  type PreviousReview,
} from '../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../review/previous/derived-words.ts';
import { markPreviousIssue } from '../review/previous/mark-previous-issue.ts';
import { reduce } from '../review/reduce.ts';
import { type Issue, type Item, type Review, valueAt } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { asCode, withReport } from './report-reference.ts';

/** An earlier review that a new one follows. */
export interface ReviewToFollow {
  template: Template;
  review: Review;
  /** The report's path, absolute, where there is one. */
  report: string | null;
  /** The draft's id, when it is one: then its issues have ids of their own. */
  draft: string | null;
  /** What it kept itself of the review before it. */
  previous?: PreviousReview;
}

/** An issue of the earlier review, as an item of the delta. */
interface Candidate {
  item: Item;
  earlier: PreviousIssue;
  /** Its risk was accepted until a day that is past. */
  expired?: string;
}

/**
 * What makes a review follow an earlier one: its issues as candidates to be marked, what does not change from review
 * to review, and which review it was. Never its verdict, risk, ticks or sign-off.
 * @param surroundings the day where the reviewer is, and the reviewed repository
 */
export function followActions(
  template: Template,
  review: Review,
  earlier: ReviewToFollow,
  surroundings: { today: string; repository?: string | undefined },
): { actions: Action[]; previous: PreviousReview } {
  const delta = deltaSectionOf(template);
  const candidates = delta ? candidatesOf(template, delta, earlier, surroundings.today) : [];
  const name = nameOf(earlier, surroundings.repository);
  const actions: Action[] = [
    { do: 'answers', entries: answersFor(template, delta, review, earlier, name, candidates.length) },
  ];
  let now = actions.reduce(reduce, review);
  const does = (action: Action) => {
    actions.push(action);
    now = reduce(now, action);
  };
  for (const { item, earlier: one, expired } of delta ? candidates : []) {
    if (!delta) continue;
    does({ do: 'add-item', list: delta.list.id, item });
    if (expired === undefined) continue;
    for (const action of markPreviousIssue(template, now, delta, item, 'open', one).actions) does(action);
    const place = delta.note && { list: delta.list.id, item: item.id, field: delta.note.id };
    if (place) does({ do: 'answer', at: place, answer: { value: expired } });
  }
  return {
    actions,
    previous: {
      from: earlier.report ?? earlier.draft ?? '',
      issues: candidates.map((one) => one.earlier),
      answers: measured(template, earlier),
    },
  };
}

/** The issues of the earlier review, and what it had left open of those of the review before it. */
function candidatesOf(
  template: Template,
  delta: DeltaSection,
  earlier: ReviewToFollow,
  today: string,
): Candidate[] {
  const names = issueNames(earlier.template, earlier.review);
  const ids = new Set(earlier.review.issues.map(({ id }) => id));
  const taken = new Set<string>();
  const idOf = (issue: Issue): string => (earlier.draft !== null ? issue.id : stableId(issue, taken));
  const open = earlier.review.issues.map((given): Candidate => {
    const issue = { ...given, id: idOf(given), severity: roomFor(template, given.severity) };
    const name = names.get(given.id) ?? '';
    return { item: itemFor(delta, `${name}: ${titleOf(issue)}`, issue.id), earlier: { name, issue } };
  });
  const before = deltaSectionOf(earlier.template);
  const left = (before ? (earlier.review.items[before.list.id] ?? []) : []).flatMap((item): Candidate[] => {
    if (!before || outcomeAt(before, item) === 'resolved') return [];
    if (issuesAbout(earlier.review, item).length > 0 || (earlier.draft !== null && ids.has(item.id)))
      return [];
    const kept = earlier.previous?.issues.find(({ issue }) => issue.id === item.id)?.issue;
    const isAccepted = outcomeAt(before, item) === 'accepted';
    const said = issueOfItem(template, before, item, item.id);
    const whole = kept && !isAccepted ? kept : kept ? { ...kept, ...merged(kept, said) } : said;
    const issue = { ...whole, id: idOf(whole), severity: roomFor(template, whole.severity) };
    const text = itemText(before.list, item);
    const plain = itemFor(delta, text, issue.id);
    const one = { earlier: { name: previousIssueName(template, text).name, issue } };
    if (!isAccepted) return [{ ...one, item: plain }];
    const until = acceptedUntil(before, item);
    if (until !== '' && until < today) {
      const by = before.by ? itemText(before.list, item, before.by.id) : '';
      const expired = `Accepted as a risk${by ? ` by ${by}` : ''} until ${until}, which is past.`;
      return [{ ...one, item: plain, expired }];
    }
    return [{ ...one, item: { ...plain, answers: stillAccepted(delta, before, item, plain) } }];
  });
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

type Entry = { at: { field: string }; answer: Answer };

/** What the review is called, as its report says it: "`docs/reports/….md`, 2026-01-31, v1.4.2". */
function nameOf(earlier: ReviewToFollow, repository: string | undefined): { path: string; words: string } {
  const { template, review, report, draft } = earlier;
  const inside = report !== null && repository ? relative(repository, report) : '..';
  // Where it lies outside, its folders are this machine's own, and nobody else's business.
  const isOutside = isAbsolute(inside) || /^\.\.(?:[\\/]|$)/.test(inside);
  const path = isOutside ? basename(report ?? '') : inside.split(sep).join('/');
  const roles = rolesOf(template);
  const said = [roles.date, roles.version].map((field) => {
    const value = field && valueAt(review, { field: field.id });
    return typeof value === 'string' ? value.trim() : '';
  });
  const source = path === '' ? (draft === null ? '' : `draft ${draft}`) : asCode(path);
  return {
    path,
    words: [source, ...said].filter((text) => text !== '').join(', '),
  };
}

/** What stands once and is taken over. Answers that the new review has stay. */
function answersFor(
  template: Template,
  delta: DeltaSection | null,
  review: Review,
  earlier: ReviewToFollow,
  name: ReturnType<typeof nameOf>,
  candidates: number,
): Entry[] {
  const verdict = rolesOf(earlier.template).verdict;
  const said = verdict && valueAt(earlier.review, { field: verdict.id });
  const entries: Entry[] = [];
  const put = (field: string | undefined, answer: Answer | undefined) => {
    if (field !== undefined && answer) entries.push({ at: { field }, answer });
  };
  if (name.words !== '') put(delta?.review?.id, { value: name.words });
  if (typeof said === 'string' && said !== '') put(delta?.verdict?.id, { value: said });
  if (delta && candidates === 0) put(delta.list.id, { notApplicable: 'no issue was open' });
  for (const field of Object.values(template.fields)) {
    const lasting = lastingAnswer(field, earlier);
    const isReferences = field.suggest === 'previous-review' && name.path !== '';
    const answer = isReferences
      ? { value: withReport(lasting ? { ...field, default: lasting.value } : field, name.path) }
      : lasting;
    if (answer && (isReferences || !review.answers[field.id])) put(field.id, answer);
  }
  return entries;
}

/** What the template gives as content lasts as the earlier review has it, without its ticks. */
function lastingAnswer(field: Field, { template, review }: ReviewToFollow) {
  if (field.default === undefined || (field.kind === 'checklist' && !field.editable)) return undefined;
  const value = valueAt(review, { field: field.id });
  if (value === undefined || template.fields[field.id]?.kind !== field.kind) return undefined;
  if (field.kind !== 'checklist') return { value };
  const items = value as ChecklistItem[];
  return { value: items.map(({ text }) => ({ text, done: false })) };
}

/** Whether the earlier answer is worth being shown beside the new one. */
const isShownAgain = ({ kind }: Field): boolean =>
  kinds[kind].measures === true || kinds[kind].form === 'choice';

/** What was measured, and how things stood, for being shown beside the new answers. */
function measured(
  template: Template,
  { template: before, review }: ReviewToFollow,
): PreviousReview['answers'] {
  const all = Object.values(template.fields).flatMap((field) => {
    const value = valueAt(review, { field: field.id });
    const same = isShownAgain(field) && before.fields[field.id]?.kind === field.kind;
    const fits = same && value !== undefined && kinds[field.kind].schema.safeParse(value).success;
    return fits ? [[field.id, { value }] as const] : [];
  });
  return Object.fromEntries(all);
}

/** What to say of a review that has just come to follow an earlier one. */
export function followedWords(template: Template, review: Review): string {
  const delta = deltaSectionOf(template);
  if (!delta) return `The template "${template.name}" has no place for earlier issues; measures are shown.`;
  const items = review.items[delta.list.id] ?? [];
  const count = (outcome: Outcome) => items.filter((item) => outcomeAt(delta, item) === outcome).length;
  const [open, accepted] = [count('open'), count('accepted')];
  if (items.length === 0) return 'The earlier review left no issue open.';
  const issues = items.length === 1 ? '1 issue' : `${items.length} issues`;
  return [
    `${issues} of the earlier review: say what became of each.`,
    ...(open > 0
      ? [`${open} ${open === 1 ? 'was' : 'were'} accepted until a day that is past: open again.`]
      : []),
    ...(accepted > 0 ? [`${accepted} ${accepted === 1 ? 'is' : 'are'} still accepted.`] : []),
  ].join(' ');
}
