import { readBytes } from '../files/read.ts';
import type { Refused } from '../files/refused.ts';
import { readMeasurements } from '../measurements/read-measurements.ts';
import type { Measurement } from '../review/evidence/measurements.ts';
import { contentOf, type ScanContent } from './content/content.ts';
import type { Finding } from './finding.ts';
import type { Format, Report, Tool } from './format.ts';
import { findingFormats } from './formats.ts';
import { plainLine } from './plain-text.ts';

/** What a scanner's file holds, or why nothing is taken from it. */
export interface Scan {
  /** As the file was named. */
  file: string;
  /** Null when it is of no known format. */
  format: string | null;
  tools: Tool[];
  findings: Finding[];
  suppressed: number;
  unreadable: number;
  /** What it measured, where it is a report on tests, coverage or load. */
  measurements: Measurement[];
  /** Words to stand behind the file's name: "is empty"; null when it was read. */
  refused: string | null;
  /** What to do about that. */
  remedy: string;
}

/** Whether a file was read and tells what a scanner found, be it nothing; no report on tests, coverage or load. */
export const tellsFindings = ({ refused, measurements }: Pick<Scan, 'refused' | 'measurements'>): boolean =>
  refused === null && measurements.length === 0;

/** Reads a scanner's file, by its content. @param file how it is named to people */
export function readScanFile(path: string, file: string): Scan {
  const bytes = readBytes(path);
  if (bytes.ok) return readScan(bytes.value, file);
  const [failure] = bytes.failures;
  return notRead(file, null, { refused: failure?.what ?? 'cannot be read' }, failure?.remedy);
}

/** Reads what a scanner wrote. Never throws. */
export function readScan(bytes: Uint8Array, file: string): Scan {
  const content = contentOf(bytes);
  if ('refused' in content) return notRead(file, null, content);
  const format = findingFormats.find((one) => one.recognises(content));
  if (!format) return measured(content, file);
  const { name } = format;
  if (content.broken !== null) return notRead(file, name, { refused: content.broken });
  const other = besides(content, format);
  if (other) return notRead(file, name, { refused: other }, onlyJson);
  const read = format.read(content);
  return 'refused' in read ? notRead(file, name, read, 'run the tool again') : readAs(file, name, read);
}

/** A file without findings may hold measurements. */
function measured(content: ScanContent, file: string): Scan {
  const read = readMeasurements(content.text, file, { root: content.root, json: content.whole });
  if (read === null) return notRead(file, null, { refused: content.broken ?? ofNoKnownFormat(content) });
  if ('refused' in read) return notRead(file, read.format, read);
  const { tool, version = null } = read.source;
  const tools = [{ name: tool, version }];
  const report = { tools, findings: [], suppressed: 0, unreadable: 0 };
  return { ...readAs(file, read.format, report), measurements: read.measurements };
}

const onlyJson = 'have the tool write its JSON to a file of its own, or delete the other text';

function readAs(file: string, format: string, report: Report): Scan {
  const tools = report.tools.map(({ name, version }) => ({
    name: plainLine(name, 100) || 'unnamed tool',
    version: plainLine(version ?? '', 100) || null,
  }));
  return { file, format, ...report, tools, measurements: [], refused: null, remedy: '' };
}

const notRead = (
  file: string,
  format: string | null,
  { refused, remedy: own }: Refused,
  remedy = 'name a file that a scanner wrote, as SARIF, or as the JSON or XML of a common tool',
): Scan => ({
  file,
  format,
  tools: [],
  findings: [],
  suppressed: 0,
  unreadable: 0,
  measurements: [],
  refused: plainLine(refused, 300),
  remedy: own ?? remedy,
});

function ofNoKnownFormat({ values, root }: ScanContent): string {
  if (root) return `is not of a known format (XML, <${root.name}>)`;
  const [only, ...more] = values;
  if (more.length === 0 && Array.isArray(only) && only.length === 0)
    return 'is an empty list, which does not say what wrote it';
  if (more.length === 0 && typeof only === 'object' && only !== null && Object.keys(only).length === 0)
    return 'is an empty object, which does not say what wrote it';
  return 'is not of a known format';
}

/** What else a file holds than what its tool writes; null when that is all. Lines with `#` are `go vet`'s own. */
function besides({ values, others }: ScanContent, { writesSeveral }: Format): string | null {
  const other = others.find(({ text }) => !(writesSeveral && text.startsWith('#')));
  if (other) {
    const side = other.values > 0 ? 'after' : 'before';
    return `has text ${side} the JSON (line ${other.line}: "${plainLine(other.text, 60)}")`;
  }
  if (values.length > 1 && !writesSeveral) return `has ${values.length} JSON values, one after the other`;
  return null;
}
