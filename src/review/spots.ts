import type { Issue } from './review.ts';

/** A stretch of lines in a file that an issue points at; from 0 to 0 where it means the file as a whole. */
export interface Spot {
  /** As the issue says it: "a/b.go:3-9". */
  at: string;
  file: string;
  from: number;
  to: number;
}

const path = /^([^\s`:]+)(?::(\d+)(?:[-–](\d+))?)?$/;

/** Reviews share the issues that did not change. */
const known = new WeakMap<Issue, Spot[]>();

/** What an issue points at: its locations that are paths, and paths set as code in its other locations. */
export function spotsOf(issue: Issue): Spot[] {
  const spots = known.get(issue) ?? spotsIn(issue);
  known.set(issue, spots);
  return spots;
}

function spotsIn(issue: Issue): Spot[] {
  const { location } = issue.answers;
  const places = location && 'value' in location && Array.isArray(location.value) ? location.value : [];
  const texts = places.flatMap((place) => {
    const whole = place.trim();
    return path.test(whole) ? [whole] : [...whole.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  });
  return texts.flatMap((at) => {
    const [, file, from, to] = path.exec(at) ?? [];
    if (file === undefined || !/[/.]/.test(file)) return [];
    const first = Number(from ?? 0);
    return [{ at, file: file.replace(/^\.\//, ''), from: first, to: Math.max(first, Number(to ?? 0)) }];
  });
}
