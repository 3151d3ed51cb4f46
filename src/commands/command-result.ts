import type { Failure } from '../failure.ts';

/** What a command has to say when it could be done. */
export interface CommandResult {
  /** Data, for standard output; ends with a newline. */
  out?: string;
  /** Lines about it, for standard error. */
  notes?: string[];
  /** What was wrong on the way, or what was found to be wrong. */
  problems?: Failure[];
  /** 0 done, 1 the answer is no, 2 not all could be done. */
  code?: number;
}
