import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import type { Review } from '../../src/review/review.ts';
import { draftOf, wizard, world } from '../tui/driver.tsx';
import { keyboard } from '../tui/pure.ts';
import { answered, sound, template, withIssue, withItem } from './sound.ts';

async function on(review: Review) {
  const given = world();
  const screen = await wizard(given, await draftOf(given, review));
  const report = () =>
    readFileSync(join(given.repository, 'docs/reports/2026-02-13-production-readiness.md'), 'utf8');
  return { ...screen, report };
}

const low = answered({ risk: 'LOW' });
const twice = answered({ risk: 'LOW', 'signed-date': '13.2.2026' });

describe('advice by key', () => {
  it('is done from the list of problems, which goes on without it, and undone there', async () => {
    const screen = await on(twice);
    screen.press('ctrl+r');
    await screen.see('Problems (2)');
    await screen.see('Alt+R assess the risk as CRITICAL');
    screen.press('alt+r');
    await screen.see('Done: assess the risk as CRITICAL. Ctrl+Z undoes it.');
    await screen.see('Problems (1)');
    await screen.see('Alt+R write 2026-02-13');
    screen.press('ctrl+z');
    await screen.see('Problems (2)');
    screen.press('alt+r');
    await screen.see('Problems (1)');
    screen.press('alt+r');
    await screen.see('No problems');
    screen.press('escape');
    await screen.gone('No problems');
    const { review } = await screen.leave();
    expect(review.answers).toMatchObject({
      risk: { value: 'CRITICAL' },
      'signed-date': { value: '2026-02-13' },
    });
  });

  it('is done at the field, where it is said with its key', async () => {
    const screen = await on(answered({ 'signed-date': '13.2.2026' }));
    await screen.goTo('Sign-off Review Date');
    await screen.see('▌ Review Date');
    await screen.see('✗ Review Date: "13.2.2026" is not a date');
    await screen.see('→ Alt+R write 2026-02-13');
    screen.press('alt+r');
    await screen.see('▌ Review Date 2026-02-13');
    await screen.gone('Alt+R write');
    screen.press('ctrl+z');
    await screen.see('▌ Review Date 13.2.2026');
    // What is typed becomes a date by itself when it is left.
    screen.press('ctrl+u');
    screen.type('14.2.2026');
    await screen.see('= 2026-02-14, Saturday');
    await screen.gone('Alt+R write');
    await screen.leave();
  });

  it('goes to where it moved an action', async () => {
    const screen = await on(
      withIssue(
        'high',
        { priority: 'Before production deployment' },
        withItem('debt', { debt: 'HIGH-1, later' }, withItem('immediate', { action: 'CRITICAL-1' })),
      ),
    );
    screen.press('ctrl+r');
    await screen.see('Alt+R plan it before the deployment');
    screen.press('alt+r');
    await screen.see('Done: plan it');
    screen.press('escape');
    await screen.see('▌ 2. HIGH-1, later');
    expect(Object.values((await screen.leave()).review.notes)[0]).toContain('- Impact: some words');
  });

  it('is not offered where none is clear', async () => {
    const hand = await keyboard(sound);
    hand.press('alt+r');
    expect(hand.notice()).toBe('No quick fix here. Ctrl+R lists all problems.');
    expect(hand.state().history.present).toEqual(sound);
  });
});

describe('what is wrong', () => {
  it('is marked at its page, its field, its issue and its action, and Ctrl+T goes there', async () => {
    const screen = await on(
      withItem(
        'short-term',
        { action: 'Something' },
        withItem('immediate', { action: 'Fix CRITICAL-1' }, low),
      ),
    );
    await screen.see('✗ Executive Summary');
    await screen.see('! High');
    screen.press('ctrl+t');
    await screen.see('▌ Overall Risk Assessment ○ CRITICAL ○ HIGH ○ MEDIUM ● LOW');
    await screen.see('✗ The overall risk is LOW, while CRITICAL-1 is open');
    screen.press('ctrl+t');
    await screen.see('▌ Title');
    await screen.see('! Severity');
    await screen.see('! No action of the plan mentions HIGH-1');
    screen.press('escape');
    await screen.see('▌ HIGH-1 A high matter');
    expect(screen.frame()).toMatch(/HIGH-1 .* !\s/);
    await screen.see('No action of the plan mentions HIGH-1');
    await screen.leave();
  });

  it('is not what nobody has come to yet', async () => {
    const screen = await on({ answers: {}, issues: [], items: {}, notes: {} });
    await screen.goTo('Overall Risk Assessment');
    await screen.see('▌ Overall Risk Assessment');
    await new Promise((settle) => setTimeout(settle, 600));
    expect(screen.frame()).not.toContain('!');
  });
});

describe('an error that stands', () => {
  it('needs a typed reason to finish, which is kept, printed and read again', async () => {
    const screen = await on(twice);
    await screen.goTo('Finish review');
    await screen.see('2 errors: fix each, or explain why');
    await screen.see('▌ ✗ The overall risk is LOW');
    screen.type('The board says so');
    await screen.see('Kept because The board says so');
    await screen.see('1 error: fix it');
    screen.press('enter');
    await screen.see('▌ ✗ Review Date: "13.2.2026" is not a date');
    screen.press('alt+r');
    await screen.see('▌ Write the report to');
    screen.press('enter');
    await screen.see('Report written');
    const { review } = await screen.leave();
    expect(review.overrides).toEqual([
      {
        check: 'risk-too-low',
        place: { field: 'risk' },
        message: 'The overall risk is LOW, while CRITICAL-1 is open',
        mark: expect.stringMatching(/^[\w-]{10}$/),
        reason: 'The board says so',
      },
    ]);
    expect(screen.report()).toContain('**Overridden Checks:**\n\n- `risk-too-low` at `risk` #');
    expect(readReport(template, screen.report()).review.overrides).toEqual(review.overrides);
  });

  it('stops the report from being written until it has one', async () => {
    const screen = await on(low);
    await screen.goTo('Finish review');
    await screen.see('▌ ✗ The overall risk is LOW');
    screen.press('tab');
    await screen.see('▌ Write the report to');
    screen.press('enter');
    await screen.see('1 error is neither fixed nor overridden');
    await screen.see('▌ ✗ The overall risk is LOW');
    expect(() => screen.report()).toThrow();
    screen.type('because');
    screen.press('enter', 'enter');
    await screen.see('Report written');
  });

  it('is listed with its reason, which can be taken back', async () => {
    const screen = await on(low);
    await screen.goTo('Finish review');
    await screen.see('▌ ✗ The overall risk is LOW');
    screen.type('because');
    await screen.see('because because');
    screen.press('escape');
    await screen.gone('Write the report to');
    await screen.gone('✗ 1 error');
    screen.press('ctrl+r');
    await screen.see('overridden');
    await screen.see('→ kept, because: because');
    screen.press('alt+o');
    await screen.see('It counts as an error again.');
    await screen.see('❯ ✗ Executive Summary The overall risk is LOW');
    screen.press('escape');
    await screen.gone('Problems (');
    await screen.see('✗ 1 error');
    expect((await screen.leave()).review.overrides).toBeUndefined();
  });

  it('keeps a half-typed reason when the program is left, and loses it to no other error', async () => {
    const screen = await on(low);
    await screen.goTo('Finish review');
    await screen.see('▌ ✗ The overall risk is LOW');
    screen.type('The boar');
    await screen.see('The boar');
    screen.press('ctrl+c');
    const review = (await screen.left()).review;
    expect(review.overrides?.[0]?.reason).toBe('The boar');
    const again = await on({ ...review, answers: { ...review.answers, risk: { value: 'MEDIUM' } } });
    await again.goTo('Finish review');
    await again.see('1 reason for what is no longer a problem');
    await again.see('▌ ✗ The overall risk is MEDIUM');
    again.type('so');
    again.press('enter', 'enter');
    await again.see('Report written');
    expect(again.report()).not.toContain('The boar');
  });

  it('has room among many, on a small screen', async () => {
    const screen = await on({ answers: {}, issues: sound.issues, items: {}, notes: {} });
    await screen.goTo('Finish review');
    await screen.see('▌ ✗ Review Date has no answer');
    await screen.see('3 more below');
    await screen.see('Write the report to');
    screen.press('tab', 'tab', 'tab', 'tab', 'tab');
    await screen.see('▌ ✗ Summary Statement has no answer');
    await screen.see('more above');
    await screen.see('Write the report to');
    screen.press('shift+tab');
    await screen.see('▌ ✗ Deployment Recommendation has no answer');
    screen.press('shift+tab', 'shift+tab', 'shift+tab', 'shift+tab', 'shift+tab');
    await screen.see('▌ ❯ ○ Review details');
    screen.press('shift+tab');
    await screen.see('▌ Write the report to');
  });
});
