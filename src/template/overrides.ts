import { headingOf } from '../markdown/line.ts';
import { fieldsIn, type LayoutLine } from './parts/layout.ts';

/** The label under which a report says which errors of the checks its reviewer lets stand. */
export const overridesLabel = 'Overridden Checks';

/**
 * Puts the place for what is let stand below the last field of the template that stands once: under the notes of the
 * sign-off. `lines` are changed.
 */
export function withOverrides(lines: LayoutLine[]): LayoutLine[] {
  let at = lines.findLastIndex((line) => fieldsIn(line.pieces).length > 0);
  // Behind words of the template's own that go on in the next lines.
  for (
    let next = lines[at + 1];
    next && next.text.trim() !== '' && !headingOf(next.text);
    next = lines[at + 1]
  )
    at += 1;
  const line = lines[at];
  const notes = line?.pieces.findIndex(({ part }) => part.type === 'notes') ?? -1;
  line?.pieces.splice(notes < 0 ? line.pieces.length : notes, 0, {
    at: line.at,
    part: { type: 'overrides' },
  });
  return lines;
}
