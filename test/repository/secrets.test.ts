import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskSecrets, redaction, secretsStillIn } from '../../src/checks/rules/secret.ts';
import type { Value } from '../../src/fields/value.ts';
import { openScanner } from '../../src/repository/secrets/scanner.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Review } from '../../src/review/review.ts';
import { otherParts, partOfIssue, partsOnce, replaceText } from '../../src/review/texts.ts';
import { template } from '../checks/sound.ts';
import { reviews } from '../report/reviews.ts';
import { runs } from '../runs.ts';
import { inWords, live, pem } from './live.ts';
import { decoyLines, secretLines } from './many-secrets.ts';

const holding = (value: Value): Review => ({ ...emptyReview, answers: { summary: { value } } });
const findIn = (value: Value) => openScanner()(holding(value));
const kinds = Object.keys(live);
const textsOf = (review: Review) =>
  [...partsOnce(review), ...review.issues.map(partOfIssue), ...otherParts(review)].flatMap(({ words }) =>
    words(),
  );

describe('what looks like a live secret', () => {
  test.each(kinds)('%s', async (kind) => {
    const found = await findIn(`Seen in the log:\n\n\`\`\`\n${inWords(kind)}\n\`\`\`\n`);
    expect(found.map((one) => [one.kind, one.words, one.at])).toEqual([
      [kind, live[kind], { field: 'summary' }],
    ]);
  });

  test.each([
    ['an elliptic curve', pem('EC PRIVATE KEY', `MHcCAQEEI${'aB3'.repeat(50)}oUQDQgAE`)],
    ['Ed25519', pem('PRIVATE KEY', `MC4CAQAwBQYDK2VwBCIEI${'Qx7'.repeat(14)}A`)],
    ['in a string', JSON.stringify(pem('PRIVATE KEY', `MIIEvQIBADAN${'y5'.repeat(90)}`)).slice(1, -1)],
    ['cut off', pem('OPENSSH PRIVATE KEY', `b3BlbnNzaC1rZXktdjE${'z8'.repeat(60)}`).slice(0, 150)],
  ])('a private key: %s', async (_, key) => {
    const [found, ...others] = await findIn(`before\n${key}\n`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'private key', masked: '----********' });
    expect(key.trim()).toBe(found?.words.trim());
  });

  test.each([
    ['the example of the AWS documentation', 'AKIAIOSFODNN7EXAMPLE'],
    ['its secret', 'AWS_SECRET_ACCESS_KEY="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"'],
    ['an account', 'aws_account_id=1234-5678-9012'],
    ['words for one', 'token: <your-token>, password: changeme'],
    ['a placeholder in a URL', 'postgres://sanctum:<password>@db/app and https://user:pass@example.com'],
    ['a variable in a URL', 'redis://:$REDIS_PASSWORD@cache, postgres://{{user}}:{{password}}@db:5432/app'],
    ['a key that is left out', pem('PRIVATE KEY', '...')],
    ['a commit', 'fixed in 3f2a9c1b7d84e65a0c9b8f7e6d5c4b3a29180716'],
  ])('none is %s', async (_, text) => {
    expect(await findIn(text)).toEqual([]);
  });

  test('a comment of the scanner does not silence it', async () => {
    expect(await findIn(`<!-- secretlint-disable -->\n${live['GitHub Token']}`)).toHaveLength(1);
  });

  test('the same one twice in a field is one', async () => {
    expect(await findIn(['a', 'b'].map((word) => `${word} ${live['GitHub Token']}`))).toHaveLength(1);
  });
});

test('every kind of answer and note is searched, and each place is told', async () => {
  const token = live['GitHub Token'] ?? '';
  const review: Review = {
    answers: {
      text: { value: token },
      list: { value: ['a', token] },
      code: { value: { text: `x = ${token}`, language: null } },
      lines: { value: [{ text: token, done: false }] },
      reasons: { value: [{ text: 'a', done: false, notApplicable: token }] },
      gone: { notApplicable: token },
    },
    issues: [
      {
        id: 'i',
        severity: 'low',
        answers: { evidence: { value: { text: token, language: 'sh' } } },
        note: token,
      },
    ],
    items: { immediate: [{ id: 'a', answers: { action: { value: `revoke ${token}` } } }] },
    notes: { head: token },
    overrides: [
      { check: 'go-with-high', place: { field: 'text' }, message: 'GO', reason: `it is ${token}` },
      { check: 'dates', place: { field: 'text' }, message: `not a date: ${token}`, reason: 'it is one' },
    ],
  };
  expect((await openScanner()(review)).map(({ at }) => at)).toEqual([
    ...['text', 'list', 'code', 'lines', 'reasons', 'gone'].map((field) => ({ field })),
    { issue: 'i', field: 'evidence' },
    { issueNote: 'i' },
    { list: 'immediate', item: 'a', field: 'action' },
    { override: 0 },
    { override: 1 },
    { note: 'head' },
  ]);
});

test('what was there is remembered, and what is new is found', async () => {
  const scan = openScanner();
  const one = live['GitHub Token'] ?? '';
  const other = live['npm access token'] ?? '';
  expect(await scan(holding(one))).toEqual(await scan(holding(one)));
  const [found] = await scan(holding(`${one} and ${other}`));
  expect(found?.words).toBe(one);
  expect(await scan(holding(`${one} and ${other}`))).toHaveLength(2);
  expect(await scan(holding('neither'))).toEqual([]);
});

describe('for any review with a secret in it', () => {
  const secretly = fc.record({ review: reviews(template), kind: fc.constantFrom(...kinds), at: fc.nat() });
  const hidden = async ({ review, kind, at }: { review: Review; kind: string; at: number }) => {
    const spots = textsOf(review).filter(({ text }) => text.length > 1);
    const spot = spots[at % Math.max(1, spots.length)];
    if (!spot) return { ...review, notes: { head: inWords(kind) } };
    return replaceText(review, spot.at, spot.text, `${spot.text}\n${inWords(kind)}\n`).reduce(reduce, review);
  };

  test('it is found, and its mask shows four of its characters at most', async () => {
    await fc.assert(
      fc.asyncProperty(secretly, async (given) => {
        const found = await openScanner()(await hidden(given));
        const one = found.find(({ words }) => words === live[given.kind]);
        expect(one?.kind).toBe(given.kind);
        for (const { words, masked, key } of found) {
          const shown = masked.replaceAll('*', '');
          expect(shown.length).toBeLessThanOrEqual(4);
          expect(words.startsWith(shown)).toBe(true);
          for (let at = 0; at + 5 <= words.length; at++)
            expect(`${masked} ${key}`).not.toContain(words.slice(at, at + 5));
        }
      }),
      { numRuns: runs(10) },
    );
  });

  test('replacing it takes out that and nothing else, and then it is found no more', async () => {
    await fc.assert(
      fc.asyncProperty(secretly, async (given) => {
        const review = await hidden(given);
        const found = await openScanner()(review);
        let mended = review;
        for (const one of found) {
          const actions = replaceText(mended, one.at, one.words, redaction(one));
          expect(actions).not.toEqual([]);
          const next = actions.reduce(reduce, mended);
          const back = replaceText(next, one.at, redaction(one), one.words);
          expect(back.reduce(reduce, next)).toEqual(mended);
          expect(textsOf(next)).toEqual(
            textsOf(mended).map(({ at, text }) => ({
              at,
              text: isDeepStrictEqual(at, one.at) ? text.split(one.words).join(redaction(one)) : text,
            })),
          );
          mended = next;
        }
        expect(secretsStillIn(mended, found)).toEqual([]);
        expect(await openScanner()(mended)).toEqual([]);
        const masked = maskSecrets(review, found);
        expect(secretsStillIn(masked, found)).toEqual([]);
      }),
      { numRuns: runs(10) },
    );
  });
});

describe('of many kinds of secret and of what only looks like one', () => {
  const silent = async (lines: Record<string, string>) => {
    const all = await Promise.all(
      Object.entries(lines).map(
        async ([kind, text]) => [kind, await findIn(`In the log:\n\n${text}\n`)] as const,
      ),
    );
    return all;
  };

  test('all are found', async () => {
    const missed = (await silent(secretLines))
      .filter(([, found]) => found.length === 0)
      .map(([kind]) => kind);
    expect(missed).toEqual([]);
    expect(Object.keys(secretLines).length).toBeGreaterThan(43);
  });

  test('no decoy is taken for one', async () => {
    const taken = (await silent(decoyLines)).filter(([, found]) => found.length > 0);
    expect(taken.map(([kind, found]) => [kind, ...found.map((one) => `${one.kind}: ${one.words}`)])).toEqual(
      [],
    );
    expect(Object.keys(decoyLines).length).toBeGreaterThan(23);
  });
});
