/** Why nothing is taken from a file, to stand behind its name: "has no runs". */
export interface Refused {
  refused: string;
  /** What to do about it, where that is not what helps with any file. */
  remedy?: string;
}
