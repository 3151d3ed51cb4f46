/** Why nothing is taken from a file, to stand behind its name: "has no runs". */
export interface Refused {
  refused: string;
}
