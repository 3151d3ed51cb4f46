/** What a report that was read says of its issues against where they stand; a report that is written never does. */
export type ReadContradiction =
  /** Another severity than that of its heading. */
  | { of: 'severity'; issue: string; says: string }
  /** A number that another issue has, too. */
  | { of: 'number'; issue: string; says: string }
  /** Another number than by its place. */
  | { of: 'order'; issue: string; says: string }
  /** That there is none of a severity that has some. */
  | { of: 'none'; page: string; says: string };
