import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { linesWithLongWords } from '../../src/repository/secrets/long-words.ts';
import { secretlintSecrets } from '../../src/repository/secrets/secretlint.ts';
import { hasSecretlintSign } from '../../src/repository/secrets/secretlint-signs.ts';
import { runs } from '../runs.ts';
import { live } from './live.ts';
import { decoyLines, secretLines } from './many-secrets.ts';

/** Every pattern that the rules of the secretlint at hand look for. */
async function patternsOfRules(): Promise<RegExp[]> {
  const spy = vi.spyOn(String.prototype, 'matchAll');
  try {
    await secretlintSecrets('nothing');
    return spy.mock.calls.map(([pattern]) => pattern as RegExp);
  } finally {
    spy.mockRestore();
  }
}

const hasSign = (text: string): boolean => hasSecretlintSign(text, linesWithLongWords(text));

/** A pattern without what looks around: texts are made of what is left. */
const generable = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source.replaceAll(/\(\?<?[!=](?:[^)\\]|\\.)*\)|\\b/g, ''));

const patterns = await patternsOfRules();
/** Its result is left out by a setting: the id of an account is no secret. */
const account = patterns.findIndex(({ source }) => source.includes('ACCOUNT'));

describe('what secretlint finds has a sign', () => {
  test('its rules and their patterns are known', () => {
    expect(patterns.length).toBeGreaterThan(20);
    expect(account).toBeGreaterThanOrEqual(0);
  });

  test.each(patterns.map((pattern, at) => [pattern.source.slice(0, 60), at] as const))(
    '%s',
    async (_, at) => {
      const pattern = generable(patterns[at] as RegExp);
      const around = fc.constantFrom('', ' ', '\n', 'a', '"', 'key = "');
      const texts = fc.tuple(around, fc.stringMatching(pattern), around).map((parts) => parts.join(''));
      let signs = 0;
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          if (hasSign(text)) signs += 1;
          else expect(await secretlintSecrets(text)).toEqual([]);
        }),
        { numRuns: runs(20) },
      );
      if (at !== account) expect(signs).toBeGreaterThan(0);
    },
  );

  test('in any mixture of secrets and words', async () => {
    const piece = fc.constantFrom(
      ...Object.values({ ...live, ...secretLines, ...decoyLines }),
      ...['secret', 'access_key=', 'https://', '@', '_', '-', '\n', ' ', 'words'],
    );
    const bits = fc
      .tuple(piece, fc.nat({ max: 40 }), fc.nat({ max: 80 }))
      .map(([text, from, length]) => text.slice(from, from + length));
    const texts = fc.array(fc.oneof(piece, bits), { maxLength: 6 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!hasSign(text));
        expect(await secretlintSecrets(text)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});
