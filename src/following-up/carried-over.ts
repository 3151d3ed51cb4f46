import { basename, isAbsolute, relative, sep } from 'node:path';
import { rolesOf } from '../checks/roles.ts';
import type { Field } from '../fields/field.ts';
import { kinds } from '../fields/kinds.ts';
import type { Answer, ChecklistItem } from '../fields/value.ts';
import type { DeltaSection, PreviousReview } from '../review/previous/delta-section.ts';
import { type Review, valueAt } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { asCode, withReport } from './report-reference.ts';
import type { ReviewToFollow } from './review-to-follow.ts';

type Entry = { at: { field: string }; answer: Answer };

/** What the review is called, as its report says it: "`docs/reports/….md`, 2026-01-31, v1.4.2". */
export function nameOf(
  previous: ReviewToFollow,
  repository: string | undefined,
): { path: string; words: string } {
  const { template, review, report, draft } = previous;
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

/** The answers that the new review takes over, once each. Those that it has stay. */
export function answersCarriedOver(
  template: Template,
  delta: DeltaSection | null,
  review: Review,
  previous: ReviewToFollow,
  name: ReturnType<typeof nameOf>,
  open: number,
): Entry[] {
  const verdict = rolesOf(previous.template).verdict;
  const said = verdict && valueAt(previous.review, { field: verdict.id });
  const entries: Entry[] = [];
  const put = (field: string | undefined, answer: Answer | undefined) => {
    if (field !== undefined && answer) entries.push({ at: { field }, answer });
  };
  if (name.words !== '') put(delta?.review?.id, { value: name.words });
  if (typeof said === 'string' && said !== '') put(delta?.verdict?.id, { value: said });
  if (delta && open === 0) put(delta.list.id, { notApplicable: 'no issue was open' });
  for (const field of Object.values(template.fields)) {
    const lasting = lastingAnswer(field, previous);
    const isReferences = field.suggest === 'previous-review' && name.path !== '';
    const answer = isReferences
      ? { value: withReport(lasting ? { ...field, default: lasting.value } : field, name.path) }
      : lasting;
    if (answer && (isReferences || !review.answers[field.id])) put(field.id, answer);
  }
  return entries;
}

/** What the template gives as content lasts as the previous review has it, without its ticks. */
function lastingAnswer(field: Field, { template, review }: ReviewToFollow) {
  if (field.default === undefined || (field.kind === 'checklist' && !field.editable)) return undefined;
  const value = valueAt(review, { field: field.id });
  if (value === undefined || template.fields[field.id]?.kind !== field.kind) return undefined;
  if (field.kind !== 'checklist') return { value };
  const items = value as ChecklistItem[];
  return { value: items.map(({ text }) => ({ text, done: false })) };
}

/** Whether the previous answer is worth being shown beside the new one. */
const isShownBeside = ({ kind }: Field): boolean =>
  kinds[kind].measures === true || kinds[kind].form === 'choice';

/** What was measured, and how things stood, for being shown beside the new answers. */
export function measuredBefore(
  template: Template,
  { template: before, review }: ReviewToFollow,
): PreviousReview['answers'] {
  const all = Object.values(template.fields).flatMap((field) => {
    const value = valueAt(review, { field: field.id });
    const same = isShownBeside(field) && before.fields[field.id]?.kind === field.kind;
    const fits = same && value !== undefined && kinds[field.kind].schema.safeParse(value).success;
    return fits ? [[field.id, { value }] as const] : [];
  });
  return Object.fromEntries(all);
}
