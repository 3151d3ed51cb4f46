import type { Measurement, MeasurementSource } from '../review/evidence/measurements.ts';
import { contentOf, type Known } from './content.ts';
import type { Measured } from './format.ts';
import { measurementFormats } from './formats.ts';

/** What a file holds, or why nothing is taken from it: words to stand behind its name. */
export type MeasurementFile = { format: string } & (
  | { source: MeasurementSource; measurements: Measurement[] }
  | { refused: string }
);

/**
 * Reads the measurements in a file's text. Null where the text is in none of the formats, be it another one or broken
 * beyond knowing. Never throws.
 * @param file the name that the measurements keep
 */
export function readMeasurements(text: string, file: string, known: Known = {}): MeasurementFile | null {
  const content = contentOf(text, known);
  const format = measurementFormats.find((one) => one.recognises(content));
  if (!format) return null;
  const { name } = format;
  const read = format.read(content);
  const refused = 'refused' in read ? read.refused : impossible(read);
  if (refused !== null || 'refused' in read) return { format: name, refused: refused ?? '' };
  const { values, ...from } = read;
  const source = { file, ...from };
  return { format: name, source, measurements: values.map((value) => ({ ...value, source })) };
}

/** What no tool can have measured; null where all is possible. */
function impossible({ values }: Measured): string | null {
  const wrong = values.find(({ value, unit, total }) => {
    const most = unit === '%' ? 100 : (total ?? Number.MAX_VALUE);
    return !(value >= 0 && value <= most);
  });
  return wrong ? `cannot be true: it says ${wrong.kind.replaceAll('-', ' ')} ${wrong.value}` : null;
}
