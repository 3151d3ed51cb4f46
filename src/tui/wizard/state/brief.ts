import type { Answer } from '../../../fields/value.ts';
import { visible } from '../../../text/clean.ts';

/** An answer in one row: "–" when not applicable, nothing when there is none. */
export function brief(answer: Answer | undefined): string {
  if (!answer) return '';
  if ('notApplicable' in answer) return '–';
  const { value } = answer;
  if (typeof value === 'string') return visible(value).replaceAll('\n', ' ');
  if (Array.isArray(value)) {
    return visible(value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / '));
  }
  return visible(value.text.split('\n')[0] ?? '');
}
