/**
 * How many cases a property is tried with: `usual`, or what PROPERTY_RUNS says (100000 takes minutes), where that
 * is more.
 */
export const runs = (usual: number): number => Math.max(usual, Number(process.env.PROPERTY_RUNS ?? 0));
