import type { Field } from '../../fields/field.ts';
import { isEmpty, kinds } from '../../fields/kinds.ts';
import type { Answer, Value } from '../../fields/value.ts';
import { memo } from '../../memo.ts';
import { shownPages } from '../../review/pages.ts';
import { deltaSectionOf } from '../../review/previous/delta-section.ts';
import type { FieldRef } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { type Check, type CheckInput, isGiven, type ProblemAt } from '../check.ts';
import { findInValues, type HeldValue } from '../each-value.ts';
import { named } from '../names-in-words.ts';
import { rolesOf } from '../roles.ts';
import { isVital } from './issues/issue-incomplete.ts';
import { requiredRoles } from './required.ts';

export const placeholder: Check = {
  id: 'placeholder',
  level: 'warning',
  ahead: (most, subject) => leftInAnswers.ahead(most, subject),
  find(subject) {
    return [...unanswered(subject), ...leftInAnswers(subject), ...leftInNotes(subject)];
  },
};

/** What the template shows in the place of answers: its texts in brackets, and its samples of paths and code. */
interface Samples {
  brackets: Set<string>;
  lines: Set<string>;
}

const samplesOf = memo((template: Template): Samples => {
  const samples: Samples = { brackets: new Set(), lines: new Set() };
  for (const field of fieldsOf(template)) {
    for (const [bracket] of field.placeholder.matchAll(bracketed))
      if (bracket.length > 4) samples.brackets.add(bracket);
    for (const line of sampleLines(field)) samples.lines.add(line);
  }
  return samples;
});

const bracketed = /\[[^[\]\n]+\]/g;

function sampleLines(field: Field): string[] {
  if (field.default !== undefined || field.kind === 'one-of' || field.placeholder.startsWith('[')) return [];
  return field.placeholder
    .split('\n')
    .map((line) => line.trim().replace(/^`(.*)`$/, '$1'))
    .filter((line) => line.length > 8 && !line.startsWith('```') && !line.startsWith('- '));
}

/** Brackets that the template has, and that are no link and no part of a word; and whole lines of its samples. */
function leftIn(template: Template, text: string, loose = false): readonly string[] {
  const { brackets, lines } = samplesOf(template);
  const hasBracket = text.includes('[');
  // Most texts are one line.
  if (!hasBracket && !text.includes('\n')) return lines.has(text.trim()) ? [text.trim()] : nothingLeft;
  const found = new Set<string>();
  if (hasBracket) {
    const prose = loose ? text : text.replace(/(`{3,8})[\s\S]*?\1|`[^`\n]*`/g, ' ');
    for (const { 0: bracket, index } of prose.matchAll(bracketed)) {
      const before = prose[index - 1] ?? '';
      const after = prose[index + bracket.length] ?? '';
      const apart = loose || (!/[\p{L}\p{N}_\]!]/u.test(before) && !/[[(:]/.test(after));
      if (apart && brackets.has(bracket)) found.add(bracket);
    }
  }
  for (const line of text.split('\n')) if (lines.has(line.trim())) found.add(line.trim());
  return [...found];
}

const nothingLeft: readonly never[] = [];

const advice = 'answer, or mark as not applicable';

/** Fields whose placeholder the report shows; issues and what is required have their own checks. */
function unanswered(input: CheckInput): ProblemAt[] {
  const { template, review, roles, facts } = input;
  const told = new Set(requiredRoles.map((role) => roles[role]?.id));
  const isInReport = facts.report?.lines ? standingIn(template, facts.report.lines) : () => true;
  const shows = (field: Field, answer: Answer | undefined): boolean => {
    if (isGiven(field, answer) || field.kind === 'one-of') return false;
    if (field.default !== undefined && leftIn(template, field.placeholder, true).length === 0) return false;
    return isInReport(field);
  };
  const problemIn = (place: FieldRef, field: Field): ProblemAt => {
    const name = field.label || field.hint || field.id;
    const shown = 'no answer: the report shows a placeholder there';
    return {
      place,
      message: `${name} has ${shown}`,
      advice,
      unanswered: true,
      alike: { key: '', name, around: ['', ` have ${shown}`] },
    };
  };
  return shownPages(template, review).flatMap((page): ProblemAt[] => {
    const once = page.fields
      .flatMap((id) => template.fields[id] ?? [])
      .filter((field) => !told.has(field.id) && shows(field, review.answers[field.id]))
      .map((field) => problemIn({ field: field.id }, field));
    const repeated = page.lists.flatMap((id) => {
      const list = template.lists[id];
      if (!list) return [];
      const inPlan = roles.plan.find((one) => one.list === list);
      const delta = deltaSectionOf(template);
      const outcome = delta?.list === list ? delta.outcome.id : undefined;
      const own = [inPlan?.owner, inPlan?.deadline, outcome];
      const fields = list.asks
        .filter((name) => !own.includes(name))
        .flatMap((name) => list.fields[name] ?? []);
      return (review.items[id] ?? []).flatMap((item) =>
        fields
          .filter((field) => shows(field, item.answers[field.id]))
          .map((field) => problemIn({ list: id, item: item.id, field: field.id }, field)),
      );
    });
    return [...once, ...repeated];
  });
}

/** Tells whether a report that was read has a field's placeholder: alone, with its label, or as only this field has it. */
function standingIn(template: Template, lines: ReadonlySet<string>): (field: Field) => boolean {
  const told = new Map<Field, boolean>();
  const all = fieldsOf(template).map(sampleOf);
  return (field) => {
    const sample = sampleOf(field);
    const known = told.get(field);
    if (known !== undefined) return known;
    const only = all.filter((other) => other === sample).length === 1;
    const stands = sample !== '' && hasSample(field, sample, only, lines);
    told.set(field, stands);
    return stands;
  };
}

/** The first line of a placeholder that is no fence. */
const sampleOf = (field: Field): string =>
  (field.placeholder.split('\n').find((line) => !line.trim().startsWith('```')) ?? '').trim();

function hasSample(field: Field, sample: string, only: boolean, lines: ReadonlySet<string>): boolean {
  if (lines.has(sample) || lines.has(`- ${sample}`)) return true;
  const [label = ''] = field.label.split(':');
  if (field.place === 'block') return false;
  return [...lines].some((line) => {
    const at = line.indexOf(sample);
    return at > 0 && (only || line.slice(0, at).replaceAll('*', '').includes(`${label}:`));
  });
}

const fieldsOf = (template: Template): Field[] =>
  [template, ...Object.values(template.issues), ...Object.values(template.lists)].flatMap((one) =>
    Object.values(one.fields),
  );

const leftInAnswers = findInValues(
  () => true,
  (held) => {
    const { template, field, value } = held;
    const left = textsOf(field, value).flatMap(({ text, loose }) => leftIn(template, text, loose));
    if (left.length === 0) return null;
    const once = [...new Set(left)];
    const message = `${field.label || field.hint} still holds the template's ${named(once)}`;
    return { message, advice: 'write what you mean, or remove it', ...without(held, new Set(once)) };
  },
);

/** Takes the placeholder out where it is all that is said, be it in an entry of several. */
function without(
  { template, issue, place, field, value }: HeldValue,
  left: Set<string>,
): Pick<ProblemAt, 'fix'> {
  const texts = textsOf(field, value);
  const stays = texts.map(({ text }) => !left.has(text.trim()));
  const told = texts.some(({ text, loose }, at) => stays[at] && leftIn(template, text, loose).length > 0);
  if (told || stays.every((one) => one)) return {};
  const kept = Array.isArray(value) ? (value.filter((_, at) => stays[at]) as typeof value) : [];
  const none = kept.length === 0 || isEmpty(field, kept);
  const delta = deltaSectionOf(template);
  const needed = issue
    ? 'issue' in place && isVital(issue, place.field)
    : [delta?.by, delta?.reason, delta?.until].includes(field) ||
      requiredRoles.some((role) => rolesOf(template)[role] === field);
  // Without any answer there is worse to say of what is needed; and a default is an answer of its own.
  if (none && (needed || field.default !== undefined)) return {};
  const answer = none ? null : { value: kept };
  return { fix: { label: 'remove it', actions: [{ do: 'answer', at: place, answer }] } };
}

/** The texts of a value; in what the template's own lines say, a placeholder may follow a letter: "v[version]". */
function textsOf(field: Field, value: Value): { text: string; loose: boolean }[] {
  if (typeof value === 'string') return [{ text: value, loose: false }];
  if (!Array.isArray(value)) {
    // In code, brackets are code.
    return kinds[field.kind].isEmpty(value) ? [] : [{ text: value.text.replaceAll('[', '('), loose: false }];
  }
  return value.map((one) =>
    typeof one === 'string'
      ? { text: one, loose: false }
      : { text: one.text, loose: field.editable === true },
  );
}

function leftInNotes({ template, review }: CheckInput): ProblemAt[] {
  return template.sections.flatMap((section): ProblemAt[] => {
    const left = leftIn(template, review.notes[section.id] ?? '');
    if (left.length === 0) return [];
    const message = `The notes of ${section.heading} still hold the template's ${named(left)}`;
    return [{ place: { page: section.page }, message, advice: 'write what you mean, or remove it' }];
  });
}
