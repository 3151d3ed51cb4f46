import { measuredAnswer } from '../../../../checks/measured/measured-answers.ts';
import { measurementInWords } from '../../../../measurements/in-words.ts';
import type { Measurement } from '../../../../review/evidence/measurements.ts';
import { counted } from '../../../../text/counted.ts';
import type { State } from '../../state/state.ts';

/** A file and what it measured. */
interface MeasuredFile {
  file: string;
  measurements: readonly Measurement[];
}

/** More values of a file are not said in one line. */
const mostSaid = 3;

/** What is said of files of measurements that were imported: the values of a single one, and how many fields suggest them. */
export function measuredInWords(state: State, files: readonly MeasuredFile[]): string {
  const [only, ...more] = files;
  if (!only) return '';
  const fields = suggestedBy(
    state,
    files.map(({ file }) => file),
  );
  const where = fields === 0 ? 'no field asks for it' : `suggested in ${counted(fields, 'field')}`;
  if (more.length > 0) return `${counted(files.length, 'file')} of measurements, ${where}.`;
  const values = only.measurements.slice(0, mostSaid).map(measurementInWords).join(', ');
  return `${only.file}: ${values}; ${where}.`;
}

/** How many fields are answered by one of these files. */
function suggestedBy({ template, history }: State, files: readonly string[]): number {
  const answers = Object.values(template.fields).map((field) =>
    measuredAnswer(template, history.present, field),
  );
  return answers.filter((answer) => answer && files.includes(answer.source.file)).length;
}
