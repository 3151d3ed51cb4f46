import { useRef } from 'react';
import type { Line } from '../../line.ts';
import type { State } from '../state/state.ts';
import { useWizard } from '../state/store.ts';

/** A part of the state that is made anew each time: kept as it was while `equal` says that it is the same. */
export function useStable<T>(select: (state: State) => T, equal: (one: T, other: T) => boolean): T {
  const kept = useRef<{ value: T } | null>(null);
  return useWizard((state) => {
    const value = select(state);
    if (!kept.current || !equal(kept.current.value, value)) kept.current = { value };
    return kept.current.value;
  });
}

const sameLine = (one: Line, other: Line): boolean =>
  one.length === other.length &&
  one.every((segment, index) => segment.text === other[index]?.text && segment.tone === other[index]?.tone);

const sameLines = (one: Line[], other: Line[]): boolean =>
  one.length === other.length && one.every((line, index) => sameLine(line, other[index] ?? []));

export const useLines = (select: (state: State) => Line[]): Line[] => useStable(select, sameLines);
