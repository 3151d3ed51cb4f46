import type { Field } from '../fields/field.ts';
import type { Action } from '../review/actions.ts';
import type { CheckInput, ProblemAt } from './check.ts';
import { named } from './names-in-words.ts';

/** A ticked line, as a report that ticks several options leaves it in the notes. */
const tick = /^(\s*[-*+][ \t]+)\[[xX✓✔☑✅]\]/;

/** The options of a field that the notes of its page tick: the report shows them beside the answer. */
export function tickedInNotes({ template, review }: CheckInput, field: Field): string[] {
  const { kind, options = [] } = field;
  if (kind !== 'one-of') return [];
  const lines = sectionsOf(template, field).flatMap((section) => (review.notes[section] ?? '').split('\n'));
  return options.filter((option) => lines.some((line) => ticks(line, option)));
}

/** Says that the notes tick another option than the one that is answered; the fix unticks it there. */
export function contradictedInNotes(input: CheckInput, field: Field, others: string[]): ProblemAt {
  const { template, review } = input;
  const page = template.pages.find(({ fields }) => fields.includes(field.id));
  const actions = sectionsOf(template, field).flatMap((section): Action[] => {
    const note = review.notes[section] ?? '';
    const text = withoutTicks(note, field);
    return text === note ? [] : [{ do: 'note', section, text }];
  });
  return {
    place: { field: field.id },
    message: `${field.label} has an answer, but the notes of ${page?.title ?? 'its page'} tick ${named(others)}`,
    advice: 'take the tick out of the notes, or choose what it says',
    fix: { label: 'clear the ticks in the notes', actions },
  };
}

const sectionsOf = ({ pages }: CheckInput['template'], { id }: Field): string[] =>
  pages.find(({ fields }) => fields.includes(id))?.sections ?? [];

const ticks = (line: string, option: string): boolean => tick.test(line) && line.includes(`**${option}**`);

/** Lines in the template's own words are gone; what somebody added to one stays, unticked. */
function withoutTicks(note: string, { options = [], lines = [] }: Field): string {
  const rest = note.split('\n').flatMap((line) => {
    if (!options.some((option) => ticks(line, option))) return [line];
    const unticked = line.replace(tick, '$1[ ]');
    return lines.includes(unticked.trim()) ? [] : [unticked];
  });
  return rest.join('\n').trim();
}
