/** How many times as many cases as usual are tried: `npm run test:long` asks for 10, LONG=200 fills a night. */
const long = Number(process.env.LONG ?? 1);

export const isLong = long > 1;

/**
 * Returns how many cases a law is tried with, how often the program is killed, and the like.
 * @param usual how many in a usual run
 * @param base how many a long run multiplies
 */
export const runs = (usual: number, base = usual): number => Math.ceil(isLong ? base * long : usual);
