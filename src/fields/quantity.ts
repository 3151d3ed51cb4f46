/** Units that measure the same, as people write them, in small letters: a number in one of them can be turned into another. */
const units: readonly ReadonlySet<string>[] = [
  'ns µs μs us usec ms msec msecs s sec secs m min mins h hr hrs d nanosecond nanoseconds microsecond microseconds',
  'b kb mb gb tb kib mib gib tib k g byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes',
  '% percent pct per',
].map((words) => new Set(words.split(' ')));

/** Times in words: the length of a review, too. */
const times = /^(?:milli)?(?:second|minute|hour|day|week|month|evening|afternoon|morning|night|sprint)s?$/;

/** What may stand behind a number without being its unit: "120 on average", "182 idle", "about 40 or 50". */
const remarks = new Set(
  (
    'a all an and around at average avg before after between by during each for from idle in is loaded max maximum ' +
    'mean median min minimum of on or out over peak p50 p90 p95 p99 requests so the then to total total, under until ' +
    'up users while when with without'
  ).split(' '),
);

/** Says that nothing was found, or that nobody measured it. */
const unmeasured =
  /^(?:no|none|not|never|nothing|nobody|nil|zero|all|every|each|any|n\/?a|un(?:known|measured|tested|available|limited))\b|^[-–—]+$/i;

/** Numbers in words, and what is as good as one: "two days", "half an hour", "several weeks". */
const counted =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|an?|half|several|few|some|couple|dozen)\b/i;

/**
 * What is odd about words in the place of an amount; null where they are one, or say why there is none. Words may be
 * right all the same, so that this is no more than a doubt.
 * @param unit what the amount is measured in, as the report prints it: "ms average"; empty for a count
 */
export function doubtAboutAmount(words: string, unit: string): string | null {
  const said = words.trim();
  if (said === '' || unmeasured.test(said)) return null;
  const behind = wordsBehindNumbers(said);
  const [first] = behind;
  const [wanted = ''] = /^[^\s\d]+/.exec(unit) ?? [];
  if (first === undefined) return 'is not a number';
  const same = units.find((all) => all.has(wanted.toLowerCase()));
  if (!same || behind.some((word) => fits(word, same))) return null;
  return `is in ${first}, not in ${wanted}`;
}

/** The same of a length of time in the reviewer's own words: "6 hours", "two days". */
export function doubtAboutDuration(words: string): string | null {
  const said = words.trim();
  const behind = wordsBehindNumbers(said);
  const [first] = behind;
  if (said === '' || unmeasured.test(said)) return null;
  if (first === undefined) {
    const isTime =
      counted.test(said) ||
      said
        .toLowerCase()
        .split(/\s+/)
        .some((word) => times.test(word));
    return isTime ? null : 'is not a length of time';
  }
  const [time = new Set<string>()] = units;
  return behind.some((word) => fits(word, time)) ? null : `is in ${first}: it should be a length of time`;
}

const fits = (word: string, unit: ReadonlySet<string>): boolean =>
  word === '' || unit.has(word) || remarks.has(word) || (unit === units[0] && times.test(word));

/** The word behind each number of a text, in small letters; empty where a sign or the end follows. */
const wordsBehindNumbers = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\d.,])\d[\d.,]*\s*(%|\p{L}*)/gu)].map(([, word = '']) => word.toLowerCase());
