import type { Part } from '../template/template.ts';

/** The fixed words behind a hole. */
export interface After {
  /** Up to the next hole in its line, if there is one: the answer may not hold them. */
  border: string;
  /** Up to the end of the line. */
  line: string;
}

/** Of what stands at the end of a text. */
export const nothing: After = { border: '', line: '' };

const afterBy = new WeakMap<Part[], After[]>();

/** What stands behind each of these parts; an issue's are the same for thousands. */
export function wordsAfter(parts: Part[]): After[] {
  const all = afterBy.get(parts) ?? parts.map((_, at) => wordsBehind(parts, at));
  afterBy.set(parts, all);
  return all;
}

function wordsBehind(parts: Part[], at: number): After {
  const next = parts[at + 1];
  const text = next?.type === 'text' ? next.text : '';
  const follower = parts[at + 2]?.type;
  const border = !text.includes('\n') && (follower === 'field' || follower === 'about') ? text : '';
  return { border, line: text.split('\n', 1)[0] ?? '' };
}
