import type { Part } from '../../template/template.ts';

/** The fixed words behind a hole. */
export interface Following {
  /** Up to the next hole in its line, if there is one: the answer may not hold them. */
  border: string;
  /** Up to the end of the line. */
  line: string;
}

/** Of what stands at the end of a text. */
export const nothing: Following = { border: '', line: '' };

const afterBy = new WeakMap<Part[], Following[]>();

/** What stands behind each of these parts; an issue's are the same for thousands. */
export function followingText(parts: Part[]): Following[] {
  const all = afterBy.get(parts) ?? parts.map((_, at) => wordsBehind(parts, at));
  afterBy.set(parts, all);
  return all;
}

function wordsBehind(parts: Part[], at: number): Following {
  const next = parts[at + 1];
  const text = next?.type === 'text' ? next.text : '';
  const follower = parts[at + 2]?.type;
  const border = !text.includes('\n') && (follower === 'field' || follower === 'about') ? text : '';
  return { border, line: text.split('\n', 1)[0] ?? '' };
}
