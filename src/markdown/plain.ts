import { listMarker } from './line.ts';
import { scan } from './scan.ts';

/** Whether a text begins as a paragraph, which may follow a label without a blank line. */
export function isPlain(text: string): boolean {
  if (/^[a-z]/i.test(text)) return true;
  const [line] = scan(text.split('\n', 1)[0] ?? '');
  const first = line?.text ?? '';
  return (
    line?.kind === 'text' &&
    !/^(?: {0,3}[>|<]| {4}|\t| {0,3}(?:=+|-+)[ \t]*$)/.test(first) &&
    listMarker(first) === null
  );
}
