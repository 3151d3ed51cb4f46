import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/drafts/format/draft.ts';
import type { Field } from '../../src/fields/field.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import { actions, answers, type Found, found, interrupted } from './found.ts';
import { letStand } from './reasons.ts';
import { Reviewer } from './reviewer.ts';
import { surroundings, template } from './surroundings.ts';

const { pages, fields, issues, lists } = template();
const fieldsOf = (page: string): string[] => pages.find(({ id }) => id === page)?.fields ?? [];

/** The beginning of the analysis, in which each kind is answered as it can be. */
const analysis: Record<string, string | string[]> = Object.fromEntries(
  fieldsOf('analysis')
    .slice(0, 14)
    .map((id, index) => [id, sample(fields[id], index)]),
);

function sample(field: Field | undefined, index: number): string | string[] {
  switch (field?.kind) {
    case 'choice':
      return index % 5 === 4 ? 'Mostly, but not for uploads' : (field.options?.[index % 2] ?? '');
    case 'number':
    case 'found':
      return `${10 + index}`;
    case 'ratio':
      return `${index}/40`;
    case 'list':
      return index % 2 ? ['The first thing'] : ['The first thing', 'The `second` thing'];
    default:
      return `What was seen in ${index} places: * all fine *`;
  }
}

test('a review is typed in, left in the middle of a word, resumed, finished, and read back', async () => {
  const here = surroundings();
  const reviewer = new Reviewer(here);
  await reviewer.at('Review Date');
  await reviewer.answer(fields['review-date'], answers['review-date']);
  for (const known of ['Ada Park', 'v1.4.2 (main)']) {
    await reviewer.terminal.sees(`suggested: ${known}, Enter accepts`);
    reviewer.press('enter');
  }
  await reviewer.at('Review Type');
  reviewer.press('pagedown');
  for (const id of fieldsOf('summary-page')) await reviewer.answer(fields[id], answers[id]);
  for (const severity of ['critical', 'high', 'medium'] as const) {
    for (const issue of found.filter((one) => one.severity === severity)) await addIssue(reviewer, issue);
    await reviewer.at('+ add');
    reviewer.press('pagedown');
  }
  await reviewer.terminal.sees('No low priority issues found.');
  reviewer.press('pagedown', 'pagedown');
  for (const [id, value] of Object.entries(analysis)) await reviewer.answer(fields[id], value);
  reviewer.press('pagedown');
  for (const id of fieldsOf('checklist')) await tickAll(reviewer, fields[id]);
  reviewer.press('pagedown');
  for (const action of actions) {
    await reviewer.at('+ add');
    reviewer.press('enter');
    for (const id of lists.immediate?.asks ?? []) {
      await reviewer.answer(lists.immediate?.fields[id], action[id]);
    }
    await reviewer.at('Issues');
    reviewer.press('tab');
  }
  await reviewer.at('+ add');
  reviewer.press('ctrl+g');
  await reviewer.terminal.type('reviewed by').sees('Go to reviewed by');
  reviewer.press('enter');
  for (const id of fieldsOf('sign-off')) {
    if (id === 'certification') await tickAll(reviewer, fields[id]);
    else await reviewer.answer(fields[id], answers[id]);
  }

  await reviewer.at('Finish review');
  reviewer.press('enter');
  const path = 'docs/reports/2026-03-02-production-readiness.md';
  await reviewer.terminal.sees(path);
  // The evidence of an issue holds one; it is looked for beside the typing.
  await reviewer.terminal.sees('looks like a live password');
  // All requirements are ticked; some issues are in their way.
  const stand = await letStand(reviewer.terminal, 'it is fixed before');
  expect(stand).toBeGreaterThan(0);
  reviewer.press('enter');
  await reviewer.terminal.sees(`Report written to ${path}`);
  const ended = await reviewer.leave();

  expect(ended.code).toBe(0);
  expect(ended.screen).toContain(path);
  const report = readFileSync(join(here.repository, path), 'utf8');
  expect(missing(landmarks((await here.run(['template', 'show'])).out), report)).toEqual([]);
  expect((await here.run(['render', here.draft().id])).out).toBe(report);
  const read = JSON.parse((await here.run(['read', path])).out) as Draft;
  expect(said(read)).toEqual(typed());
  expect(read.review.overrides).toHaveLength(stand);
  expect(said(here.draft())).toEqual(typed());

  const { keys, characters } = reviewer;
  console.info(`${keys} keys for ${characters} characters of answers: ${(keys / characters).toFixed(2)}`);
}, 60_000);

async function addIssue(reviewer: Reviewer, issue: Found): Promise<void> {
  const block = issues[issue.severity];
  await reviewer.at('+ add');
  reviewer.press('enter');
  for (const id of block?.asks ?? []) {
    const field = block?.fields[id];
    await reviewer.at(field?.label || field?.hint || '');
    // The template's own words are there to be changed.
    if (field?.default !== undefined && issue[id] !== undefined) reviewer.press('ctrl+u');
    await reviewer.answer(field, issue[id]);
  }
  if (Object.keys(block?.fields ?? {}).length > (block?.asks.length ?? 0)) {
    await reviewer.at('+ More fields');
    reviewer.press('tab');
  }
}

/** Space ticks an item and Enter goes on; lists of the template's own entries are left as they are. */
async function tickAll(reviewer: Reviewer, field: Field | undefined): Promise<void> {
  if (field?.kind !== 'checklist') return;
  await reviewer.at(field.label);
  reviewer.press(...(field.lines ?? []).flatMap(() => ['space', 'enter']));
}

/** All answers of a draft, without what makes two drafts of the same answers differ. */
const said = ({ review }: Draft) => ({
  answers: review.answers,
  issues: review.issues.map(({ severity, answers: given }) => ({ severity, answers: given })),
  items: Object.fromEntries(
    Object.entries(review.items).map(([list, items]) => [list, items.map((item) => item.answers)]),
  ),
  notes: review.notes,
});

/** What `said` gives for all that was typed, and for what git suggested. */
function typed() {
  const given = (values: Record<string, Value | undefined>): Record<string, Answer> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, { value }]])),
    );
  const ticked = (id: string) =>
    (fields[id]?.lines ?? []).map((line) => ({ text: line.replace('- [ ] ', '').trim(), done: true }));
  const checklists = [...fieldsOf('checklist'), 'certification'].filter(
    (id) => fields[id]?.kind === 'checklist',
  );
  return {
    answers: given({
      reviewer: 'Ada Park',
      version: 'v1.4.2 (main)',
      ...answers,
      ...analysis,
      ...Object.fromEntries(checklists.map((id) => [id, ticked(id)])),
    }),
    issues: found.map(({ severity, evidence, ...issue }) => ({
      severity,
      answers: given({
        ...issue,
        description: `${issue.description}`.replace(interrupted, ''),
        // Leaving a field takes the empty lines at its end away.
        evidence: evidence === undefined ? undefined : { text: String(evidence).trimEnd(), language: 'go' },
      }),
    })),
    items: { immediate: actions.map((action) => given(action)) },
    notes: {},
  };
}

/** The headings and labels of a blank template, in order, without the numbers and samples of what repeats. */
function landmarks(blank: string): string[] {
  const withoutLow = blank.replace(/### 📝 LOW-1[\s\S]*?(?=\n---\n)/, 'No low priority issues found.\n');
  return withoutLow.split('\n').flatMap((line) => {
    const [landmark] = /^#+ [^[]+|^\*\*[^*]+:\*\*|^ *- [^:[`]+:(?= )|^> .+|^\*[^*].+\*$/.exec(line) ?? [];
    return landmark === undefined ? [] : [landmark];
  });
}

/** The landmarks that do not follow one another at the beginnings of the report's lines. */
function missing(expected: string[], report: string): string[] {
  const lines = report.split('\n');
  let from = 0;
  return expected.filter((landmark) => {
    const at = lines.findIndex((line, index) => index >= from && line.startsWith(landmark));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
