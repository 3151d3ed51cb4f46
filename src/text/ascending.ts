/** Sorts numbers by their size, and texts by their code units, wherever the program runs. */
export const ascending = <One extends string | number>(one: One, other: One): number =>
  one < other ? -1 : Number(one > other);
