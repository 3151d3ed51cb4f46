import type { DraftSummary } from '../../drafts/store/summary.ts';
import type { Review } from '../../review/review.ts';

/** What of a draft's answers stands in a list. */
const quoted = ['title', 'version', 'reviewer', 'verdict'] as const;

/**
 * Drafts as they may be listed, on a screen that others see or in a pipeline's log: without what looks like a live
 * secret. No secret is a short word, and most lists hold none that is longer: the search is loaded when there is one.
 */
export async function maskedSummaries(drafts: DraftSummary[]): Promise<DraftSummary[]> {
  const long = (draft: DraftSummary) => quoted.some((name) => /\S{16}/.test(draft[name]));
  if (!drafts.some(long)) return drafts;
  const { openScanner } = await import('../../repository/secrets/scanner.ts');
  const scan = openScanner();
  return Promise.all(
    drafts.map(async (draft) => {
      if (!long(draft)) return draft;
      const answers = Object.fromEntries(quoted.map((name) => [name, { value: draft[name] }]));
      const secrets = await scan({ answers, issues: [], items: {}, notes: {} } satisfies Review);
      const masked = { ...draft };
      for (const { words, masked: mask } of secrets)
        for (const name of quoted) masked[name] = masked[name].replaceAll(words, () => mask);
      return masked;
    }),
  );
}
