import { measuredAnswer } from '../../../checks/measured/measured-answers.ts';
import { measurementInWords } from '../../../measurements/in-words.ts';
import type { Measurement } from '../../../review/measurements.ts';
import { counted } from '../../../text/counted.ts';
import { commit } from '../state/commit.ts';
import { promptOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';

/** Asks for a file of coverage, test results or a load test. */
export const askMeasurements = (state: State): State => ({
  ...state,
  overlay: promptOverlay('Import measurements from', '', 'a coverage, test or k6 file', {
    for: 'measurements',
  }),
});

/** Keeps what a file measured, in place of what it said before; the fields that it answers suggest it. */
export function takeMeasurements(state: State, file: string, measurements: Measurement[]): State {
  const taken = openGroup(commit(openGroup(state), { do: 'measured', file, measurements }));
  const words = measurements.slice(0, mostSaid).map(measurementInWords).join(', ');
  const fields = answeredBy(taken, file);
  const where = fields === 0 ? 'No field asks for it.' : `Suggested in ${counted(fields, 'field')}.`;
  return say(taken, `${file}: ${words}. ${where} Ctrl+Z takes it back.`);
}

const mostSaid = 3;

const answeredBy = ({ template, history }: State, file: string): number =>
  Object.values(template.fields).filter(
    (field) => measuredAnswer(template, history.present, field)?.source.file === file,
  ).length;
