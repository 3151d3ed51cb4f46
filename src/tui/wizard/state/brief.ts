import type { Answer } from '../../../fields/value.ts';
import { shown } from '../render/text.ts';

/** An answer in one row: "–" when not applicable, nothing when there is none. */
export function brief(answer: Answer | undefined): string {
  if (!answer) return '';
  if ('notApplicable' in answer) return '–';
  const { value } = answer;
  if (typeof value === 'string') return shown(value).replaceAll('\n', ' ');
  if (Array.isArray(value)) {
    return shown(value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / '));
  }
  return shown(value.text.split('\n')[0] ?? '');
}
