import { done, type Failure, failed, type Result } from '../../failure.ts';
import type { Answer, ChecklistItem, Value } from '../../fields/value.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Draft } from './draft.ts';
import { isAnswerOf } from './fit.ts';

/** A draft as the template that is at hand has it. */
export interface Migrated {
  draft: Draft;
  /** The draft as it was, when it was made with an older version of the template. */
  before: Draft | null;
  /** Lines of the notes that were answers to fields which the template does not have any more. */
  moved: number;
}

/**
 * A draft that was made with an older version of a bundled template, at the version at hand: what has no field any
 * more becomes notes of the first section, which the report prints. One that was made with a newer one is refused.
 */
export function atVersion(draft: Draft, template: Template): Result<Migrated> {
  const { version } = draft.template;
  // A team's own template is kept with its drafts, letter for letter.
  if (draft.template.hash !== undefined || version === template.version)
    return done({ draft, before: null, moved: 0 });
  if (compare(version, template.version) > 0) return failed(madeWithNewer(draft, template));
  const { review, lines } = fitted(draft.review, template);
  // The steps for undo lead to reviews of the older version.
  const { undo: _, ...rest } = draft;
  const migrated = { ...rest, template: { ...draft.template, version: template.version }, review };
  return done({ draft: migrated, before: draft, moved: lines });
}

function fitted(review: Review, template: Template): { review: Review; lines: number } {
  const lines: string[] = [];
  const keep = (fields: Template['fields'], answers: Record<string, Answer>, from: string) => {
    const fit = Object.entries(answers).filter(([id, answer]) => {
      const good = isAnswerOf(fields, id, answer) === 'fits';
      if (!good) lines.push(`${from}${id}: ${wordsOf(answer)}`);
      return good;
    });
    return Object.fromEntries(fit);
  };
  const answers = keep(template.fields, review.answers, '');
  const items = Object.entries(review.items).flatMap(([list, all]) => {
    const fields = template.lists[list]?.fields;
    const kept = all.map((item, n) => ({
      ...item,
      answers: keep(fields ?? {}, item.answers, `${list} ${n + 1}, `),
    }));
    return fields ? [[list, kept] as const] : [];
  });
  const sections = template.pages.flatMap((page) => page.sections);
  const notes = { ...review.notes };
  for (const [section, note] of Object.entries(notes)) {
    if (sections.includes(section)) continue;
    delete notes[section];
    lines.push(`${section}: ${note}`);
  }
  const [first] = sections;
  if (lines.length > 0 && first !== undefined) {
    notes[first] = [...(notes[first] ? [notes[first]] : []), ...lines].join('\n\n');
  }
  return { review: { ...review, answers, items: Object.fromEntries(items), notes }, lines: lines.length };
}

function wordsOf(answer: Answer): string {
  return 'value' in answer ? wordsOfValue(answer.value) : `N/A: ${answer.notApplicable}`;
}

function wordsOfValue(value: Value): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  return value.map((one) => (typeof one === 'string' ? one : wordsOfItem(one))).join('; ');
}

const wordsOfItem = ({ text, done, notApplicable }: ChecklistItem): string =>
  `[${done ? 'x' : ' '}] ${text}${notApplicable === undefined ? '' : ` (N/A: ${notApplicable})`}`;

/** Versions are numbers with points between; what is none comes before every number. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  for (let n = 0; n < Math.max(a?.length ?? 0, b?.length ?? 0); n += 1) {
    const difference = (a?.[n] || 0) - (b?.[n] || 0);
    if (difference !== 0) return difference;
  }
  return -1;
}

const madeWithNewer = ({ id, template: { name, version } }: Draft, template: Template): Failure => ({
  where: `draft ${id}`,
  what: `was made with version ${version} of the template "${name}"; this sanctum-review has version ${template.version}`,
  remedy: `use a sanctum-review that has version ${version}; the draft was left as it was`,
});
