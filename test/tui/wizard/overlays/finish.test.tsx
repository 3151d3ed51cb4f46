import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answered, sound } from '../../../checks/sound.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

/** Nothing is wrong in it; one field has no answer. */
const { answers } = answered({
  'review-date': '2026-02-13',
  reviewer: 'Ada Park',
  summary: 'All is well.',
  'sign-notes': null,
});
const review = { ...sound, answers };
const report = (repository: string) =>
  join(repository, 'docs', 'reports', '2026-02-13-production-readiness.md');

describe('finishing a review', () => {
  it('writes the report where its date says and remembers where', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Finish review');
    await screen.see('1 field has no answer yet');
    await screen.see('Write the report to docs/reports/2026-02-13-production-readiness.md');
    screen.press('enter');
    await screen.see('Report written to docs/reports/2026-02-13-production-readiness.md');
    expect(readFileSync(report(given.repository), 'utf8')).toContain('**Reviewer:** Ada Park  \n');
    expect((await screen.leave()).written?.path).toBe(report(given.repository));
  });

  it('says of which action a day is none', async () => {
    const given = world();
    const [, ...others] = review.items.immediate ?? [];
    const late = { id: 'late', answers: { action: { value: 'Mend it' }, deadline: { value: 'Friday' } } };
    const items = { ...review.items, immediate: [late, ...others] };
    const screen = await wizard(given, await draftOf(given, { ...review, items }));
    await screen.goTo('Finish review');
    await screen.see('Immediate Actions (Before Deployment) 1 › Deadline: "Friday" is not a date');
    screen.press('escape', 'ctrl+r');
    await screen.see('Immediate Actions (Before Deployment) 1 › Deadline');
  });

  it('takes another path', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('ctrl+u');
    screen.type('mine.md');
    await screen.see('Write the report to mine.md');
    screen.press('enter');
    await screen.see('Report written to mine.md');
    expect(existsSync(join(given.repository, 'mine.md'))).toBe(true);
  });

  it('shows the difference to a report that is there, and overwrites it only when told to', async () => {
    const given = world();
    const path = report(given.repository);
    mkdirSync(join(given.repository, 'docs', 'reports'), { recursive: true });
    writeFileSync(path, 'an older report\n');
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('already exists.');
    await screen.see('-an older report');
    screen.press('escape');
    await screen.gone('already exists.');
    expect(readFileSync(path, 'utf8')).toBe('an older report\n');
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('❯ 1 Another path');
    await screen.see('- the file + this report');
    screen.press('2');
    await screen.see('❯ 2 Overwrite it');
    expect(readFileSync(path, 'utf8')).toBe('an older report\n');
    writeFileSync(path, 'another report\n');
    screen.press('enter');
    await screen.see('The report changed on disk: this is the difference now.');
    await screen.see('-another report');
    await screen.see('❯ 1 Another path');
    expect(readFileSync(path, 'utf8')).toBe('another report\n');
    screen.press('2');
    await screen.see('❯ 2 Overwrite it');
    screen.press('enter');
    await screen.see('Report written to');
    expect(readFileSync(path, 'utf8')).toContain('All is well.');
  });

  it('says why a report cannot be written, and stays', async () => {
    const given = world();
    writeFileSync(join(given.repository, 'docs'), 'a file in the way');
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Finish review');
    await screen.see('Write the report to');
    screen.press('enter');
    await screen.see('cannot be');
    await screen.see('another path');
    await screen.see('▌ Write the report to');
    expect(screen.frame().match(/cannot be\s+written/g)).toHaveLength(1);
    screen.type('2');
    await screen.gone('cannot be');
  });

  it('asks for a path where there is none, and offers others with the arrows', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given, review));
    await screen.goTo('Finish review');
    await screen.see('▌ Write the report to docs/reports');
    await screen.see('↑ ↓ another path');
    screen.press('down');
    await screen.see('Write the report to 2026-02-13-production-readiness.md');
    screen.press('ctrl+u', 'enter');
    await screen.see('! Type a file path');
    screen.press('up');
    await screen.gone('! Type a file path');
    await screen.see('Write the report to docs/reports');
    // One more reason than there are errors is typed behind the path.
    screen.type('accepted');
    screen.press('enter');
    await screen.see('! The report is Markdown: type a path that ends in .md.');
    await screen.see('readiness.mdaccepted');
    screen.press('up', 'enter');
    await screen.see('Report written to docs/reports');
  });
});
