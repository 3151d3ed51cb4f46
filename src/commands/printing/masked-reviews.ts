import type { Secret } from '../../checks/facts.ts';
import { maskSecrets } from '../../checks/rules/secret.ts';
import { openScanner } from '../../repository/secrets/scanner.ts';
import type { Review } from '../../review/review.ts';

/**
 * Two reviews as they may be quoted side by side: without what looks like a live secret. Secrets that differ have
 * masks that differ, so that a change from one to another stays one.
 */
export async function maskedTogether<One extends { review: Review }>(
  older: One,
  newer: One,
): Promise<[One, One]> {
  const scan = openScanner();
  const [old, now] = [await scan(older.review), await scan(newer.review)];
  const masks = distinctMasks([...old, ...now]);
  const without = (one: One, secrets: Secret[]): One => {
    const named = secrets.map((secret) => ({
      ...secret,
      masked: masks.get(secret.words) ?? secret.masked,
    }));
    return { ...one, review: maskSecrets(one.review, named) };
  };
  return [without(older, old), without(newer, now)];
}

function distinctMasks(secrets: Secret[]): Map<string, string> {
  const masks = new Map<string, string>();
  const taken = new Set<string>();
  for (const { words, masked } of secrets) {
    if (masks.has(words)) continue;
    let mask = masked;
    while (taken.has(mask)) mask += '*';
    taken.add(mask);
    masks.set(words, mask);
  }
  return masks;
}
