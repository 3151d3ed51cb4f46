import { expect, test } from 'vitest';
import type { Answer } from '../../../../src/fields/value.ts';
import { readReport } from '../../../../src/report/read.ts';
import { render } from '../../../../src/report/writer/render.ts';
import type { SourceView } from '../../../../src/tui/wizard/state/source-view.ts';
import { template, withIssue } from '../../../checks/sound.ts';
import { keyboard } from '../../pure.ts';

const lines = ['package a', '', 'func A() {', '\treturn', '}', '', 'func B() {}'];
const commit = { id: '3f2a9c1b'.repeat(5), name: 'v1.4.2', known: true };
const source: SourceView = {
  commit,
  path: 'src/a.go',
  text: { lines },
  cited: { from: 3, to: 5 },
  selected: { from: 3, to: 5 },
  last: { author: 'Grace', date: '2026-01-05', commits: 2 },
};

/** The form of a critical issue with its source at hand, the focus in its evidence. */
async function form(columns: number, evidence: Answer | null = null) {
  const given = withIssue('critical', { location: ['src/a.go:3-5'] });
  const review = {
    ...given,
    issues: given.issues.map((issue) => {
      const { evidence: _, ...answers } = issue.answers;
      return { ...issue, answers: evidence ? { ...answers, evidence } : answers };
    }),
  } as typeof given;
  const issue = review.issues.find(({ severity }) => severity === 'critical')?.id ?? '';
  const hand = await keyboard(review, columns, 40);
  hand.do((state) => ({ ...state, source, facts: { ...state.facts, repository: '/app' } }));
  hand.goTo({ issue, field: 'evidence' });
  const evidenceNow = () => hand.answer({ issue, field: 'evidence' });
  const sources = () => hand.state().history.present.issues.find(({ id }) => id === issue)?.sources;
  return { hand, issue, evidenceNow, sources };
}

const block = (location: string, code: string) => `\`${location}\` at v1.4.2:\n\n\`\`\`go\n${code}\n\`\`\``;

test('the source stands beside the form with the cited lines marked', async () => {
  const { hand } = await form(160);
  const rows = hand.rows().join('\n');
  expect(rows).toMatch(/src\/a\.go @ v1\.4\.2/);
  expect(rows).toMatch(/›3 ▌func A\(\) \{/);
  expect(rows).toMatch(/ 6 {2,}$/m);
  expect(rows).toContain('Last changed 2026-01-05 by Grace (2 commits)');
  expect(rows).toContain('Alt+E add as evidence');
});

test('the selected lines become evidence with their location, are remembered, and undone as one', async () => {
  const { hand, evidenceNow, sources } = await form(160);
  hand.press('alt+e');
  const text = block('src/a.go:3-5', 'func A() {\n\treturn\n}');
  expect(evidenceNow()).toEqual({ value: { text, language: null } });
  expect(sources()).toMatchObject([{ commit: commit.id, path: 'src/a.go', from: 3, to: 5 }]);
  hand.press('alt+e');
  expect(hand.notice()).toContain('already');
  hand.press('ctrl+z');
  expect([evidenceNow(), sources()]).toEqual([undefined, undefined]);
});

test('evidence that is there stays, and what is taken stands behind it', async () => {
  const { hand, evidenceNow } = await form(160, { value: { text: 'select 1', language: 'sql' } });
  hand.press('alt+down', 'alt+shift+up', 'alt+e');
  const text = `\`\`\`sql\nselect 1\n\`\`\`\n\n${block('src/a.go:4-5', '\treturn\n}')}`;
  expect(evidenceNow()).toEqual({ value: { text, language: null } });
  const review = hand.state().history.present;
  const read = readReport(template, render(template, review)).review;
  expect(read.issues.find(({ severity }) => severity === 'critical')?.answers.evidence).toEqual({
    value: { text, language: null },
  });
});

test('evidence that does not apply is not written over', async () => {
  const { hand, evidenceNow } = await form(160, { notApplicable: 'no code' });
  hand.press('alt+e');
  expect(evidenceNow()).toEqual({ notApplicable: 'no code' });
});

test('the selection stays in the file', async () => {
  const { hand } = await form(160);
  for (let n = 0; n < 9; n++) hand.press('alt+up');
  expect(hand.state().source?.selected).toEqual({ from: 1, to: 3 });
  for (let n = 0; n < 9; n++) hand.press('alt+shift+down');
  expect(hand.state().source?.selected).toEqual({ from: 1, to: 7 });
  for (let n = 0; n < 9; n++) hand.press('alt+shift+up');
  expect(hand.state().source?.selected).toEqual({ from: 1, to: 1 });
});

test.each([80, 120])(
  'at %i columns the source opens over the page, and Enter takes lines',
  async (columns) => {
    const { hand, evidenceNow } = await form(columns);
    expect(hand.bottom().join('\n')).toContain('Alt+S source');
    hand.press('alt+s');
    expect(hand.rows().join('\n')).toContain('func A() {');
    hand.press('shift+down', 'enter');
    expect(hand.state().overlay).toBeNull();
    const text = block('src/a.go:3-6', 'func A() {\n\treturn\n}\n');
    expect(evidenceNow()).toEqual({ value: { text, language: null } });
  },
);

test('without a location that names a file, the pop-up says what to do', async () => {
  const { hand, issue } = await form(100);
  hand.goTo({ issue, field: 'location' }).press('ctrl+u', 'alt+s');
  expect(hand.notice()).toContain('Type path:line in Location');
});

test('another file is not shown for this location', async () => {
  const { hand, issue } = await form(160);
  hand.goTo({ issue, field: 'location' }).press('ctrl+u').type('src/b.go:1');
  expect(hand.rows().join('\n')).not.toContain('func A() {');
});

test('the version says which commit it means', async () => {
  const { hand } = await form(160);
  hand.do((state) => ({ ...state, external: { ...state.external, commit } }));
  hand.goTo({ field: 'version' });
  expect(hand.rows().join('\n')).toContain('commit 3f2a9c1b');
  // Without such a version it is only the commit that is checked out.
  hand.do((state) => ({ ...state, external: { ...state.external, commit: { ...commit, known: false } } }));
  expect(hand.rows().join('\n')).not.toContain('3f2a9c1b');
});
