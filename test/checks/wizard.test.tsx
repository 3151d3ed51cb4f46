import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/review/review.ts';
import { draftOf, wizard, world } from '../tui/driver.tsx';
import { answered, sound, withIssue, withItem } from './sound.ts';

async function on(review: Partial<Review>) {
  const given = world();
  return wizard(given, await draftOf(given, review));
}

const faulty = withItem(
  'short-term',
  { owner: null },
  withIssue('high', { fix: null }, answered({ risk: 'LOW' })),
);

describe('what the checks find, in the wizard', () => {
  it('stands in the header when nothing has changed for a moment, and goes when it is mended', async () => {
    const screen = await on(answered({ risk: 'LOW' }));
    await screen.see('✗ 1 error');
    await screen.goTo('Overall Risk Assessment');
    screen.press('1');
    await screen.gone('✗ 1 error');
    await screen.leave();
  });

  it('is listed with what to do, errors first, and Enter goes there', async () => {
    const screen = await on(faulty);
    screen.press('ctrl+r');
    await screen.see('Problems (3)');
    await screen.see('❯ ✗ Executive Summary The overall risk is LOW');
    await screen.see('The overall risk is LOW, while CRITICAL-1 is open → assess');
    screen.press('down');
    await screen.see('❯ ! HIGH-1');
    await screen.see('HIGH-1 has no Fix Required');
    screen.press('enter');
    await screen.see('▌ Fix Required');
    screen.press('ctrl+r');
    // An issue to which a problem led is judged in its form, too.
    await screen.see('Problems (3)');
    screen.type('owner');
    await screen.see('❯ ! Short-term Actions');
    screen.press('enter');
    await screen.see('▌ Owner');
    await screen.leave();
  });

  it('names each field without an answer once', async () => {
    const screen = await on({ answers: { 'review-date': { value: 'soon' } } });
    screen.press('ctrl+r');
    await screen.see('❯ ✗ Review details Review Date: "soon" is not a date');
    screen.press('tab');
    screen.type('heartbeats');
    await screen.see('❯ ○ WebSocket Management Heartbeats');
    expect(screen.frame().match(/WebSocket Management +Heartbeats/g)).toHaveLength(1);
    screen.press('enter');
    await screen.see('▌ Heartbeats');
  });

  it('is shown before the report is written: errors with what to do, the rest counted', async () => {
    const screen = await on(faulty);
    await screen.goTo('Finish review');
    await screen.see('✗ The overall risk is LOW, while CRITICAL-1 is open');
    await screen.see('→ Alt+R assess the risk as CRITICAL');
    await screen.see('2 warnings');
    await screen.see('Write the report to');
  });

  it('leaves room for the path and for what is wrong with it', async () => {
    const given = world();
    writeFileSync(join(given.repository, 'docs'), 'a file in the way');
    const screen = await wizard(given, await draftOf(given, answered({ 'sign-notes': null })));
    await screen.goTo('Finish review');
    await screen.see('1 field has no answer yet');
    screen.press('enter');
    await screen.see('cannot be');
    await screen.see('another path');
    await screen.see('▌ Write the report to');
    await screen.see('○ Sign-off 1 unanswered');
    screen.type('2');
    await screen.gone('cannot be');
  });

  it('says so when there is nothing', async () => {
    const screen = await on(sound);
    await screen.goTo('Finish review');
    await screen.see('Nothing is wrong, and every field is answered.');
  });
});
