import { describe, expect, test } from 'vitest';
import type { Context } from '../../../../../src/context.ts';
import type { Draft } from '../../../../../src/drafts/format/draft.ts';
import type { KeptFinding } from '../../../../../src/review/evidence/findings.ts';
import { emptyReview, type Review } from '../../../../../src/review/review.ts';
import { displayWidth } from '../../../../../src/text/width.ts';
import { openTriage } from '../../../../../src/tui/wizard/overlays/findings/triage.ts';
import { openFinish } from '../../../../../src/tui/wizard/overlays/finish/finish.ts';
import { openingState } from '../../../../../src/tui/wizard/session/opening.ts';
import { scansOverlay } from '../../../../../src/tui/wizard/state/overlay.ts';
import { say } from '../../../../../src/tui/wizard/state/state.ts';
import { keyboard } from '../../../pure.ts';

const finding = (rule: string, more: Partial<KeptFinding> = {}): KeptFinding => ({
  fingerprint: `f-${rule}`,
  tool: 'gosec',
  rule,
  severity: 'high',
  severityFrom: 'severity HIGH',
  title: `Title of ${rule}`,
  message: `See [here](https://x.example) about ${rule}\u202e`,
  locations: ['src/a.go:3', 'src/b.go:7-9'],
  fix: 'Use *crypto/rand*',
  results: 2,
  about: '',
  names: [],
  files: ['gosec.json'],
  ...more,
});

const findings = [
  finding('G404'),
  finding('G104', { severity: 'low', since: 'new', locations: ['src/c.go:1'], results: 1 }),
  finding('G999', { since: 'gone' }),
];

async function triage(more: Partial<Review> = {}, columns = 120, rows = 36) {
  const hand = await keyboard({ findings, ...more }, columns, rows);
  hand.do(openTriage);
  const review = () => hand.state().history.present;
  return { hand, review, text: () => hand.rows().join('\n') };
}

describe('findings that wait', () => {
  const words = '2 findings from scanners wait for a decision: Ctrl+G “scanners” opens them.';

  test('are told as the wizard opens, with the way to them, until all are decided on', async () => {
    const { template, facts } = (await keyboard()).state();
    const told = (review: Partial<Review>) => {
      const draft: Draft = {
        ...facts,
        review: { ...emptyReview, ...review },
        position: { page: '', scroll: 0 },
      };
      const context = { env: {}, cwd: '/r', now: () => new Date(0), stdout: {} } as unknown as Context;
      return openingState({ template, draft, notice: 'Kept.' }, context).notice?.text;
    };
    expect(told({ findings })).toBe(`Kept. ${words}`);
    expect(told({ findings: findings.slice(2) })).toBe('Kept.');
    expect(told({})).toBe('Kept.');
    const { hand } = await triage();
    hand.press('escape', 'ctrl+g').type('scanners').press('enter');
    expect(hand.state().overlay).toMatchObject({ type: 'triage', list: 'open' });
    hand.type('x').press('1').type('x').press('1');
    expect(told(hand.state().history.present)).toBe('Kept.');
  });

  test('are told beside “No problems”, by Ctrl+T, and before the report is written', async () => {
    const hand = await keyboard({ findings }, 160, 48);
    hand.press('ctrl+r');
    expect(hand.screen()).toMatch(/! No problems\. Tab lists .*2 findings from scanners wait/);
    expect(hand.screen()).not.toContain('✓ No problems');
    hand.press('escape', 'ctrl+t');
    expect(hand.notice()).toContain(words);
    hand.do((state) => openFinish(state));
    expect(hand.screen()).toContain(`! ${words}`);
  });
});

describe('the triage of findings', () => {
  test.each([
    [160, 40],
    [120, 36],
    [80, 24],
    [40, 12],
  ])('at %i x %i shows severity, results, rule and place, and fits', async (columns, rows) => {
    const { hand, text } = await triage({}, columns, rows);
    expect(hand.rows()).toHaveLength(rows);
    for (const row of hand.rows()) expect(displayWidth(row)).toBeLessThanOrEqual(columns);
    expect(text()).toMatch(/❯ HIGH +2 +Title of/);
    expect(text()).toMatch(/LOW +1 +new +Title/);
    expect(text()).toContain('2 open');
    if (columns >= 120) expect(text()).toMatch(/G404 +src\/a\.go:3 \+1/);
    if (rows >= 24) expect(text()).toContain('gosec G404: severity HIGH, 2 results');
    expect(text()).not.toContain('\u202e');
  });

  test('a accepts as an issue that names its source, with harmless Markdown; Ctrl+Z takes it back', async () => {
    const { hand, review, text } = await triage();
    hand.type('a');
    const [issue] = review().issues;
    expect(issue).toMatchObject({
      severity: 'high',
      answers: {
        title: { value: 'Title of G404' },
        location: { value: ['src/a.go:3', 'src/b.go:7-9'] },
        fix: { value: 'Use \\*crypto/rand\\*' },
      },
    });
    const description = issue?.answers.description;
    expect(description && 'value' in description && description.value).toBe(
      'Reported by gosec (G404): severity HIGH, 2 results.\n\nSee \\[here\\](`https://x.example)` about G404\u202e',
    );
    expect(hand.notice()).toContain('Added as HIGH-1');
    expect(text()).toContain('[1 open] 1 decided 1 gone');
    hand.press('ctrl+z');
    expect(review()).toMatchObject({ issues: [], findings });
    expect(review().decisions).toBeUndefined();
    expect(text()).toContain('[2 open]');
  });

  test('A adds an issue for each place, m gives another severity before', async () => {
    const { hand, review, text } = await triage();
    hand.type('m');
    expect(text()).toMatch(/MEDIUM\* +2/);
    hand.type('A');
    expect(review().issues.map(({ severity, answers }) => [severity, answers.location])).toEqual([
      ['medium', { value: ['src/a.go:3'] }],
      ['medium', { value: ['src/b.go:7-9'] }],
    ]);
    expect(hand.notice()).toContain('2 issues added, from MEDIUM-1 on');
  });

  test('all of what was done last is told, also when nothing is left', async () => {
    const { hand, text } = await triage({}, 80, 24);
    const told =
      'Imported 2 findings: 2 new, 0 gone. k6-summary.json: 100 concurrent users, 199.8 requests per second';
    hand.do((state) => say(state, told));
    expect(text().replace(/\s+/g, ' ')).toContain(told);
    const last = await triage({ findings: findings.slice(0, 1) }, 80, 24);
    last.hand.type('a');
    expect(last.text()).toContain('Nothing is left to decide.');
    expect(last.text()).toContain('Added as HIGH-1. Ctrl+Z undoes it.');
    expect(last.hand.bottom().at(-1)).not.toContain('s source');
  });

  test('give the room that titles leave to where they are, in columns', async () => {
    const far = 'backend/internal/server/websocket_handlers.go:64';
    const [first, second] = [
      finding('G404', { locations: [far], results: 1 }),
      finding('G104', { since: 'new' }),
    ];
    const { hand } = await triage({ findings: [first, second] }, 100, 24);
    const rows = hand.rows().filter((row) => row.includes('Title of'));
    expect(rows[0] + (rows[1] ?? '')).toContain(far);
    const places = rows.map((row) => row.search(/ backend| src\/a/));
    expect(places[0]).toBe(places[1]);
  });

  test('say where they are on 60 columns, too: several have the same words', async () => {
    const { text } = await triage({}, 60, 20);
    expect(text()).toMatch(/Title of G404 .* src\/a\.go:3 \+1\n/);
  });

  test('x dismisses with a reason, r opens it again', async () => {
    const { hand, review, text } = await triage();
    hand.type('x');
    expect(text()).toMatch(/❯ 1 false positive/);
    hand.press('down', 'enter');
    expect(review().decisions).toEqual({ 'f-G404': { is: 'dismissed', reason: 'accepted' } });
    expect(review().issues).toEqual([]);
    hand.press('tab');
    expect(text()).toContain('dismissed: accepted');
    hand.type('r');
    expect(review().decisions).toBeUndefined();
  });

  test('g merges into an issue that is there, and Esc goes back to the list', async () => {
    const issues: Review['issues'] = [
      {
        id: 'one',
        severity: 'high',
        answers: { title: { value: 'Randomness' }, location: { value: ['src/a.go:3'] } },
      },
    ];
    const { hand, review, text } = await triage({ issues });
    hand.type('g');
    expect(text()).toContain('HIGH-1 Randomness');
    hand.press('escape');
    expect(hand.state().overlay?.type).toBe('triage');
    hand.type('g').press('enter');
    expect(review().issues[0]?.answers).toMatchObject({
      location: { value: ['src/a.go:3', 'src/b.go:7-9'] },
      description: { value: expect.stringContaining('Reported by gosec (G404)') },
    });
    expect(hand.notice()).toContain('Merged into HIGH-1');
    hand.press('tab', 'enter');
    expect(hand.state()).toMatchObject({ overlay: null, open: { issue: 'one' } });
  });

  test('a finding whose issue was deleted is open again', async () => {
    const { hand, text } = await triage({ decisions: { 'f-G404': { is: 'accepted', issues: ['lost'] } } });
    expect(text()).toContain('[2 open] 0 decided 1 gone');
    hand.press('tab', 'tab');
    expect(text()).toContain('Title of G999');
  });

  test('/ filters by any part, and letters are commands again after Enter', async () => {
    const { hand, review, text } = await triage();
    hand.type('/low g104');
    expect(text()).not.toContain('Title of G404');
    hand.press('enter').type('a');
    expect(review().issues.map(({ severity }) => severity)).toEqual(['low']);
    hand.press('escape');
    expect(text()).toContain('Title of G404');
    hand.press('escape');
    expect(hand.state().overlay).toBeNull();
  });

  test('s shows the source on a narrow screen, and Esc goes back to the list', async () => {
    const { hand, text } = await triage({}, 100, 30);
    hand.type('s');
    expect(hand.notice()).toContain('No repository');
    hand.do((state) => ({
      ...state,
      facts: { ...state.facts, repository: '/r' },
      source: {
        commit: { id: '3f2a9c1b'.repeat(5), name: 'v1.4.2', known: true },
        path: 'src/a.go',
        text: { lines: ['one', 'two', 'three'] },
        cited: { from: 3, to: 3 },
        selected: { from: 3, to: 3 },
        last: null,
      },
    }));
    hand.type('s');
    expect(text()).toMatch(/›3 ▌three/);
    expect(text()).not.toContain('add as evidence');
    hand.press('escape');
    expect(text()).toContain('[2 open]');
  });

  test('ten thousand findings are moved through without being made anew', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      finding(`R${index}`, { locations: [`src/${index}.ts:1`] }),
    );
    const { hand, text } = await triage({ findings: many });
    for (let step = 0; step < 200; step += 1) hand.press('pagedown');
    expect(text()).toContain('[10000 open]');
    hand.press('end').type('x').press('1');
    expect(text()).toContain('[9999 open] 1 decided');
  });

  test('without any, it asks which scans to import', async () => {
    const hand = await keyboard({});
    hand.do(openTriage);
    expect(hand.effects).toEqual([{ do: 'find-scans' }]);
    hand.do((state) => ({
      ...state,
      cwd: '/r',
      overlay: {
        type: 'scans',
        files: [{ path: 'a.sarif', format: 'sarif' }],
        picker: { query: { text: '', caret: 0 }, at: 0, top: 0 },
      } as never,
    }));
    expect(hand.rows().join('\n')).toContain('a.sarif');
    hand.press('enter');
    expect(hand.effects.at(-1)).toEqual({ do: 'import', paths: ['/r/a.sarif'] });
  });

  test('where no scans were found, it says that a path can be typed', async () => {
    const hand = await keyboard({});
    hand.do((state) => ({ ...state, overlay: { ...scansOverlay, files: [] } as never }));
    expect(hand.screen().replace(/\s+/g, ' ')).toContain('No scans were found here. Type the path of one.');
  });
});
