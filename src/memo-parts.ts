import { memo } from './memo.ts';

/** Work that is done in parts: each `yield` ends one of them. */
export type Parts<Made> = Generator<void, Made, void>;

/** A function by `memoParts`. */
export interface InParts<Given extends unknown[], Made> {
  (...given: Given): Made;
  /** Does the next part of the work ahead, which a call then need not do; false while there are more of them. */
  ahead(...given: Given): boolean;
}

/** Work that was begun: what is left of it, or what it made. */
type Begun<Made> = { parts: Parts<Made> } | { made: Made };

/**
 * The function with a memory, as `memo` has it, for work that takes long: it can be done in parts before it is asked
 * for, with other things between them. A call does all that is left of it.
 */
export function memoParts<Key extends object, Rest extends unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Parts<Made>,
): InParts<[Key, ...Rest], Made> {
  const begun = memo((key: Key, ...rest: Rest): { work: Begun<Made> } => ({
    work: { parts: make(key, ...rest) },
  }));
  const ahead = (key: Key, ...rest: Rest): boolean => {
    const known = begun(key, ...rest);
    if ('made' in known.work) return true;
    try {
      const part = known.work.parts.next();
      if (part.done) known.work = { made: part.value };
      return part.done === true;
    } catch (error) {
      // A generator that has thrown is over, and made nothing.
      known.work = { parts: make(key, ...rest) };
      throw error;
    }
  };
  const call = (key: Key, ...rest: Rest): Made => {
    const known = begun(key, ...rest);
    while (!('made' in known.work)) ahead(key, ...rest);
    return known.work.made;
  };
  return Object.assign(call, { ahead });
}

/** Elements of a list that are worked on in one part: some tenths of a millisecond. */
const together = 500;

/** Whether a part of work on a list, element by element, ends with the one at this place. */
export const endsPart = (at: number): boolean => at % together === together - 1;
