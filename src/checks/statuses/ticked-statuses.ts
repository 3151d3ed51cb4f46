import type { Field } from '../../fields/field.ts';
import type { Template } from '../../template/template.ts';
import { standings, subjects } from './subjects.ts';

/** A status whose first option is the best, and the lines of checklists that say the same of it when they are ticked. */
export interface TickedStatus {
  field: Field;
  says(line: string): boolean;
}

/** Lines that say the same as a status in words of their own; else its label says which: `isSameFact`. */
const otherLines: Record<string, RegExp> = { 'race-tests': /\bgo test\b.*\s-race\b/i };

/** The statuses that a line can be about: of those with the same label nobody knows which one it means. */
export function tickedStatuses({ fields }: Template): TickedStatus[] {
  const ids = new Set([...Object.keys(subjects), ...standings.flatMap((one) => one.ids)]);
  const all = [...ids].flatMap((id) => (fields[id]?.kind === 'choice' ? [fields[id]] : []));
  return all.flatMap((field): TickedStatus[] => {
    const other = otherLines[field.id];
    if (other) return [{ field, says: (line) => other.test(line) }];
    if (all.some((one) => one !== field && one.label === field.label)) return [];
    return [{ field, says: (line) => isSameFact(field.label, line) }];
  });
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a line begins with the first word of a label and has all of its words: "Monitoring and alerting configured". */
function isSameFact(label: string, line: string): boolean {
  const [asked, said] = [wordsIn(label), wordsIn(line)];
  return asked.length > 0 && asked[0] === said[0] && asked.every((word) => said.includes(word));
}
